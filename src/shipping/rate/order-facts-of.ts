import { Decimal } from "decimal.js";
import type { PackageDimensions, PackageWeight } from "../../entities/values/measures.js";
import type { StoredVolume } from "../../entities/values/stored-method-rules.js";
import type { StoredPackage, StoredShipmentDetails } from "../../entities/values/stored-shipment-details.js";
import type { OrderFacts } from "../order-facts.js";
import { inCubicCentimetres, inKilograms } from "../price/measures.js";
import type { OrderGiven } from "./order-given.js";

type Parts = Pick<StoredShipmentDetails, "shipTo" | "packages">;

/** What rules look at, of the parts that are rated and what was said of the order. */
export function orderFactsOf({ shipTo, packages }: Parts, order: OrderGiven): OrderFacts {
  const { countryCode, region, postalCode } = shipTo;
  return {
    destination: { countryCode, region, postalCode },
    weight: weightOf(packages),
    volume: volumeOf(packages),
    quantity: quantityOf(packages),
    ...order,
  };
}

/** In the packages' own unit where it is one, else in kilograms. */
function weightOf(packages: StoredPackage[]): PackageWeight | null {
  const weights = packages.map(({ weight }) => weight);
  const [first, ...rest] = weights;
  if (first === undefined) return null;
  const isAlike = rest.every(({ unit }) => unit === first.unit);
  const values = weights.map((weight) => (isAlike ? weight.value : inKilograms(weight)));
  return { value: Decimal.sum(...values).toNumber(), unit: isAlike ? first.unit : "KG" };
}

/** As the weight, or in cubic centimetres. Null: of a package the size is not known. */
function volumeOf(packages: StoredPackage[]): StoredVolume | null {
  const volumes = packages.flatMap(({ dimensions }) => (dimensions ? [volume(dimensions)] : []));
  const [first, ...rest] = volumes;
  if (first === undefined || volumes.length < packages.length) return null;
  const isAlike = rest.every(({ unit }) => unit === first.unit);
  const values = volumes.map((of) => (isAlike ? of.value : inCubicCentimetres(of)));
  return { value: Decimal.sum(...values).toNumber(), unit: isAlike ? first.unit : "CM" };
}

function volume({ length, width, height, unit }: PackageDimensions): StoredVolume {
  return { value: new Decimal(length).times(width).times(height).toNumber(), unit };
}

/** Null: of a package the contents are not told. */
function quantityOf(packages: StoredPackage[]): number | null {
  if (packages.some(({ items }) => items.length === 0)) return null;
  return packages.flatMap(({ items }) => items).reduce((sum, { quantity }) => sum + quantity, 0);
}
