import { Directive, Field, ID, Int, ObjectType } from "type-graphql";
import { Column, Entity, Index, type Relation } from "typeorm";
import type { CarrierAccount } from "./carrier-account.js";
import type { Shipment } from "./shipment.js";
import { BelongsTo, TenantRow } from "./tenant-row.js";
import { buyersAndStaff, staffOnly } from "./values/access.js";
import { AmountColumn, InstantColumn } from "./values/columns.js";
import { MonetaryAmount, monetaryAmount } from "./values/monetary-amount.js";
import { DateScalar, DateTimeScalar, LocalTimeScalar } from "./values/scalars.js";
import type { AcceptedPricing } from "./values/stored-pricing.js";

/** A rate quote as it was accepted for a shipment: a copy, which outlives the quote. Never changed. */
@Entity()
@Index("accepted_offer_of_shipment", ["tenantId", "shipmentId", "acceptedAt"])
@Index("accepted_offer_of_account", ["tenantId", "accountId"])
@Index("accepted_offer_of_quote", ["tenantId", "rateQuoteId"])
@Directive(buyersAndStaff)
@ObjectType({
  description:
    "The rate quote accepted for a shipment, as it was at that time. Kept as long as the shipment, also after the quote has expired.",
})
export class AcceptedOffer extends TenantRow {
  @Column({ type: "text" })
  shipmentId!: string;

  @BelongsTo("Shipment", "shipment_id")
  shipment?: Relation<Shipment>;

  @Column({ type: "text" })
  @Field(() => ID, { description: "Id of the rate quote. The quote itself may be deleted: rateQuote is null then." })
  rateQuoteId!: string;

  @Column({ type: "text" })
  accountId!: string;

  @BelongsTo("CarrierAccount", "account_id")
  account?: Relation<CarrierAccount>;

  @Column({ type: "text" })
  serviceCode!: string;

  @AmountColumn()
  priceAmount!: string;

  @Column({ type: "text" })
  priceCurrency!: string;

  @Field(() => MonetaryAmount, {
    description:
      "Accepted price, by the price rules of the shipping method; zero when the carrier bills the recipient or a third party.",
  })
  get price(): MonetaryAmount {
    return { amount: this.priceAmount, currencyCode: this.priceCurrency };
  }

  /** What the price was made with; null: of no shipping method, or from before prices were made by rules. */
  @Column({ type: "jsonb", nullable: true })
  pricing!: AcceptedPricing | null;

  /** With taxes, whoever pays it; null: the price is the method's own, and no carrier was asked. */
  @AmountColumn({ nullable: true })
  carrierAmount!: string | null;

  @Column({ type: "text" })
  carrierCurrency!: string;

  @Directive(staffOnly)
  @Field(() => MonetaryAmount, {
    nullable: true,
    description:
      "The carrier's total including taxes, whoever pays: a purchase at this offer is refused if the carrier charges more, unless the purchase allows it. Null: the price is the shipping method's own and no carrier was asked, or this token may not read it.",
  })
  get carrierTotal(): MonetaryAmount | null {
    return monetaryAmount(this.carrierAmount, this.carrierCurrency);
  }

  @Column({ type: "date", nullable: true })
  @Field(() => DateScalar, {
    nullable: true,
    description: "Estimated delivery date at the destination, as offered; null: not given by the carrier.",
  })
  estimatedDeliveryDate!: string | null;

  @Column({ type: "text", nullable: true })
  @Field(() => LocalTimeScalar, {
    nullable: true,
    description: "Latest delivery time at the destination, as offered; null: not given by the carrier.",
  })
  estimatedDeliveryTime!: string | null;

  @Column({ type: "integer", nullable: true })
  @Field(() => Int, { nullable: true, description: "Business days in transit; null: not given by the carrier." })
  transitDays!: number | null;

  @Column({ type: "boolean", nullable: true })
  @Field(() => Boolean, {
    nullable: true,
    description: "Whether the carrier guaranteed the delivery time; null: not stated by the carrier.",
  })
  isGuaranteed!: boolean | null;

  @Column({ type: "boolean" })
  @Field(() => Boolean, { description: "Whether the offer included Saturday delivery." })
  isSaturdayDelivery!: boolean;

  @InstantColumn()
  @Field(() => DateTimeScalar, { description: "When the carrier gave the price." })
  quotedAt!: string;

  @InstantColumn({ default: () => "now()" })
  @Field(() => DateTimeScalar, { description: "When the shipment was created, changed or bought with this offer." })
  acceptedAt!: string;
}
