import { Directive, Field, ID, ObjectType } from "type-graphql";
import { Check, Column, Entity, Index } from "typeorm";
import { TenantRow } from "./tenant-row.js";
import { administrators } from "./values/access.js";
import { AuditActor } from "./values/audit-actor.js";
import { AuditChange } from "./values/audit-change.js";
import { type AuditActorKind, AuditEventKind, auditEventKind } from "./values/audit-enums.js";
import { InstantColumn } from "./values/columns.js";
import { DateTimeScalar } from "./values/scalars.js";

/** Rows are only ever added, in the transaction of the change; the database refuses to change them. */
@Entity()
@Check("audit_event_actor_known", "actor_kind in ('TOKEN', 'OPERATOR', 'SYSTEM')")
@Check("audit_event_token_has_subject", "(actor_kind = 'TOKEN') = (actor_subject is not null)")
@Index("audit_event_by_occurred_at", ["tenantId", "occurredAt", "id"])
@Index("audit_event_by_kind", ["tenantId", "kind", "occurredAt", "id"])
@Index("audit_event_by_actor", ["tenantId", "actorSubject", "occurredAt", "id"])
@Index("audit_event_by_target", ["tenantId", "targetId", "occurredAt", "id"])
@Directive(administrators)
@ObjectType({
  description:
    "Who changed what: settings, limits, accounts, credentials, methods, package templates, ship-from places and customers' accounts, voids, decisions on purchases, and erasures. Written with the change itself, never changed afterwards, and without secrets.",
})
export class AuditEvent extends TenantRow {
  @Field(() => ID, { description: "Opaque id, prefix `aud_`." })
  override id!: string;

  @Column({ type: "text" })
  kind!: string;

  @Field(() => AuditEventKind, { name: "kind", description: "What was changed, or decided." })
  get knownKind(): AuditEventKind {
    return auditEventKind(this.kind);
  }

  @Column({ type: "text" })
  actorKind!: AuditActorKind;

  @Column({ type: "text", nullable: true })
  actorSubject!: string | null;

  @Column({ type: "text", array: true })
  actorScopes!: string[];

  @Field(() => AuditActor, { description: "Who made the change, and with which rights." })
  get actor(): AuditActor {
    return { kind: this.actorKind, subject: this.actorSubject, permissions: this.actorScopes };
  }

  @Column({ type: "text", nullable: true })
  @Field(() => ID, {
    nullable: true,
    description:
      "Id of the account, method, package template, ship-from place, shipment or purchase that was changed; null: it is the tenant's settings or limits, or several quotes.",
  })
  targetId!: string | null;

  @Column({ type: "jsonb" })
  @Field(() => [AuditChange], { description: "The values that were changed, in alphabetical order of their names." })
  changes!: AuditChange[];

  @InstantColumn({ default: () => "now()" })
  @Field(() => DateTimeScalar, { description: "When the change was made." })
  occurredAt!: string;
}
