import { Check, Column, Index, type Relation } from "typeorm";
import type { AcceptedOffer } from "./accepted-offer.js";
import { TracedClaim } from "./claim.js";
import { BelongsTo } from "./tenant-row.js";
import { AmountColumn } from "./values/columns.js";
import { type MonetaryAmount, monetaryAmount } from "./values/monetary-amount.js";

/**
 * A claim that costs money: what it may cost, and what was counted against spend limits for it. Written with the claim,
 * before anything is sent. `LabelPurchase` is the only one; constraints bear its table's name.
 */
@Check("label_purchase_price_is_accepted", "checked_amount <= most_amount")
@Check("label_purchase_offer_is_checked", "accepted_offer_id is null or checked_amount is not null")
@Index("label_purchase_of_offer", ["tenantId", "acceptedOfferId"], { where: "accepted_offer_id is not null" })
export abstract class PricedClaim extends TracedClaim {
  @Column({ type: "text", nullable: true })
  rateQuoteId!: string | null;

  /** The offer that it was bought at; null: none, or it was bought before its price was checked. */
  @Column({ type: "text", nullable: true })
  acceptedOfferId!: string | null;

  @BelongsTo("AcceptedOffer", "accepted_offer_id")
  acceptedOfferRow?: Relation<AcceptedOffer>;

  /** What the carrier asked just before it was claimed, with taxes; null: it was not asked. */
  @AmountColumn({ nullable: true })
  checkedAmount!: string | null;

  @Column({ type: "text", nullable: true })
  checkedCurrency!: string | null;

  /** The most that the caller accepted, in the same currency; null: anything. */
  @AmountColumn({ nullable: true })
  mostAmount!: string | null;

  get checkedPrice(): MonetaryAmount | null {
    return monetaryAmount(this.checkedAmount, this.checkedCurrency);
  }

  /** Labels counted against spend limits when it was claimed; null: no limit applied. The database keeps the counters. */
  @Column({ type: "integer", nullable: true })
  countedLabels!: number | null;

  /** The price counted with them; null: not known then. */
  @AmountColumn({ nullable: true })
  countedAmount!: string | null;

  @Column({ type: "text", nullable: true })
  countedCurrency!: string | null;
}
