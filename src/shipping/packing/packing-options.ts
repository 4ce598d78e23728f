import type { CarrierAdapter } from "../../carrier/adapter.js";
import type { PackageWeight } from "../../entities/values/measures.js";
import type { PackingOptions } from "./packing-plan.js";

/** Where a carrier tells no limit: what people may have to lift. */
const liftable = { LB: 150, OZ: 2_400, KG: 70 } as const;

/** What a carrier says of packages from an origin country. `mostPackages`: fewer than it takes, where fewer are wanted. */
export function packingOptions(
  { packaging, limits, catalogue }: Pick<CarrierAdapter, "packaging" | "limits" | "catalogue">,
  originCountryCode: string,
  mostPackages: number | null = null,
): PackingOptions {
  const [unit = "KG"] = catalogue.units(originCountryCode).weight;
  const heaviest: PackageWeight = packaging?.heaviest(originCountryCode) ?? { value: liftable[unit], unit };
  return {
    mostPackages: Math.min(mostPackages ?? limits.packages, limits.packages),
    heaviest,
    packageType: catalogue.defaultPackageType,
    ...(packaging && {
      isTaken: (dimensions) => packaging.isTaken(dimensions, originCountryCode),
      billableWeight: (box) => packaging.billableWeight(box, originCountryCode),
    }),
  };
}
