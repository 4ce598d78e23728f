import type { Money } from "../../src/carrier/values.js";
import { LabelPurchase } from "../../src/entities/label-purchase.js";
import { PurchasedPackage } from "../../src/entities/purchased-package.js";
import { plainPriceRules } from "../../src/entities/values/stored-method-rules.js";
import type { AcceptedPricing } from "../../src/entities/values/stored-pricing.js";
import { chargesOf } from "../../src/shipping/shipment/charges.js";

const usd = (amount: string): Money => ({ amount, currencyCode: "USD" });
const accepted = (amount: string, pricing: AcceptedPricing | null = null) => ({ price: usd(amount), pricing });
const aPurchase = (columns: Partial<LabelPurchase>): LabelPurchase =>
  Object.assign(new LabelPurchase(), {
    ...{ state: "PURCHASED", payer: "SENDER", voidedAt: null, chargesAreEstimated: false },
    ...{ chargesAmount: "20.00", chargesCurrency: "USD", ...columns },
  });
const voided = { voidedAt: "2026-01-02T00:00:00.000Z" };
const aPackage = (voidState: PurchasedPackage["voidState"], ...amounts: string[]): PurchasedPackage =>
  Object.assign(new PurchasedPackage(), {
    voidState,
    chargeItems: amounts.map((amount) => ({ carrierChargeCode: null, kind: "BASE", name: "B", amount: usd(amount) })),
  });

describe("what a shipment costs", () => {
  it("is nothing known before it is bought, but the estimate", () => {
    const rejected = aPurchase({ state: "REJECTED", chargesAmount: null, chargesCurrency: null });
    for (const policy of ["ACTUAL", "ESTIMATED"] as const)
      expect(chargesOf([rejected], [[]], accepted("12.00"), policy)).toEqual({
        estimated: usd("12.00"),
        ...{ purchased: null, voided: null, actual: null, paidByMerchant: null, paidByOthers: null },
        ...{ isActualEstimated: false, hasUnknownVoidedCharges: false },
        invoiceable: policy === "ESTIMATED" ? usd("12.00") : null,
        invoiceableBasis: policy === "ESTIMATED" ? "ESTIMATED" : null,
      });
  });

  it("counts what is voided of one package to the cent where all packages' charges are told", () => {
    const packages = [aPackage("VOIDED", "7.00", "1.255"), aPackage("NOT_VOIDED", "11.745")];
    expect(chargesOf([aPurchase({})], [packages], null, "ACTUAL")).toMatchObject({
      ...{ purchased: usd("20.00"), voided: usd("8.255"), actual: usd("11.745"), hasUnknownVoidedCharges: false },
      ...{ invoiceable: usd("11.745"), invoiceableBasis: "ACTUAL" },
    });
  });

  it("is the most that it can come to where the carrier did not tell of a voided package", () => {
    const packages = [aPackage("VOIDED"), aPackage("VOID_REFUSED", "3.00")];
    expect(chargesOf([aPurchase({})], [packages], null, "ACTUAL")).toMatchObject({
      ...{ voided: usd("0.00"), actual: usd("20.00"), hasUnknownVoidedCharges: true },
    });
  });

  it("counts a void as done when the carrier has done it, not before", () => {
    expect(chargesOf([aPurchase({})], [[aPackage("VOID_PENDING", "20.00")]], null, "ACTUAL")).toMatchObject({
      ...{ voided: usd("0.00"), actual: usd("20.00"), hasUnknownVoidedCharges: false },
    });
  });

  it("is what is in force, also where the sums are in several currencies or one is not known", () => {
    const live = aPurchase({ chargesAmount: "30.00" });
    const inEuros = aPurchase({ ...voided, chargesCurrency: "EUR" });
    const notKnown = aPurchase({ ...voided, chargesAmount: null, chargesCurrency: null });
    for (const before of [inEuros, notKnown])
      expect(chargesOf([live, before], [[], []], null, "ACTUAL")).toMatchObject({
        ...{ purchased: null, voided: null, actual: usd("30.00"), invoiceable: usd("30.00") },
      });
  });

  it("is invoiced to nobody once it is voided, under either policy, until it is bought again", () => {
    for (const policy of ["ACTUAL", "ESTIMATED"] as const) {
      expect(chargesOf([aPurchase(voided)], [[]], accepted("12.00"), policy)).toMatchObject({
        ...{ actual: usd("0.00"), invoiceable: usd("0.00"), invoiceableBasis: "VOIDED" },
      });
      expect(chargesOf([aPurchase({}), aPurchase(voided)], [[], []], accepted("12.00"), policy)).toMatchObject({
        ...{ purchased: usd("40.00"), voided: usd("20.00"), actual: usd("20.00"), invoiceableBasis: policy },
      });
    }
  });

  it("is invoiced to nobody while a third party pays it, who may be another one after a void", () => {
    const byOther = aPurchase({ payer: "THIRD_PARTY" });
    expect(chargesOf([byOther], [[]], accepted("0.00"), "ESTIMATED")).toMatchObject({
      ...{ actual: usd("20.00"), paidByMerchant: usd("0.00"), paidByOthers: usd("20.00") },
      ...{ invoiceable: usd("0.00"), invoiceableBasis: "PAID_BY_OTHERS" },
    });
    const again = aPurchase({ chargesAmount: "21.00" });
    expect(chargesOf([again, aPurchase({ ...voided, payer: "THIRD_PARTY" })], [[], []], null, "ACTUAL")).toMatchObject({
      ...{ paidByMerchant: usd("21.00"), paidByOthers: usd("0.00"), invoiceable: usd("21.00") },
    });
  });

  it("is invoiced by the rules that the accepted offer was made with, under the policy ACTUAL", () => {
    const dearer = { ...plainPriceRules, marginPercent: "10", handlingAmount: usd("1.00"), freeAbove: usd("50.00") };
    const invoiceable = (orderAmount: Money | null, purchase: Partial<LabelPurchase> = {}) => {
      const offer = accepted("14.20", { rules: dearer, orderAmount });
      const { invoiceable: due, invoiceableBasis } = chargesOf([aPurchase(purchase)], [[]], offer, "ACTUAL");
      return [due?.amount ?? null, invoiceableBasis];
    };
    expect(invoiceable(null)).toEqual(["23.00", "ACTUAL"]);
    expect(invoiceable(usd("50.00"))).toEqual(["0.00", "ACTUAL"]);
    expect(invoiceable(null, voided)).toEqual(["0.00", "VOIDED"]);
    expect(invoiceable(null, { payer: "RECIPIENT" })).toEqual(["0.00", "PAID_BY_OTHERS"]);
    expect(invoiceable(null, { chargesCurrency: "EUR" })).toEqual([null, null]);
  });
});
