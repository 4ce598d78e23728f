import { Refusal } from "../answer.js";
import { isUnitedStates } from "../pricing/countries.js";
import type { RequestedCharge, RequestedShipment } from "./requested-shipment.js";
import { type RuleCodes, requireBounds, requireByCode, requireField } from "./rule-codes.js";

const transportation = "01";
const types = [transportation, "02", "03"];
/** Six signs that are nobody's account. */
const noAccount = "000000";

/**
 * Who pays, in Rate and Ship alike: one of the four kinds of payer for each charge, with a believable account and the
 * postal code that goes with it. `path`: where the charges stand in the request.
 */
export function checkCharges(shipment: RequestedShipment, path: string, codes: RuleCodes): void {
  const { charges } = shipment;
  requireBounds(charges.length <= 3, path);
  requireBounds(new Set(charges.map(({ type }) => type)).size === charges.length, `${path}.Type`);
  for (const charge of charges) checkPayer(charge, shipment, path, codes);
}

function checkPayer(charge: RequestedCharge, shipment: RequestedShipment, path: string, codes: RuleCodes): void {
  const { type, payer, accountNumber } = charge;
  requireBounds(types.includes(type), `${path}.Type`);
  requireField(payer !== "NONE", `${path}.BillShipper`);
  if (payer === "CONSIGNEE") {
    const isInStates = isUnitedStates(shipment.shipFrom.country) && isUnitedStates(shipment.shipTo.country);
    requireByCode(type === transportation && isInStates, codes.consignee, `${path}.ConsigneeBilledIndicator`);
    return;
  }
  const isOwn = accountNumber.toUpperCase() === shipment.shipperNumber.toUpperCase();
  const isAccount =
    /^[0-9A-Za-z]{6}$/.test(accountNumber) && accountNumber !== noAccount && (payer !== "SHIPPER" || isOwn);
  if (!isAccount) throw new Refusal(codes.payerAccount, "Missing or invalid payer account number");
  checkAccountAddress(charge, shipment.shipTo.country, path, codes);
}

/** Accounts of the United States, Puerto Rico and Canada have postal codes of a known form. */
function checkAccountAddress(
  { payer, postalCode, countryCode = "" }: RequestedCharge,
  destination: string,
  path: string,
  codes: RuleCodes,
): void {
  if (payer === "SHIPPER") return;
  const address = `${path}.${payer === "RECEIVER" ? "BillReceiver" : "BillThirdParty"}.Address`;
  requireByCode(payer !== "THIRD_PARTY" || countryCode !== "", codes.payerCountry, `${address}.CountryCode`);
  const country = payer === "THIRD_PARTY" ? countryCode : destination;
  const isNeeded = isUnitedStates(country) || country === "CA";
  const isTaken = postalCode.length <= 9 && (postalCode !== "" || !isNeeded);
  requireByCode(isTaken, codes.payerPostalCode, `${address}.PostalCode`);
}
