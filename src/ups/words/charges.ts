import { z } from "zod";
import type { RateCharge } from "../../carrier/rating.js";
import type { Money } from "../../carrier/values.js";
import { addAmounts, subtractMoney, sumOf } from "../../money.js";
import { chargeName, taxName } from "./charge-names.js";
import { isAmount, upsMoney } from "./money.js";
import { listOf, maybe, text } from "./shapes.js";

const itemisedCharge = z.object({
  Code: text,
  CurrencyCode: text.optional(),
  MonetaryValue: text,
  SubType: text.optional(),
});

/*
 * What a price is made of. Where it cannot be read it is as if UPS did not itemise: a price, and above all a bought label,
 * is not lost for it.
 */
export const itemisedCharges = listOf(itemisedCharge).catch([]);
export const taxCharges = listOf(z.object({ Type: text, MonetaryValue: text })).catch([]);

type ItemisedCharge = z.infer<typeof itemisedCharge>;
type TaxCharge = z.infer<typeof taxCharges>[number];

/** What UPS itemises of a price, and the price that it has to explain. */
export interface ChargeBlock {
  price: Money;
  base: Money | undefined;
  itemised: ItemisedCharge[];
  taxes: TaxCharge[];
  /** What to call it when the charges come to more than the price. */
  discountName: string;
}

export const optionalMoney = maybe(upsMoney);
export const baseCharge = optionalMoney.catch(undefined);
/** What is charged for one package alone at the negotiated price. */
export const negotiatedItems = maybe(z.object({ ItemizedCharges: itemisedCharges })).catch(undefined);

/**
 * Charges that sum to the price exactly, in its currency: base first, then taxes, last what UPS does not itemise, which
 * is negative when the charges come to more. Equal numbers of several packages are summed, zeros left out.
 */
export function toCharges({ price, base, itemised, taxes, discountName }: ChargeBlock): RateCharge[] {
  const charges = [
    ...toItemised(base, itemised, price.currencyCode),
    ...mergeTaxes(taxes).map((tax) => toTax(tax, price.currencyCode)),
  ];
  return [...charges, ...remainderOf(price, charges, discountName)];
}

/** The base charge, then what is itemised beside it, as far as it is in this currency. */
export function toItemised(base: Money | undefined, itemised: ItemisedCharge[], currencyCode: string): RateCharge[] {
  return [
    ...(base ? [{ carrierChargeCode: null, kind: "BASE" as const, name: "Transport", amount: base }] : []),
    ...mergeCharges(itemised).map((charge) => toCharge(charge, currencyCode)),
  ].filter((charge) => charge.amount.currencyCode === currencyCode);
}

function remainderOf(price: Money, charges: RateCharge[], discountName: string): RateCharge[] {
  const explained = charges.map((charge) => charge.amount);
  const amount = subtractMoney(price, sumOf(explained, price.currencyCode));
  if (Number(amount.amount) === 0) return [];
  const name = amount.amount.startsWith("-") ? discountName : "Charges that UPS does not itemise";
  return [{ carrierChargeCode: null, kind: "OTHER", name, amount }];
}

function toCharge(charge: ItemisedCharge, currencyCode: string): RateCharge {
  const [kind, name] = chargeName(charge.Code);
  const amount = { amount: charge.MonetaryValue, currencyCode: charge.CurrencyCode ?? currencyCode };
  return { carrierChargeCode: charge.Code, kind, name, amount };
}

function toTax(tax: TaxCharge, currencyCode: string): RateCharge {
  const amount = { amount: tax.MonetaryValue, currencyCode };
  return { carrierChargeCode: null, kind: "TAX", name: taxName(tax.Type), amount };
}

function mergeCharges(charges: ItemisedCharge[]): ItemisedCharge[] {
  const byKind = new Map<string, ItemisedCharge>();
  for (const charge of charges.filter(isCharged)) {
    const key = JSON.stringify([charge.Code, charge.SubType, charge.CurrencyCode]);
    const sum = byKind.get(key);
    const MonetaryValue = sum ? addAmounts(sum.MonetaryValue, charge.MonetaryValue) : charge.MonetaryValue;
    byKind.set(key, { ...charge, MonetaryValue });
  }
  return [...byKind.values()];
}

/** A Canadian capture has the negotiated tax twice while the total holds it once. */
function mergeTaxes(taxes: TaxCharge[]): TaxCharge[] {
  const once = new Map(taxes.filter(isCharged).map((tax) => [JSON.stringify([tax.Type, tax.MonetaryValue]), tax]));
  return [...once.values()];
}

/** What is no number explains nothing. */
export function isCharged({ MonetaryValue }: { MonetaryValue: string }): boolean {
  return isAmount(MonetaryValue) && Number(MonetaryValue) !== 0;
}
