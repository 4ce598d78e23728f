import type { ShipmentDetails } from "../../carrier/shipment-details.js";
import type { ShipmentOptionsDetails } from "../../carrier/shipment-options.js";
import { hasDuties, laneOf } from "../words/lanes.js";
import { countryOf } from "../words/places/place.js";
import { upsPostalCode } from "../words/places/sent-parts.js";

const transportationCharge = "01";
const dutiesAndTaxesCharge = "02";

/**
 * Who pays for what (`ShipmentCharge`, alike in Rate and Ship). Duties are named only when another than the recipient
 * takes them, and only across a customs border: the recipient is UPS's default, and elsewhere the charge is invalid.
 */
export function serialiseCharges(details: ShipmentDetails, accountNumber: string) {
  const { options } = details;
  const transportation = { Type: transportationCharge, ...serialisePayer(details, accountNumber) };
  const payer = hasDuties(laneOf(details)) ? serialiseDutiesPayer(options, accountNumber) : null;
  return payer ? [transportation, { Type: dutiesAndTaxesCharge, ...payer }] : [transportation];
}

/**
 * Whose negotiated rates are asked for: the account's own, and where another pays, that one's (Rating.yaml and
 * Shipping.yaml, TPFCNegotiatedRatesIndicator). An account that may not see them is answered with a warning (120911, UPS's
 * public table of codes) and without them.
 */
export function serialiseRatingOptions({ options }: ShipmentDetails) {
  const isPaidByOthers = options.payer !== "SENDER";
  return { NegotiatedRatesIndicator: "", ...(isPaidByOthers && { TPFCNegotiatedRatesIndicator: "" }) };
}

function serialiseDutiesPayer({ dutiesPayer, dutiesPayerAccount }: ShipmentOptionsDetails, accountNumber: string) {
  if (dutiesPayer === "SENDER") return { BillShipper: { AccountNumber: accountNumber } };
  if (dutiesPayer !== "THIRD_PARTY" || !dutiesPayerAccount) return null;
  const { postalCode, countryCode } = dutiesPayerAccount;
  const country = countryOf({ countryCode, postalCode });
  const PostalCode = upsPostalCode(country, postalCode);
  const Address = { ...(PostalCode && { PostalCode }), CountryCode: country };
  return { BillThirdParty: { AccountNumber: dutiesPayerAccount.accountNumber, Address } };
}

function serialisePayer({ options, shipTo }: ShipmentDetails, accountNumber: string) {
  const AccountNumber = options.payerAccountNumber ?? "";
  const { payerCountryCode: countryCode, payerPostalCode: postalCode } = options;
  const country = countryOf(countryCode?.trim() ? { countryCode, postalCode } : shipTo);
  const PostalCode = upsPostalCode(country, postalCode);
  if (options.payer === "RECIPIENT") {
    return { BillReceiver: { AccountNumber, ...(PostalCode && { Address: { PostalCode } }) } };
  }
  if (options.payer === "THIRD_PARTY") {
    const Address = { ...(PostalCode && { PostalCode }), CountryCode: country };
    return { BillThirdParty: { AccountNumber, Address } };
  }
  return { BillShipper: { AccountNumber: accountNumber } };
}
