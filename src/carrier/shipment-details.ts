import type { AccessPoint } from "./access-point.js";
import type { CustomsDeclaration } from "./customs.js";
import type { DangerousGoods } from "./dangerous-goods.js";
import type { ReturnService } from "./returns.js";
import type { ShipmentOptionsDetails } from "./shipment-options.js";
import type { Address, Dimensions, Money, Weight } from "./values.js";

/** A box as it was packed. */
export interface PackedBox {
  weight: Weight;
  dimensions: Dimensions | null;
  /** Our package type code, e.g. `UPS_CUSTOMER_PACKAGE`. */
  packageType: string;
  /** What the carrier is to insure the package for, which costs extra. */
  declaredValue: Money | null;
  /** The merchant's own text on this package. */
  reference: string | null;
}

export interface PackageDetails extends PackedBox {
  /** Value of the goods inside, exact; null when it is not known of all of them, or they are in several currencies. */
  contentsValue: Money | null;
  /** What is inside, in words; from the items. */
  description: string | null;
  /** Null: nothing that is regulated. */
  dangerousGoods: DangerousGoods | null;
}

/** What is rated and what is bought: the same words for both, so that a quote and its purchase cannot drift apart. */
export interface ShipmentDetails {
  shipFrom: Address;
  shipTo: Address;
  /** At least one, within the carrier's `limits.packages`. */
  packages: PackageDetails[];
  options: ShipmentOptionsDetails;
  /** The merchant's own text on the whole shipment, within the carrier's `limits.reference`. */
  reference: string | null;
  /** YYYY-MM-DD; null: today. */
  shipDate: string | null;
  /** Delivered there instead of to the recipient's door; null: to the door. */
  accessPoint: AccessPoint | null;
  /** Null: nothing is declared. */
  customs: CustomsDeclaration | null;
  /** Null: it goes out. Else goods come back: `shipFrom` is the one who returns them. */
  returnService: ReturnService | null;
}
