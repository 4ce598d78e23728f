import { z } from "zod";
import type { RateCharge } from "../../carrier/rating.js";
import type { Money } from "../../carrier/values.js";
import { addAmounts, subtractMoney, sumOf } from "../../money.js";
import { chargeName, modifierName, taxName } from "./charge-names.js";
import { isAmount, upsAmount, upsCurrencyCode, upsMoney } from "./money.js";
import { maybe, maybeText, nullIfUnreadable, readableIfThere, readableOf, readableOrNullOf } from "./shapes.js";

const itemisedCharge = z.object({
  Code: maybeText,
  CurrencyCode: readableIfThere(upsCurrencyCode),
  MonetaryValue: upsAmount,
  SubType: maybeText,
});

/*
 * What a price is made of. What cannot be read of it is as if UPS did not itemise it: a price, and above all a bought
 * label, is not lost for it.
 */
export const itemisedCharges = readableOf(itemisedCharge);
/** Of one package: null for each that cannot be read, since the rest of them is then not what the package costs. */
export const packageItemisedCharges = readableOrNullOf(itemisedCharge);
export const taxCharges = readableOf(z.object({ Type: maybeText, MonetaryValue: upsAmount }));
/** Signed corrections of the base charge, without a currency (Rating.yaml, RatedPackage_RateModifier). */
export const rateModifiers = readableOf(z.object({ ModifierType: maybeText, Amount: upsAmount }));

type ItemisedCharge = z.infer<typeof itemisedCharge>;
type TaxCharge = z.infer<typeof taxCharges>[number];
type RateModifier = z.infer<typeof rateModifiers>[number];

/** What UPS itemises of a price, and the price that it has to explain. */
export interface ChargeBlock {
  price: Money;
  base: Money | undefined;
  itemised: ItemisedCharge[];
  modifiers: RateModifier[];
  taxes: TaxCharge[];
  /** What to call it when the charges come to more than the price. */
  discountName: string;
}

export const optionalMoney = maybe(upsMoney);
/** Null: something is there that cannot be read. */
export const moneyIfReadable = nullIfUnreadable(upsMoney);

/**
 * Charges that sum to the price exactly, in its currency: base first, then taxes, last what UPS does not itemise, which
 * is negative when the charges come to more. Equal numbers of several packages are summed, zeros left out.
 */
export function toCharges({ price, base, itemised, modifiers, taxes, discountName }: ChargeBlock): RateCharge[] {
  const charges = [
    ...toItemised(base, itemised, price.currencyCode),
    ...mergeTaxes(taxes).map((tax) => toTax(tax, price.currencyCode)),
  ];
  const all = [...charges, ...explaining(modifiersOf(modifiers, price.currencyCode), charges, price)];
  return [...all, ...remainderOf(price, all, discountName)];
}

/** The base charge, then fuel, then what else is itemised beside it, as far as it is in this currency. */
export function toItemised(base: Money | undefined, itemised: ItemisedCharge[], currencyCode: string): RateCharge[] {
  return [
    ...(base && Number(base.amount) !== 0
      ? [{ carrierChargeCode: null, kind: "BASE" as const, name: "Transport", amount: base }]
      : []),
    ...mergeCharges(itemised, currencyCode)
      .map((charge) => toCharge(charge, currencyCode))
      .sort((left, right) => Number(right.kind === "FUEL") - Number(left.kind === "FUEL")),
  ].filter((charge) => charge.amount.currencyCode === currencyCode);
}

/** UPS does not say whether its base charges hold the modifiers already: they are told where the price needs them. */
function explaining(modifiers: RateCharge[], charges: RateCharge[], price: Money): RateCharge[] {
  const gap = (told: RateCharge[]) => Math.abs(Number(unexplained(price, told).amount));
  return gap([...charges, ...modifiers]) < gap(charges) ? modifiers : [];
}

function remainderOf(price: Money, charges: RateCharge[], discountName: string): RateCharge[] {
  const amount = unexplained(price, charges);
  if (Number(amount.amount) === 0) return [];
  const name = amount.amount.startsWith("-") ? discountName : "Charges that UPS does not itemise";
  return [{ carrierChargeCode: null, kind: "OTHER", name, amount }];
}

function unexplained(price: Money, charges: RateCharge[]): Money {
  const explained = charges.map((charge) => charge.amount);
  return subtractMoney(price, sumOf(explained, price.currencyCode));
}

function toCharge(charge: ItemisedCharge, currencyCode: string): RateCharge {
  const [kind, name] = chargeName(charge.Code);
  const amount = { amount: charge.MonetaryValue, currencyCode: charge.CurrencyCode ?? currencyCode };
  return { carrierChargeCode: charge.Code ?? null, kind, name, amount };
}

function toTax(tax: TaxCharge, currencyCode: string): RateCharge {
  const amount = { amount: tax.MonetaryValue, currencyCode };
  return { carrierChargeCode: null, kind: "TAX", name: taxName(tax.Type), amount };
}

function modifiersOf(modifiers: RateModifier[], currencyCode: string): RateCharge[] {
  const asCharges = modifiers.map(({ ModifierType, Amount }) => {
    return { Code: ModifierType, MonetaryValue: Amount, CurrencyCode: undefined, SubType: undefined };
  });
  return mergeCharges(asCharges, currencyCode).map(({ Code, MonetaryValue }) => {
    const amount = { amount: MonetaryValue, currencyCode };
    return { carrierChargeCode: Code ?? null, kind: "OTHER", name: modifierName(Code), amount };
  });
}

function mergeCharges(charges: ItemisedCharge[], currencyCode: string): ItemisedCharge[] {
  const byKind = new Map<string, ItemisedCharge>();
  for (const charge of charges.filter(isCharged)) {
    const key = JSON.stringify([charge.Code, charge.SubType, charge.CurrencyCode]);
    const sum = byKind.get(key);
    const MonetaryValue = sum
      ? addAmounts(sum.MonetaryValue, charge.MonetaryValue, charge.CurrencyCode ?? currencyCode)
      : charge.MonetaryValue;
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
