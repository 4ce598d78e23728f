import type { PackageDetails, ShipmentDetails } from "../../carrier/shipment-details.js";
import type { DimensionUnit, WeightUnit } from "../../carrier/values.js";
import type { ServiceRow } from "../words/codes.js";
import { upsCurrency } from "../words/currencies.js";
import { hasPackageSignature, type Lane, laneOf } from "../words/lanes.js";
import { amountToSend } from "../words/money.js";
import { dimensionUnitOf, type UnitSystem, upsDimensions, upsOunces, upsWeight, weightUnitOf } from "../words/units.js";
import { serialisePackageCollection } from "./collect-on-delivery.js";
import { isWeighedInOunces, simpleRateOf } from "./named-service.js";

const weightCodes: Record<WeightUnit, { Code: string; Description: string }> = {
  LB: { Code: "LBS", Description: "Pounds" },
  KG: { Code: "KGS", Description: "Kilograms" },
  OZ: { Code: "OZS", Description: "Ounces" },
};
const dimensionCodes: Record<DimensionUnit, { Code: string; Description: string }> = {
  IN: { Code: "IN", Description: "Inches" },
  CM: { Code: "CM", Description: "Centimeters" },
};

/** Size and weight, which Rate and Ship write alike. */
export function serialiseSize(pkg: PackageDetails, system: UnitSystem, service: ServiceRow | null) {
  const isInOunces = service !== null && isWeighedInOunces(service, pkg);
  return {
    ...(pkg.dimensions && { Dimensions: serialiseDimensions(pkg.dimensions, system) }),
    PackageWeight: {
      UnitOfMeasurement: weightCodes[isInOunces ? "OZ" : weightUnitOf(system)],
      Weight: (isInOunces ? upsOunces(pkg.weight) : upsWeight(pkg.weight, system)).toString(),
    },
    ...(service?.named?.isSimpleRate && { SimpleRate: { Code: simpleRateOf(pkg) ?? "" } }),
  };
}

function serialiseDimensions(dimensions: NonNullable<PackageDetails["dimensions"]>, system: UnitSystem) {
  const { length, width, height } = upsDimensions(dimensions, system);
  return {
    UnitOfMeasurement: dimensionCodes[dimensionUnitOf(system)],
    Length: length.toString(),
    Width: width.toString(),
    Height: height.toString(),
  };
}

/** All packages together, as UPS wants it for transit times abroad. */
export function serialiseTotalWeight(packages: PackageDetails[], system: UnitSystem) {
  const [first, ...rest] = packages.map((pkg) => upsWeight(pkg.weight, system));
  const total = rest.reduce((sum, weight) => sum.plus(weight), first ?? upsWeight({ value: 0, unit: "KG" }, system));
  return { UnitOfMeasurement: weightCodes[weightUnitOf(system)], Weight: total.toString() };
}

/**
 * Declared value, dangerous goods as the product names them and, on lanes where they are asked per package, collection
 * and signature (DCISType 2; adult 3).
 */
export function serialisePackageOptions<Goods extends object>(
  pkg: PackageDetails,
  index: number,
  details: ShipmentDetails,
  dangerousGoods: Goods,
) {
  const { signature } = details.options;
  const isSigned = signature !== "NONE" && hasPackageSignature(laneOf(details));
  const collection = serialisePackageCollection(details, index);
  const hasGoods = pkg.dangerousGoods !== null;
  if (!pkg.declaredValue && !isSigned && !hasGoods && !("COD" in collection)) return {};
  return {
    PackageServiceOptions: {
      ...collection,
      ...dangerousGoods,
      ...(isSigned && { DeliveryConfirmation: { DCISType: signature === "ADULT_SIGNATURE" ? "3" : "2" } }),
      ...(pkg.declaredValue && {
        DeclaredValue: {
          CurrencyCode: upsCurrency(pkg.declaredValue.currencyCode),
          MonetaryValue: amountToSend(pkg.declaredValue),
        },
      }),
    },
  };
}

/** The signature of the whole shipment, which has other numbers than that of a package (DCISType 1; adult 2). */
export function serialiseShipmentSignature({ options }: ShipmentDetails, lane: Lane) {
  if (options.signature === "NONE" || hasPackageSignature(lane)) return {};
  return { DeliveryConfirmation: { DCISType: options.signature === "ADULT_SIGNATURE" ? "2" : "1" } };
}
