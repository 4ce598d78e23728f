import { Decimal } from "decimal.js";
import type { ShipmentDetails } from "../../carrier/shipment-details.js";
import type { CollectOnDeliveryFunds } from "../../carrier/shipment-options.js";
import type { FieldProblem, Money } from "../../carrier/values.js";
import { knownCurrencyOf, upsCurrency } from "../words/currencies.js";
import { leastInDollars } from "../words/dollar-bounds.js";
import { type Countries, isUnitedStates, laneOf } from "../words/lanes.js";
import { collectLimitsUsd } from "../words/limits.js";
import { isSendable } from "../words/money.js";
import { isEuropeanUnion } from "../words/places/customs-areas.js";
import { problem, when } from "../words/problems.js";

type Level = "PACKAGE" | "SHIPMENT";

/** UPS's codes of funds, which mean different things at the two levels. What is not here, UPS does not take there. */
const fundsCodes: Record<Level, Partial<Record<CollectOnDeliveryFunds, string>>> = {
  PACKAGE: { ANY_CHECK: "0", CASHIERS_CHECK: "8" },
  SHIPMENT: { CASH: "1", ANY_CHECK: "9" },
};

/** Outside the Union UPS collects there too, of what comes from it (reported of the appendix below; no answer seen). */
const alsoCollectedIn = new Set(["NO", "CH"]);

/**
 * Where UPS collects (Shipping.yaml, COD): per package in North America, per shipment from the European Union. Of where
 * to, the latter says nothing; the appendix of countries that it names is not at hand.
 */
export function collectionLevel({ from, to }: Countries): Level | null {
  if (isUnitedStates(from) && isUnitedStates(to)) return "PACKAGE";
  if (from === "CA" && (to === "CA" || to === "US")) return "PACKAGE";
  if (!isEuropeanUnion(from)) return null;
  return isEuropeanUnion(to) || alsoCollectedIn.has(to) ? "SHIPMENT" : null;
}

export function fundsAt(level: Level): CollectOnDeliveryFunds[] {
  return Object.keys(fundsCodes[level]) as CollectOnDeliveryFunds[];
}

/** Amount and funds where the lane has collection at all; whether it has, the table of service options says. */
export function checkCollection(details: ShipmentDetails): FieldProblem[] {
  const { collectOnDelivery: amount, collectOnDeliveryFunds: funds } = details.options;
  const level = collectionLevel(laneOf(details));
  if (amount === null || level === null) return [];
  const isFundsWrong = funds === null || fundsCodes[level][funds] === undefined;
  const taken = fundsAt(level).join(" or ");
  return [
    ...checkAmount(amount, level === "PACKAGE" ? details.packages.length : 1),
    ...checkCurrency(amount, laneOf(details)),
    ...when(
      isFundsWrong,
      problem("OPTION_NOT_ALLOWED", ["options", "collectOnDeliveryFunds"], `On this lane UPS takes ${taken}`),
    ),
  ];
}

const path = (part: string) => ["options", "collectOnDelivery", part];

/** `shares`: how many packages the amount is collected with. */
function checkAmount({ amount, currencyCode }: Money, shares: number): FieldProblem[] {
  const { least, most } = collectLimitsUsd;
  if (!isSendable({ amount, currencyCode }) || new Decimal(amount).lessThan(new Decimal(least).times(shares))) {
    return [problem("INVALID", path("amount"), `UPS collects amounts of two decimals, at least ${least} a package`)];
  }
  const isTooMuch = leastInDollars({ amount, currencyCode }).dividedBy(shares).greaterThan(most);
  const message = `UPS collects at most ${most} USD${shares > 1 ? " a package" : ""}`;
  return when(isTooMuch, problem("INVALID", path("amount"), message));
}

function checkCurrency({ currencyCode }: Money, { to }: Countries): FieldProblem[] {
  const currency = knownCurrencyOf(to);
  const isTaken = currency === null ? /^[A-Z]{3}$/.test(currencyCode) : currencyCode === currency;
  const message = `UPS collects in the currency of ${to}${currency ? `, ${currency}` : ""}`;
  return when(!isTaken, problem("INVALID", path("currencyCode"), message));
}

/** `COD` of one package; nothing where it is collected otherwise or not at all. */
export function serialisePackageCollection(details: ShipmentDetails, index: number) {
  return collectionLevel(laneOf(details)) === "PACKAGE" ? serialiseCod(details, "PACKAGE", index) : {};
}

/** `COD` of the shipment as a whole; nothing where it is collected per package or not at all. */
export function serialiseShipmentCollection(details: ShipmentDetails) {
  return collectionLevel(laneOf(details)) === "SHIPMENT" ? serialiseCod(details, "SHIPMENT", null) : {};
}

function serialiseCod({ options, packages }: ShipmentDetails, level: Level, index: number | null) {
  const { collectOnDelivery: money, collectOnDeliveryFunds: funds } = options;
  if (money === null || funds === null) return {};
  const amount = index === null ? new Decimal(money.amount).toFixed(2) : shareOf(money.amount, packages.length, index);
  return {
    COD: {
      CODFundsCode: fundsCodes[level][funds] ?? "",
      CODAmount: { CurrencyCode: upsCurrency(money.currencyCode), MonetaryValue: amount },
    },
  };
}

/** Equal parts of an amount, exact to the cent: the first packages take the cents that are left over. */
export function shareOf(amount: string, packages: number, index: number): string {
  const cents = new Decimal(amount).times(100);
  const share = cents.dividedToIntegerBy(packages);
  const isLarger = cents.modulo(packages).greaterThan(index);
  return share
    .plus(isLarger ? 1 : 0)
    .dividedBy(100)
    .toFixed(2);
}
