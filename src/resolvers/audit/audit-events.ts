import { Arg, Args, Ctx, Directive, Field, ID, InputType, Query, Resolver } from "type-graphql";
import type { Context } from "../../context.js";
import { AuditEvent } from "../../entities/audit-event.js";
import { administrators } from "../../entities/values/access.js";
import { AuditEventKind } from "../../entities/values/audit-enums.js";
import { DateTimeScalar } from "../../entities/values/scalars.js";
import { type AuditEventFilter as Filter, listAuditEvents } from "../../shipping/audit/list-audit-events.js";
import { connectionOf, connectionType, PageArgs, pageRequest } from "../page.js";

const AuditEventConnection = connectionType("AuditEvent", AuditEvent);

@InputType({
  description: "Conditions on audit events; all given conditions must hold. Null is the same as absent: no condition.",
})
class AuditEventFilter implements Filter {
  @Field(() => [AuditEventKind], {
    nullable: true,
    description: "Only events of these kinds; an empty list matches none. Null: all.",
  })
  kind?: AuditEventKind[] | null;

  @Field(() => String, { nullable: true, description: "Only changes made with tokens of this subject (`sub`)." })
  actor?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: "Only changes of the account, method, shipment or purchase with this id.",
  })
  targetId?: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: "Only events at this time or later." })
  since?: string | null;
}

@Resolver(() => AuditEvent)
export class AuditEventResolver {
  @Directive(administrators)
  @Query(() => AuditEventConnection, {
    nullable: true,
    description:
      "Who changed settings, limits, accounts, credentials and methods, voided labels or decided on purchases; always newest first.",
  })
  async auditEvents(
    @Args(() => PageArgs) page: PageArgs,
    @Arg("filter", () => AuditEventFilter, {
      nullable: true,
      description: "Conditions the events must meet; null: all events.",
    })
    filter: AuditEventFilter | null,
    @Ctx() { deps, actor }: Context,
  ) {
    return connectionOf(await listAuditEvents(deps, actor, pageRequest(page), filter ?? {}));
  }
}
