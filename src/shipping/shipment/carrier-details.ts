import type { PackageDetails, ShipmentDetails } from "../../carrier/shipment-details.js";
import type { StoredPackage, StoredShipmentDetails } from "../../entities/values/stored-shipment-details.js";

/** What is stored, in the carrier port's words. */
export function toCarrierDetails(stored: StoredShipmentDetails, reference: string | null): ShipmentDetails {
  return {
    shipFrom: stored.shipFrom,
    shipTo: stored.shipTo,
    packages: stored.packages.map(toCarrierPackage),
    options: stored.options,
    reference,
    shipDate: stored.shipDate,
  };
}

function toCarrierPackage(pkg: StoredPackage): PackageDetails {
  const { weight, dimensions, packageType, declaredValue, reference, items } = pkg;
  return {
    weight,
    dimensions,
    packageType,
    declaredValue,
    reference,
    description: items.map((item) => item.description).join(", ") || null,
  };
}
