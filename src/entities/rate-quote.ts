import { Directive, Field, ID, Int, ObjectType } from "type-graphql";
import { Check, Column, Entity, Index, type Relation } from "typeorm";
import type { CarrierAccount } from "./carrier-account.js";
import type { CarrierShippingMethod } from "./carrier-shipping-method.js";
import { BelongsTo, TenantRow } from "./tenant-row.js";
import { buyersAndReaders, readers } from "./values/access.js";
import type { CarrierMessage } from "./values/carrier-message.js";
import { AmountColumn, DetailsColumn, InstantColumn } from "./values/columns.js";
import { PackageWeight } from "./values/measures.js";
import { MonetaryAmount } from "./values/monetary-amount.js";
import { PriceStep } from "./values/price-step.js";
import type { RateCharge } from "./values/rate-charge.js";
import type { NegotiatedRateState } from "./values/rate-enums.js";
import { DateScalar, DateTimeScalar, LocalTimeScalar } from "./values/scalars.js";
import type { QuotePricing } from "./values/stored-pricing.js";
import type { StoredShipmentDetails } from "./values/stored-shipment-details.js";

@Entity()
@Check(
  "rate_quote_negotiated_state_known",
  "negotiated_state in ('APPLIED', 'NOT_REQUESTED', 'ACCOUNT_NOT_ENROLLED', 'NOT_OFFERED_FOR_LANE', 'PAYER_RATES_HIDDEN', 'UNKNOWN')",
)
@Check("rate_quote_service_of_account", "(account_id is null) = (service_code is null)")
@Index("rate_quote_expiry", ["tenantId", "expiresAt"])
@Directive('@key(fields: "id")')
@Directive(buyersAndReaders)
@ObjectType({ description: "A priced offer, stored and buyable until it expires." })
export class RateQuote extends TenantRow {
  @Field(() => ID, { description: "Opaque id, prefix `quo_`. Pass it to createShipment or purchaseLabel." })
  override id!: string;

  /** Null: of a method without a carrier, whose quote cannot be bought. */
  @Column({ type: "text", nullable: true })
  accountId!: string | null;

  @BelongsTo("CarrierAccount", "account_id")
  account?: Relation<CarrierAccount>;

  @Column({ type: "text", nullable: true })
  shippingMethodId!: string | null;

  @BelongsTo("CarrierShippingMethod", "shipping_method_id")
  method?: Relation<CarrierShippingMethod>;

  /** Null where the account is. */
  @Column({ type: "text", nullable: true })
  serviceCode!: string | null;

  /** What was rated, so that it can be bought without being typed again. */
  @DetailsColumn()
  details!: StoredShipmentDetails;

  @Column({ type: "text" })
  detailsFingerprint!: string;

  @AmountColumn()
  priceAmount!: string;

  @Column({ type: "text" })
  priceCurrency!: string;

  @Field(() => MonetaryAmount, {
    description:
      "Price the buyer pays the merchant, by the price rules of the shipping method; zero when the carrier bills the recipient or a third party.",
  })
  get price(): MonetaryAmount {
    return { amount: this.priceAmount, currencyCode: this.priceCurrency };
  }

  @Column({ type: "jsonb", nullable: true })
  @Directive(readers)
  @Field(() => [PriceStep], {
    nullable: true,
    description:
      "How the price came about, step by step, as it was when the quote was made: the changes add up to the price. Null: the quote is from before prices were explained, or this token may not read it.",
  })
  priceExplanation!: PriceStep[] | null;

  /** Null: of no shipping method, or from before prices were made by rules. */
  @Column({ type: "jsonb", nullable: true })
  pricing!: QuotePricing | null;

  /** What the carrier asked in all, with taxes, whoever pays; null: it was not asked, or the quote is older than this. */
  @AmountColumn({ nullable: true })
  carrierAmount!: string | null;

  @AmountColumn({ nullable: true })
  publishedAmount!: string | null;

  @AmountColumn({ nullable: true })
  negotiatedAmount!: string | null;

  @Column({ type: "text" })
  carrierCurrency!: string;

  @Column({ type: "text" })
  negotiatedState!: NegotiatedRateState;

  @Column({ type: "jsonb" })
  charges!: RateCharge[];

  @Column({ type: "jsonb" })
  carrierMessages!: CarrierMessage[];

  @Column({ type: "date", nullable: true })
  @Field(() => DateScalar, {
    nullable: true,
    description: "Estimated delivery date at the destination; null: not given by the carrier.",
  })
  estimatedDeliveryDate!: string | null;

  @Column({ type: "text", nullable: true })
  @Field(() => LocalTimeScalar, {
    nullable: true,
    description: "Delivered by this local time at the destination; null: not given by the carrier.",
  })
  estimatedDeliveryTime!: string | null;

  @Column({ type: "integer", nullable: true })
  @Field(() => Int, { nullable: true, description: "Business days in transit; null: not given by the carrier." })
  transitDays!: number | null;

  @Column({ type: "boolean", nullable: true })
  @Field(() => Boolean, {
    nullable: true,
    description: "Whether the carrier guarantees the delivery time; null: not stated by the carrier.",
  })
  isGuaranteed!: boolean | null;

  @Column({ type: "boolean" })
  @Field(() => Boolean, {
    description: "Whether the offer includes Saturday delivery: the same service can be offered with and without.",
  })
  isSaturdayDelivery!: boolean;

  @Column({ type: "jsonb", nullable: true })
  @Directive(readers)
  @Field(() => PackageWeight, {
    nullable: true,
    description: "Billable weight: actual or dimensional; null: not given by the carrier.",
  })
  billableWeight!: PackageWeight | null;

  @InstantColumn()
  @Field(() => DateTimeScalar, { description: "When the offer expires; labels can be bought with it until then." })
  expiresAt!: string;

  @InstantColumn({ default: () => "now()" })
  createdAt!: string;
}
