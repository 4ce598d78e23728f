import type { PackageDetails } from "../../carrier/shipment-details.js";
import type { Money } from "../../carrier/values.js";

/** What customs take for the value of a package's goods. */
export function goodsValue({ contentsValue, declaredValue }: PackageDetails): Money | null {
  return contentsValue ?? declaredValue;
}
