import type { ShipmentDetails } from "../../carrier/shipment-details.js";
import { upsPostalCode } from "../words/address.js";
import { countryOf, isQualifiedDomestic, laneOf } from "../words/lanes.js";

const transportationCharge = "01";
const dutiesAndTaxesCharge = "02";

/**
 * Who pays for what (`ShipmentCharge`, alike in Rate and Ship). Duties are named only when the sender takes them, and
 * only across a customs border: the recipient is UPS's default, and elsewhere the charge is invalid.
 */
export function serialiseCharges(details: ShipmentDetails, accountNumber: string) {
  const { options } = details;
  const transportation = { Type: transportationCharge, ...serialisePayer(details, accountNumber) };
  const isDutyPaidBySender = options.dutiesPayer === "SENDER" && !isQualifiedDomestic(laneOf(details));
  return isDutyPaidBySender
    ? [transportation, { Type: dutiesAndTaxesCharge, BillShipper: { AccountNumber: accountNumber } }]
    : [transportation];
}

function serialisePayer({ options, shipTo }: ShipmentDetails, accountNumber: string) {
  const AccountNumber = options.payerAccountNumber ?? "";
  const country = options.payerCountryCode?.trim().toUpperCase() || countryOf(shipTo);
  const PostalCode = upsPostalCode(country, options.payerPostalCode);
  if (options.payer === "RECIPIENT") {
    return { BillReceiver: { AccountNumber, ...(PostalCode && { Address: { PostalCode } }) } };
  }
  if (options.payer === "THIRD_PARTY") {
    const CountryCode = options.payerCountryCode?.toUpperCase() ?? "";
    return { BillThirdParty: { AccountNumber, Address: { ...(PostalCode && { PostalCode }), CountryCode } } };
  }
  return { BillShipper: { AccountNumber: accountNumber } };
}
