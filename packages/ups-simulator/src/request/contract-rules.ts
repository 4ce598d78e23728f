import { Refusal } from "../answer.js";
import { type ContractService, contractService, reaches } from "../pricing/contract-services.js";
import { isSuspended } from "../pricing/suspended.js";
import type { RequestedPackage, RequestedShipment } from "./requested-shipment.js";
import { type RuleCodes, requireBounds } from "./rule-codes.js";

const ownPackaging = "02";

/** What the services of contracts ask for beside the rules of all: where, how much, in which unit, and plain delivery. */
export function checkContractService(service: ContractService, shipment: RequestedShipment, codes: RuleCodes): void {
  const { shipFrom, shipTo, packages } = shipment;
  if (shipFrom.country !== "US") {
    throw new Refusal(codes.serviceFromOrigin, "The requested service is invalid from the selected origin.");
  }
  if (!reaches(service, shipFrom.country, shipTo.country) || isSuspended(shipTo)) {
    throw new Refusal(codes.serviceOnLane, "The requested service is unavailable between the selected locations.");
  }
  requireBounds(packages.length === 1, "Package (one for this service)");
  for (const pkg of packages) checkPackage(service, pkg, codes);
  refuseOptions(shipment, codes);
}

function checkPackage({ lightest, heaviest, largest }: ContractService, pkg: RequestedPackage, codes: RuleCodes): void {
  if (pkg.packaging !== ownPackaging) throw new Refusal(codes.packaging, "The packaging type is missing or invalid.");
  const weight = Number(pkg.weight);
  if (!(weight >= lightest && weight <= heaviest)) {
    throw new Refusal(codes.packageWeight, "Missing/Illegal Package/PackageWeight/Weight");
  }
  if (largest === undefined || !pkg.dimensions) return;
  const { length, width, height } = pkg.dimensions;
  const sides = [Number(length), Number(width), Number(height)].sort((a, b) => b - a) as [number, number, number];
  if (sides[0] + 2 * (sides[1] + sides[2]) > largest) {
    throw new Refusal(codes.size, `Package exceeds the maximum size total constraint of ${largest} IN.`);
  }
}

function refuseOptions({ options, packages, accessPointId, returnService }: RequestedShipment, codes: RuleCodes): void {
  const isSigned = options.deliveryConfirmation !== "" || packages.some((pkg) => pkg.deliveryConfirmation);
  const isCollected = options.collectOnDelivery !== "" || packages.some((pkg) => pkg.collectOnDelivery);
  const isExtra = isSigned || isCollected || options.isSaturdayDelivery || accessPointId !== undefined;
  if (!isExtra && !returnService) return;
  throw new Refusal(codes.optionUnavailable, "The requested accessory option is unavailable: with this service.");
}

/** The service's own unit of weight; null: that of the country. */
export function contractWeightUnit(serviceCode: string): string | null {
  return contractService(serviceCode)?.weightUnit ?? null;
}
