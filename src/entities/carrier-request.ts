import { Directive, Field, Int, ObjectType } from "type-graphql";
import { Column, Entity, Index, type Relation } from "typeorm";
import type { CarrierAccount } from "./carrier-account.js";
import { BelongsTo, TenantRow } from "./tenant-row.js";
import { staffOnly } from "./values/access.js";
import { InstantColumn } from "./values/columns.js";
import { DateTimeScalar } from "./values/scalars.js";

@Entity()
@Index("carrier_request_of_purchase", ["tenantId", "purchaseId", "startedAt"], { where: "purchase_id is not null" })
@Directive(staffOnly)
@ObjectType({ description: "One exchange with the carrier, without its contents." })
export class CarrierRequest extends TenantRow {
  @Column({ type: "text" })
  accountId!: string;

  @BelongsTo("CarrierAccount", "account_id")
  account?: Relation<CarrierAccount>;

  @Column({ type: "text", nullable: true })
  purchaseId!: string | null;

  @Column({ type: "text" })
  @Field(() => String, { description: "What was asked, for example SHIP or RECOVER_LABEL." })
  operation!: string;

  @Column({ type: "integer" })
  @Field(() => Int, { description: "How long it took, in milliseconds." })
  durationMs!: number;

  @Column({ type: "integer", nullable: true })
  @Field(() => Int, { nullable: true, description: "HTTP status of the answer; null: none came." })
  httpStatus!: number | null;

  @Column({ type: "text", nullable: true })
  @Field(() => String, { nullable: true, description: "The carrier's error number; null: no error." })
  carrierErrorCode!: string | null;

  @Column({ type: "text" })
  @Field(() => String, { description: "Our id of the exchange: what the carrier's support asks for." })
  transactionId!: string;

  @InstantColumn()
  @Field(() => DateTimeScalar, { description: "When it began." })
  startedAt!: string;
}
