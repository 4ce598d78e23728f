import { Refusal } from "../answer.js";
import { currencyOf, dollarsOf, isEuropeanUnion, isUnitedStates } from "../pricing/countries.js";
import type { RequestedCollection, RequestedShipment } from "./requested-shipment.js";
import type { RuleCodes } from "./rule-codes.js";

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
  const refuseIf = (isWrong: boolean, what: string, code = codes.collection) => {
    if (isWrong) throw new Refusal(code, `The requested accessory option is unavailable: ${what}.`);
  };
  const isSigned = options.deliveryConfirmation !== "" || packages.some((pkg) => pkg.deliveryConfirmation);
  const isLetterToStates =
    shipFrom.country === "CA" && shipTo.country === "US" && collected.some((pkg) => pkg.packaging === letter);
  refuseIf(isSigned, "COD together with delivery confirmation", codes.twoOptions);
  refuseIf(collected.length > 0 && !isPackageLane(shipment), "COD of a package", codes.collectionOfPackage);
  const isCollected = isEuropeanUnion(shipTo.country) || ["NO", "CH"].includes(shipTo.country);
  refuseIf(isOfShipment && !(isEuropeanUnion(shipFrom.country) && isCollected), "COD of a shipment");
  refuseIf(isLetterToStates, "COD of a UPS Letter from Canada to the United States");
  refuseIf(accessPointId !== undefined, "COD at an access point", codes.twoOptions);
  for (const { collection, collectOnDelivery } of collected)
    checkTerms({ collection, amount: collectOnDelivery, funds: packageFunds }, shipTo.country, codes);
  const { collection, collectOnDelivery: amount } = options;
  if (isOfShipment) checkTerms({ collection, amount, funds: shipmentFunds }, shipTo.country, codes);
}

function isPackageLane({ shipFrom, shipTo }: RequestedShipment): boolean {
  const isStates = isUnitedStates(shipFrom.country) && isUnitedStates(shipTo.country);
  return isStates || (shipFrom.country === "CA" && ["CA", "US"].includes(shipTo.country));
}

interface Terms {
  collection: RequestedCollection | undefined;
  amount: string;
  funds: ReadonlySet<string>;
}

function checkTerms({ collection, amount, funds }: Terms, destination: string, codes: RuleCodes): void {
  const require = (isRight: boolean, code: string, what: string) => {
    if (!isRight) throw new Refusal(code, `The COD ${what} is invalid.`);
  };
  require(funds.has(collection?.fundsCode ?? ""), codes.collectionFunds, "funds code");
  require(/^\d+(\.\d{1,2})?$/.test(amount) && Number(amount) >= 0.01, codes.collectionAmount, "amount");
  const dollars = dollarsOf(Number(amount), collection?.currencyCode ?? "") ?? 0;
  require(dollars <= mostDollars, codes.collectionTooHigh, "amount, over the limit,");
  require(isCurrencyOf(destination, collection?.currencyCode ?? ""), codes.collectionCurrency, "currency");
}

/** Of countries that the simulator does not know the currency of, any. */
function isCurrencyOf(destination: string, currencyCode: string): boolean {
  const isKnown = isUnitedStates(destination) || currencyOf(destination).code !== "USD";
  return isKnown ? currencyCode === currencyOf(destination).code : /^[A-Z]{3}$/.test(currencyCode);
}
