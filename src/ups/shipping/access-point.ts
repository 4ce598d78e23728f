import type { ShipmentDetails } from "../../carrier/shipment-details.js";
import type { FieldProblem } from "../../carrier/values.js";
import { attentionOf, linesOf, serialiseAddress } from "../words/address.js";
import type { ServiceRow } from "../words/codes.js";
import { maxLines, notificationLimits, textLimits } from "../words/limits.js";
import { countryOf } from "../words/places/place.js";
import { problem, required, when } from "../words/problems.js";
import { serialiseNotification } from "./notifications.js";

/** Hold for pickup at the access point; refused without an alternate delivery address. */
const holdForPickup = { Code: "01" };
/** Alternate delivery location: UPS writes to the recipient when the package can be fetched. */
const readyToFetch = "012";

/** What Ship wants of an access point; nothing for a delivery to the door. */
export function serialiseAccessPoint({ accessPoint, shipTo }: ShipmentDetails) {
  if (accessPoint === null) return {};
  return {
    ShipmentIndicationType: [holdForPickup],
    AlternateDeliveryAddress: {
      Name: placeName(accessPoint.name),
      AttentionName: attentionOf(shipTo) ?? "",
      UPSAccessPointID: accessPoint.carrierLocationId,
      Address: placeAddress(accessPoint.address),
    },
  };
}

/** What a price depends on of it: Rate knows neither the id nor whom to ask for. */
export function serialiseRatedAccessPoint({ accessPoint }: ShipmentDetails) {
  if (accessPoint === null) return {};
  return {
    ShipmentIndicationType: [holdForPickup],
    AlternateDeliveryAddress: { Name: placeName(accessPoint.name), Address: placeAddress(accessPoint.address) },
  };
}

export function accessPointNotifications({ accessPoint, shipTo }: ShipmentDetails) {
  const email = shipTo.email?.trim();
  if (accessPoint === null || !email) return [];
  return [serialiseNotification(readyToFetch, [email], null)];
}

/** In the recipient's country; for a label, with an address to write to when it is there. */
export function checkAccessPoint(details: ShipmentDetails, service: ServiceRow | null): FieldProblem[] {
  const { accessPoint, shipTo, options } = details;
  if (accessPoint === null) return [];
  const country = countryOf(accessPoint.address);
  const isAbroad = country !== countryOf(shipTo);
  return [
    ...when(isAbroad, problem("INVALID", ["accessPoint"], `The access point is in ${country}, the recipient is not`)),
    ...when(
      service !== null && !shipTo.email?.trim(),
      required(["shipTo", "email"], "UPS writes to the recipient when the package is at the access point"),
    ),
    ...when(
      options.notifications.length >= notificationLimits.events,
      problem("INVALID", ["options", "notifications"], "With an access point UPS writes about one event less"),
    ),
  ];
}

/** UPS's own words in UPS's own limit: the id says which place it is. */
function placeName(name: string): string {
  return name.slice(0, textLimits.company).trim();
}

function placeAddress(address: Parameters<typeof serialiseAddress>[0]) {
  return serialiseAddress({ ...address, lines: linesOf(address).flatMap(wrapped).slice(0, maxLines) });
}

/** Locator writes a street in one long line, Ship takes up to three short ones: broken between words. */
function wrapped(line: string): string[] {
  const lines: string[] = [];
  for (const word of line.split(/\s+/)) {
    const last = lines.at(-1);
    const longer = last === undefined ? word : `${last} ${word}`;
    if (last !== undefined && longer.length <= textLimits.line) lines[lines.length - 1] = longer;
    else lines.push(word.slice(0, textLimits.line));
  }
  return lines;
}
