import { Directive, Field, ID, Int, ObjectType } from "type-graphql";
import { Column, Entity, Index, type Relation } from "typeorm";
import type { CarrierAccount } from "./carrier-account.js";
import { BelongsTo, TenantRow } from "./tenant-row.js";
import { staffOnly } from "./values/access.js";
import { CarrierOperation, carrierOperation } from "./values/carrier-operation.js";
import { InstantColumn } from "./values/columns.js";
import { DateTimeScalar } from "./values/scalars.js";

@Entity()
@Index("carrier_request_of_purchase", ["tenantId", "purchaseId", "startedAt"], { where: "purchase_id is not null" })
@Index("carrier_request_by_started_at", ["tenantId", "startedAt", "id"])
@Index("carrier_request_by_account", ["tenantId", "accountId", "startedAt", "id"])
@Index("carrier_request_by_operation", ["tenantId", "operation", "startedAt", "id"])
@Index("carrier_request_by_account_and_operation", ["tenantId", "accountId", "operation", "startedAt", "id"])
@Directive(staffOnly)
@ObjectType({ description: "One exchange with the carrier, without its contents." })
export class CarrierRequest extends TenantRow {
  @Field(() => ID, { description: "Opaque id, prefix `crq_`." })
  override id!: string;

  @Column({ type: "text" })
  accountId!: string;

  @BelongsTo("CarrierAccount", "account_id")
  account?: Relation<CarrierAccount>;

  @Column({ type: "text", nullable: true })
  purchaseId!: string | null;

  @Column({ type: "text" })
  operation!: string;

  @Field(() => CarrierOperation, { name: "operation", description: "The operation that was called." })
  get calledOperation(): CarrierOperation {
    return carrierOperation(this.operation);
  }

  @Column({ type: "integer" })
  @Field(() => Int, { description: "Duration in milliseconds." })
  durationMs!: number;

  @Column({ type: "integer", nullable: true })
  @Field(() => Int, { nullable: true, description: "HTTP status of the response; null: none was received." })
  httpStatus!: number | null;

  @Column({ type: "text", nullable: true })
  @Field(() => String, { nullable: true, description: "The carrier's error code; null: no error." })
  carrierErrorCode!: string | null;

  @Column({ type: "text" })
  @Field(() => String, { description: "Our transaction id of the request: quote it to the carrier's support." })
  transactionId!: string;

  @Column({ type: "text", nullable: true })
  @Field(() => String, {
    nullable: true,
    description: "The carrier's own id of the exchange, for its support too; null: it told none.",
  })
  carrierTransactionId!: string | null;

  @InstantColumn()
  @Field(() => DateTimeScalar, { description: "When the request was sent." })
  startedAt!: string;
}
