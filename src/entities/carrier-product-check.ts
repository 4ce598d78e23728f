import { Directive, Field, ObjectType } from "type-graphql";
import { Check, Column, Entity, PrimaryColumn, type Relation } from "typeorm";
import type { CarrierAccount } from "./carrier-account.js";
import { BelongsTo } from "./tenant-row.js";
import { staffOnly } from "./values/access.js";
import { CarrierProduct, CarrierProductState } from "./values/account-enums.js";
import { CarrierMessage } from "./values/carrier-message.js";
import { InstantColumn } from "./values/columns.js";
import { DateTimeScalar } from "./values/scalars.js";

@Entity()
@Check(
  "carrier_product_check_state_known",
  "state in ('OK', 'NOT_CHECKED', 'NOT_ADDED_OR_PENDING', 'BAD_CREDENTIALS', 'WRONG_ACCOUNT', 'UNAVAILABLE')",
)
@Check("carrier_product_check_negotiated_rates_known", "negotiated_rates in ('ENROLLED', 'NOT_ENROLLED')")
@Directive(staffOnly)
@ObjectType({
  description: "Result of the last check of one carrier product. A check creates nothing at the carrier.",
})
export class CarrierProductCheck {
  @PrimaryColumn({ type: "uuid" })
  tenantId!: string;

  @PrimaryColumn({ type: "text" })
  accountId!: string;

  @PrimaryColumn({ type: "text" })
  @Field(() => CarrierProduct, { description: "The carrier product that was checked." })
  product!: CarrierProduct;

  @BelongsTo("CarrierAccount", "account_id")
  account?: Relation<CarrierAccount>;

  @Column({ type: "text" })
  @Field(() => CarrierProductState, {
    description: "Whether the product works with this account's credentials, and if not, why.",
  })
  state!: CarrierProductState;

  @Column({ type: "text", nullable: true })
  setupStepKey!: string | null;

  @Column({ type: "jsonb" })
  @Field(() => [CarrierMessage], {
    name: "carrierMessages",
    description: "The carrier's messages in its answer to the check.",
  })
  messages!: CarrierMessage[];

  /** What RATING's answer showed; null: nothing, or another product. */
  @Column({ type: "text", nullable: true })
  negotiatedRates!: "ENROLLED" | "NOT_ENROLLED" | null;

  @InstantColumn()
  @Field(() => DateTimeScalar, { nullable: true, description: "When the product was last checked; null: never." })
  checkedAt!: string | null;
}
