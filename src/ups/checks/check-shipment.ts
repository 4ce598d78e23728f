import { countryCode, isCountryCode } from "../../carrier/address-parts.js";
import type { ShipmentDetails } from "../../carrier/shipment-details.js";
import type { Address, FieldProblem } from "../../carrier/values.js";
import { type AddressUse, checkAddress } from "../addresses/check-address.js";
import { checkDeliverable, checkServed } from "../addresses/check-served.js";
import { checkExportFiling } from "../customs/check-export-filing.js";
import { checkDeclared, checkDeclaredLane } from "../customs/declaration.js";
import { goodsValue } from "../customs/goods-value.js";
import { goodsTotal, isInvoiceTotal } from "../customs/invoice-total.js";
import { checkAccessPoint } from "../shipping/access-point.js";
import { letterProblems, printable } from "../shipping/letters.js";
import { packagesWithoutReferenceSlot } from "../shipping/references.js";
import { findServiceRow, type ServiceRow } from "../words/codes.js";
import { isCrossBorder, laneOf, needsDescription, needsInvoiceTotal } from "../words/lanes.js";
import { contactServices, maxPackages, textLimits } from "../words/limits.js";
import { letter } from "../words/package-types.js";
import { checkText, problem, required, when } from "../words/problems.js";
import { systemOf } from "../words/unit-system.js";
import { checkDangerousGoods } from "./check-dangerous-goods.js";
import { checkNamedService } from "./check-named-service.js";
import { checkOptions } from "./check-options.js";
import { checkOrigin } from "./check-origin.js";
import { checkPackage } from "./check-package.js";
import { checkReturn } from "./check-return.js";
import { checkShipDate } from "./check-ship-date.js";
import { unsupportedReason } from "./options/supported-service.js";

/**
 * UPS's limits and lane rules without asking UPS. With a service: everything UPS wants for a label of it; without:
 * what a price needs. Paths are relative to `details`, but for `service`.
 */
export function checkShipment(
  written: ShipmentDetails,
  serviceCode: string | null,
  now: Date,
  shipper: Address | null = null,
): FieldProblem[] {
  const service = serviceCode === null ? null : findServiceRow(serviceCode);
  if (serviceCode !== null && !service)
    return [problem("INVALID", ["service"], `${serviceCode} is not supported by this service`)];
  // Only labels are printed: their limits are of the letters that UPS is told.
  const printed = service && printable(written, shipper);
  const details = printed?.details ?? written;
  const addresses = [...(printed ? letterProblems(printed) : []), ...checkAddresses(details, service)];
  // What a lane allows that there is not would only mislead.
  const countries = [details.shipFrom, details.shipTo].map((address) => countryCode(address.countryCode));
  if (!countries.every(isCountryCode)) return addresses;
  return [
    ...addresses,
    ...checkOrigin(details, shipper),
    ...checkAccessPoint(details, service),
    ...checkPackages(details, service),
    ...checkDangerousGoods(details, service),
    ...checkText(details.reference, textLimits.reference, ["reference"]),
    ...checkOptions(details, service),
    ...checkShipDate(details.shipDate, service !== null, now),
    ...checkService(details, service),
    ...checkNamedService(details, service),
    ...checkDeclaredLane(details),
    ...checkCustoms(details, service),
    ...checkReturn(details, service, shipper),
  ];
}

function checkAddresses(details: ShipmentDetails, service: ServiceRow | null): FieldProblem[] {
  const use = addressUse(details, service);
  const { shipFrom, shipTo, accessPoint } = details;
  return [
    ...checkAddress(shipFrom, use, ["shipFrom"]),
    ...checkServed(shipFrom, ["shipFrom"]),
    ...checkAddress(shipTo, use, ["shipTo"]),
    // What is fetched at an access point is not brought to the recipient's box.
    ...(accessPoint === null ? checkDeliverable : checkServed)(shipTo, ["shipTo"]),
  ];
}

function addressUse(details: ShipmentDetails, service: ServiceRow | null): AddressUse {
  if (service === null) return "RATE";
  const lane = laneOf(details);
  const isFar = isCrossBorder(lane) || lane.customs === "REQUIRED";
  return isFar || contactServices.has(service.ups) ? "CONTACT" : "SHIP";
}

function checkPackages(details: ShipmentDetails, service: ServiceRow | null): FieldProblem[] {
  const { packages } = details;
  if (packages.length === 0) return [required(["packages"], "A shipment has at least one package")];
  if (packages.length > maxPackages) {
    return [problem("TOO_LONG", ["packages"], `UPS takes at most ${maxPackages} packages`)];
  }
  const system = systemOf(details, null);
  const currencies = new Set(packages.flatMap((pkg) => pkg.declaredValue?.currencyCode ?? []));
  return [
    ...packages.flatMap((pkg, index) => checkPackage(pkg, system, service, ["packages", index])),
    ...when(currencies.size > 1, problem("INVALID", ["packages"], "UPS takes declared values in one currency")),
    ...packagesWithoutReferenceSlot(details).map((index) =>
      problem("NOT_ALLOWED", ["packages", index, "reference"], "UPS keeps no more references on this lane"),
    ),
  ];
}

function checkService(details: ShipmentDetails, service: ServiceRow | null): FieldProblem[] {
  if (service === null) return [];
  const reason = unsupportedReason(service, laneOf(details));
  return reason === null ? [] : [problem("NOT_ALLOWED", ["service"], reason)];
}

/** Only what is bought is declared. */
function checkCustoms(details: ShipmentDetails, service: ServiceRow | null): FieldProblem[] {
  if (service === null) return [];
  return [...checkContents(details, service), ...checkGoods(details)];
}

function checkContents(details: ShipmentDetails, service: ServiceRow): FieldProblem[] {
  const isLettersOnly = details.packages.every((pkg) => pkg.packageType === letter);
  const isDescriptionMissing =
    needsDescription(laneOf(details), service.ups, isLettersOnly) &&
    details.packages.every((pkg) => !pkg.description?.trim());
  const path = ["packages", 0, "description"];
  return when(isDescriptionMissing, required(path, "UPS needs to know what is inside on this lane"));
}

/** A declaration that is wrong is put right before anybody asks what it comes to. */
function checkGoods(details: ShipmentDetails): FieldProblem[] {
  const undeclarable = [...checkDeclared(details), ...checkExportFiling(details)];
  if (undeclarable.length > 0) return undeclarable;
  return needsInvoiceTotal(laneOf(details), details.returnService !== null) ? checkGoodsValue(details) : [];
}

/** A total is not the fault of one package: the first that lacks a value is named, else the first. */
function checkGoodsValue(details: ShipmentDetails): FieldProblem[] {
  const lane = laneOf(details);
  const total = goodsTotal(details);
  const index = Math.max(
    0,
    details.packages.findIndex((pkg) => goodsValue(pkg) === null),
  );
  const isDeclared = details.customs !== null && !details.customs.isDerived;
  const path = isDeclared ? ["customs", "items"] : ["packages", index, "contentsValue"];
  const places = `from ${lane.from} to ${lane.to}`;
  if (total === null) {
    const how = "give each item a unitValue, or the package a declaredValue, all in one currency of ISO 4217";
    return [required(path, `UPS needs the value of the goods ${places}: ${how}`)];
  }
  const message = "UPS takes a value of the goods, by unitValue or declaredValue, from 1 to 99999999";
  return when(!isInvoiceTotal(total), problem("INVALID", path, message));
}
