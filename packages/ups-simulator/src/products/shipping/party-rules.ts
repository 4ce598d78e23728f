import { Refusal } from "../../answer.js";
import { isPostalCode, isState } from "../../pricing/countries.js";
import { checkPlace, isPostOfficeBoxOnly } from "../../request/place-rules.js";
import type { Party, RequestedShipment } from "../../request/requested-shipment.js";
import { requireByCode } from "../../request/rule-codes.js";
import { checkPhone, shipFromPhone, shipperPhone, shipToPhone } from "./phone-rules.js";

/** The numbers of the three parties run in parallel: 1201xx shipper, 1202xx recipient, 1203xx sender. */
const parties = [
  { key: "shipper", prefix: "1201", name: "shipper", numbers: { name: "120101", attention: "120110" } },
  { key: "shipTo", prefix: "1202", name: "ship to", numbers: { name: "120200", attention: "120201" } },
  { key: "shipFrom", prefix: "1203", name: "ship from", numbers: { name: "120300", attention: "120301" } },
] as const;

/** Names, addresses and phones of all parties. */
export function checkParties(shipment: RequestedShipment): void {
  for (const { key, prefix, name, numbers } of parties) {
    const refuse = (suffix: string, what: string): never => {
      throw new Refusal(`${prefix}${suffix}`, `Missing or invalid ${name} ${what}`);
    };
    checkAddress(shipment[key], refuse);
    checkPlace(shipment[key], {
      state: `${prefix}06`,
      postalOfState: `${prefix}07`,
      postalOfCountry: "128400",
    });
    checkName(shipment[key], numbers);
  }
  if (isPostOfficeBoxOnly(shipment.shipTo.lines)) {
    throw new Refusal("120202", "Missing or invalid ship to address line 1");
  }
  checkSender(shipment);
  checkPhone(shipment.shipper, shipperPhone);
  checkPhone(shipment.shipTo, shipToPhone);
  checkPhone(shipment.shipFrom, shipFromPhone);
  checkContacts(shipment);
}

type Refuse = (suffix: string, what: string) => never;

function checkAddress({ lines, city, state, postalCode, country }: Party, refuse: Refuse): void {
  if (lines.length < 1 || lines.length > 3 || lines.some((line) => line.length > 35)) refuse("02", "address line 1");
  if (city.length < 1 || city.length > 30) refuse("05", "city");
  if (!/^[A-Z]{2}$/.test(country)) refuse("08", "country code");
  if (!isState(country, state)) refuse("06", "state province code");
  if (!isPostalCode(country, postalCode)) refuse("07", "postal code");
}

function checkName({ name, attentionName }: Party, numbers: { name: string; attention: string }): void {
  requireByCode(/^.{1,35}$/.test(name), numbers.name, "name");
  requireByCode(attentionName.length <= 35, numbers.attention, "attention name");
}

/** What goes out starts in the country of the account; only what comes back starts elsewhere. */
function checkSender({ shipper, shipFrom, returnService }: RequestedShipment): void {
  if (returnService || shipFrom.country === shipper.country) return;
  throw new Refusal("120317", "The ShipFrom country does not match the Shipper country");
}

/** Across borders, and for Next Day Air Early, somebody must be there and have a phone. */
function checkContacts({ shipper, shipTo, shipFrom, serviceCode }: RequestedShipment): void {
  if (shipFrom.country === shipTo.country && serviceCode !== "14") return;
  for (const [party, attention, phone] of [
    [shipper, "120110", "120109"],
    [shipTo, "120201", "120209"],
  ] as const) {
    requireByCode(party.attentionName !== "", attention, "attention name");
    requireByCode(party.phone !== "", phone, "phone number");
  }
}
