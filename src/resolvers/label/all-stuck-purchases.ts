import { Args, Ctx, Directive, Field, ID, Int, ObjectType, Query, Resolver } from "type-graphql";
import type { Context } from "../../context.js";
import { operators } from "../../entities/values/access.js";
import { LabelPurchaseState } from "../../entities/values/enums.js";
import { DateTimeScalar } from "../../entities/values/scalars.js";
import { type AnyTenantsPurchase, listAllStuckPurchases } from "../../shipping/label/list-all-stuck-purchases.js";
import { connectionOf, connectionType, PageArgs, pageRequest } from "../page.js";

@Directive(operators)
@ObjectType({
  description:
    "A purchase of any tenant that needs attention, for the operator of the service. Holds no personal data.",
})
class StuckPurchase implements AnyTenantsPurchase {
  @Field(() => ID, { description: "Id of the purchase, prefix `lpu_`." })
  id!: string;

  @Field(() => ID, { description: "Id of the tenant that bought, whose own tokens read and decide the purchase." })
  merchantId!: string;

  @Field(() => LabelPurchaseState, {
    description: "PENDING or UNKNOWN; any other: a second booking under its reference is still to be voided.",
  })
  state!: LabelPurchaseState;

  @Field(() => DateTimeScalar, { description: "When it was recorded, before anything was sent to the carrier." })
  startedAt!: string;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: "When the request began to leave for the carrier; null: nothing was sent.",
  })
  sentAt!: string | null;

  @Field(() => Int, { description: "Seconds since startedAt." })
  ageSeconds!: number;

  @Field(() => String, { description: "Our reference stored at the carrier: its support can search for it." })
  carrierReference!: string;

  @Field(() => String, { description: "Code of the carrier, such as UPS." })
  carrierCode!: string;
}

const StuckPurchaseConnection = connectionType("StuckPurchase", StuckPurchase);

@Resolver()
export class AllStuckPurchasesResolver {
  @Directive(operators)
  @Query(() => StuckPurchaseConnection, {
    nullable: true,
    description:
      "For the operator of the service: what stuckPurchases lists, of all tenants, oldest first. Nothing else is open to the scope `operate`.",
  })
  async allStuckPurchases(@Args(() => PageArgs) page: PageArgs, @Ctx() { deps }: Context) {
    return connectionOf(await listAllStuckPurchases(deps, pageRequest(page)));
  }
}
