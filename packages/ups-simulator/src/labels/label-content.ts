import type { BookedShipment } from "../ledger/booked-shipment.js";
import { numericCodeOf } from "../pricing/countries.js";
import { returnMarks } from "../pricing/return-services.js";
import { serviceName, serviceTerms } from "../pricing/services.js";
import type { Party } from "../request/requested-shipment.js";
import { printed } from "./character-set.js";
import { asciiOf } from "./vector-text.js";

/** What is printed on one label, whatever its format. */
export interface LabelContent {
  trackingNumber: string;
  /** Four signs a group, as UPS prints it. */
  spacedTrackingNumber: string;
  from: string[];
  to: string[];
  toPostalCode: string;
  toCountry: string;
  serviceName: string;
  serviceMark: string;
  weight: string;
  piece: string;
  shipmentNumber: string;
  billing: string;
  options: string[];
  references: string[];
  description: string;
  bookedOn: string;
  maxiCode: { mode: 2 | 3; message: string };
}

const groupSeparator = "\x1d";

/** The content of the label of one package; the same each time, so that a recovered label equals the bought one. */
export function labelContent(shipment: BookedShipment, index: number): LabelContent {
  const { request, packages, serviceCode, shipmentIdentificationNumber } = shipment;
  const pkg = request.packages[index];
  const trackingNumber = packages[index]?.trackingNumber ?? "";
  const name = serviceName(serviceCode, request.shipFrom.country);
  const print = (text: string) => printed(text, shipment.characterSet ?? null);
  return {
    trackingNumber,
    spacedTrackingNumber: spaced(trackingNumber),
    from: addressBlock(request.shipFrom, print),
    to: addressBlock(request.shipTo, print),
    toPostalCode: request.shipTo.postalCode,
    toCountry: request.shipTo.country,
    serviceName: name.toUpperCase(),
    serviceMark: serviceMark(serviceCode, request.options.isSaturdayDelivery),
    weight: `${pkg?.weight ?? ""} ${pkg?.weightUnit ?? ""}`,
    piece: `${index + 1} OF ${packages.length}`,
    shipmentNumber: shipmentIdentificationNumber.slice(2),
    billing: request.charges[0]?.payer === "SHIPPER" ? "P/P" : "F/C",
    options: optionMarks(shipment, index),
    references: [...request.references, ...(pkg?.references ?? [])].map(print),
    description: print(request.description),
    bookedOn: shipment.bookedAt.slice(0, 10),
    maxiCode: maxiCode(shipment, index),
  };
}

/** `1Z 999 AA1 01 2345 6784`. */
function spaced(number: string): string {
  return [
    [0, 2],
    [2, 5],
    [5, 8],
    [8, 10],
    [10, 14],
    [14, 18],
  ]
    .map(([from, to]) => number.slice(from, to))
    .join(" ");
}

function addressBlock(party: Party, print: (text: string) => string): string[] {
  const { name, attentionName, phone, lines, city, state, postalCode, country } = party;
  const place = [city, state, postalCode].filter(Boolean).join(" ");
  const block = [attentionName, phone, name, ...lines, place, country].filter(Boolean);
  return block.map((line) => print(line).toUpperCase());
}

/** The big mark beside the service: how fast it is, and an S for Saturday. */
function serviceMark(serviceCode: string, isSaturday: boolean): string {
  const marks: Record<string, string> = { "01": "1", "02": "2", "12": "3", "13": "1P", "14": "1+", "59": "2A" };
  return `${marks[serviceCode] ?? ""}${isSaturday ? "S" : ""}`;
}

function optionMarks({ request }: BookedShipment, index: number): string[] {
  const pkg = request.packages[index];
  const marks = returnMarks(request);
  if (pkg?.deliveryConfirmation === "2" || request.options.deliveryConfirmation === "1")
    marks.push("SIGNATURE REQUIRED");
  if (pkg?.deliveryConfirmation === "3" || request.options.deliveryConfirmation === "2") {
    marks.push("ADULT SIGNATURE REQUIRED");
  }
  if (request.options.isSaturdayDelivery) marks.push("SATURDAY DELIVERY");
  if (pkg?.collectOnDelivery || request.options.collectOnDelivery) marks.push("COD");
  return marks;
}

/** UPS's MaxiCode message: the carrier part by mode (2 inside the US, 3 elsewhere), then the shipment's data. */
function maxiCode(shipment: BookedShipment, index: number): LabelContent["maxiCode"] {
  const { shipTo, packages } = shipment.request;
  const number = shipment.packages[index]?.trackingNumber ?? "";
  const mode = shipTo.country === "US" ? 2 : 3;
  const digits = shipTo.postalCode.replace(/\D/g, "").padEnd(9, "0").slice(0, 9);
  const signs = shipTo.postalCode
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, "")
    .padEnd(6, " ")
    .slice(0, 6);
  const serviceClass = serviceClassOf(shipment.serviceCode);
  const primary = [mode === 2 ? digits : signs, numericCodeOf(shipTo.country), serviceClass];
  const secondary = [
    `[)>\x1e01${groupSeparator}96${number.slice(0, 2)}${number.slice(10, 18)}`,
    "UPSN",
    shipment.shipperNumber,
    dayOfYear(shipment.bookedAt),
    "",
    `${index + 1}/${packages.length}`,
    String(Math.ceil(Number(packages[index]?.weight) || 0)),
    "N",
    "",
    plain(shipTo.city),
    plain(shipTo.state),
  ];
  return { mode, message: `${[...primary, ...secondary].join(groupSeparator)}\x1e\x04` };
}

/** MaxiCode holds about 84 signs: UPS gives a city twenty of them. */
const plain = (text: string) =>
  asciiOf(text)
    .toUpperCase()
    .replace(/[^ 0-9A-Z]/g, "")
    .slice(0, 20);

function dayOfYear(instant: string): string {
  const startOfYear = Date.UTC(Number(instant.slice(0, 4)), 0, 0);
  return String(Math.floor((Date.parse(instant) - startOfYear) / 86_400_000)).padStart(3, "0");
}

/** Three digits. Indicators of letters, as Ground Saver's, are no class: the number of the service stands in. */
function serviceClassOf(serviceCode: string): string {
  const indicator = serviceTerms[serviceCode]?.indicator ?? "1";
  return (/^\d+$/.test(indicator) ? indicator : serviceCode).padStart(3, "0");
}
