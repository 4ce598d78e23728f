import { Refusal } from "../answer.js";
import { currencyOf, isEuropeanUnion, isUnitedStates } from "../pricing/countries.js";
import type { RequestedCollection, RequestedShipment } from "./requested-shipment.js";
import { type RuleCodes, requireBounds } from "./rule-codes.js";

/** Funds by level: 0 any check, 8 cashier's check, of a package; 1 cash, 9 any check, of a shipment. */
const packageFunds = new Set(["0", "8"]);
const shipmentFunds = new Set(["1", "9"]);
const mostDollars = 50_000;
const letter = "01";

/** Collect on delivery: at which level the lane has it, what excludes it, and whether funds and amounts are right. */
export function checkCollection(shipment: RequestedShipment, codes: RuleCodes): void {
  const { options, packages, shipFrom, shipTo, accessPointId } = shipment;
  const collected = packages.filter((pkg) => pkg.collection);
  const isOfShipment = options.collection !== undefined;
  if (collected.length === 0 && !isOfShipment) return;
  const refuseIf = (isWrong: boolean, what: string) => {
    if (isWrong) throw new Refusal(codes.optionUnavailable, `The requested accessory option is unavailable: ${what}.`);
  };
  const isSigned = options.deliveryConfirmation !== "" || packages.some((pkg) => pkg.deliveryConfirmation);
  const isLetterToStates =
    shipFrom.country === "CA" && shipTo.country === "US" && collected.some((pkg) => pkg.packaging === letter);
  refuseIf(isSigned, "COD together with delivery confirmation");
  refuseIf(collected.length > 0 && !isPackageLane(shipment), "COD of a package");
  refuseIf(isOfShipment && !isEuropeanUnion(shipFrom.country), "COD of a shipment");
  refuseIf(isLetterToStates, "COD of a UPS Letter from Canada to the United States");
  refuseIf(accessPointId !== undefined, "COD at an access point");
  for (const { collection, collectOnDelivery } of collected)
    checkTerms(collection, collectOnDelivery, packageFunds, shipTo.country);
  if (isOfShipment) checkTerms(options.collection, options.collectOnDelivery, shipmentFunds, shipTo.country);
}

function isPackageLane({ shipFrom, shipTo }: RequestedShipment): boolean {
  const isStates = isUnitedStates(shipFrom.country) && isUnitedStates(shipTo.country);
  return isStates || (shipFrom.country === "CA" && ["CA", "US"].includes(shipTo.country));
}

function checkTerms(
  collection: RequestedCollection | undefined,
  amount: string,
  funds: ReadonlySet<string>,
  destination: string,
): void {
  requireBounds(funds.has(collection?.fundsCode ?? ""), "COD.CODFundsCode");
  requireBounds(/^\d+(\.\d{1,2})?$/.test(amount) && Number(amount) >= 0.01, "COD.CODAmount.MonetaryValue");
  const isDollars = collection?.currencyCode === "USD";
  requireBounds(!isDollars || Number(amount) <= mostDollars, "COD.CODAmount.MonetaryValue");
  // Of other countries the simulator does not know the currency.
  const isKnown = isUnitedStates(destination) || currencyOf(destination).code !== "USD";
  const isRight = isKnown
    ? collection?.currencyCode === currencyOf(destination).code
    : /^[A-Z]{3}$/.test(collection?.currencyCode ?? "");
  requireBounds(isRight, "COD.CODAmount.CurrencyCode");
}
