import type { Decimal } from "decimal.js";
import type { PackedBox } from "../../carrier/shipment-details.js";
import { packageLimits } from "./limits.js";
import { type UnitSystem, upsDimensions, upsWeight } from "./units.js";

/** What UPS limits of a package, in whole or tenth units of the system; sizes null: not given. */
interface PackageMeasures {
  weight: Decimal;
  length: Decimal | null;
  lengthAndGirth: Decimal | null;
}

type Box = Pick<PackedBox, "weight" | "dimensions">;

export function packageMeasures({ weight, dimensions }: Box, system: UnitSystem): PackageMeasures {
  const size = dimensions && upsDimensions(dimensions, system);
  return {
    weight: upsWeight(weight, system),
    length: size ? size.length : null,
    lengthAndGirth: size ? size.width.plus(size.height).times(2).plus(size.length) : null,
  };
}

export function isWithinLimits(box: Box, system: UnitSystem): boolean {
  const measures = packageMeasures(box, system);
  const limits = packageLimits[system];
  return (["weight", "length", "lengthAndGirth"] as const).every(
    (measure) => !measures[measure]?.greaterThan(limits[measure]),
  );
}
