import type { BillableWeight } from "../../carrier/packaging.js";
import type { PackedBox } from "../../carrier/shipment-details.js";
import type { PackageTemplate } from "../../entities/package-template.js";
import type { PackageDimensions, PackageWeight } from "../../entities/values/measures.js";
import type { StoredItem } from "../../entities/values/stored-shipment-details.js";
import type { InputOf } from "../input-of.js";

/** Equal goods that are to be packed; what customs are told of them goes with them. */
export interface PackableItem extends InputOf<Omit<StoredItem, "weight">, "description" | "quantity"> {
  /** Of one piece, more than zero. */
  weight: PackageWeight;
  /** Of one piece, its height upwards; null: unknown, so that it is packed by its weight alone. */
  dimensions?: PackageDimensions | null;
  /** Each piece has a package of its own. */
  shipAlone?: boolean | null;
  /** "This side up": it may be turned, and never laid on another side. */
  keepUpright?: boolean | null;
}

/** What a planner needs of a stored template. */
export type Template = Pick<
  PackageTemplate,
  "id" | "name" | "innerDimensions" | "outerDimensions" | "tareWeight" | "maxWeight" | "packageTypeCode"
>;

export interface PackingOptions {
  /** Packages of one shipment, at most. */
  mostPackages: number;
  /** The heaviest package that the carrier takes; its unit is the one of all gross weights. */
  heaviest: PackageWeight;
  /** Whether the carrier takes a package of this outer size; absent: of any. */
  isTaken?: (dimensions: PackageDimensions) => boolean;
  /** Of what is packed in no template. */
  packageType: string;
  /** What the carrier bills a package by; absent: what it weighs. */
  billableWeight?: (box: Pick<PackedBox, "weight" | "dimensions" | "packageType">) => BillableWeight;
  /** Tried places, so that time is bounded; absent: the usual bound. What is left over is packed by volume and weight. */
  mostWork?: number;
}

/** Where a piece is in its box, from the box's inner corner, in the unit of the template; sizes as it is turned. */
export interface Placement {
  x: number;
  y: number;
  z: number;
  length: number;
  width: number;
  height: number;
}

/** Pieces of one item in one box. */
export interface BoxedItem {
  itemIndex: number;
  quantity: number;
  /** As many as the quantity, or none where they are packed without places. */
  placements: Placement[];
}

/**
 * How a box's contents were found to fit. ARRANGED: each piece has its place. BY_VOLUME: weight and volume fit, no places.
 * BY_WEIGHT: weight fits, a size of the box or of a piece is unknown. OWN_PACKAGING: one piece that ships as it is.
 */
export type PackingMethod = "ARRANGED" | "BY_VOLUME" | "BY_WEIGHT" | "OWN_PACKAGING";

export interface PlannedBox {
  /** Null: the goods' own packaging, or packaging of which nothing is known. */
  template: Template | null;
  method: PackingMethod;
  items: BoxedItem[];
  /** Outer ones; null: unknown. */
  dimensions: PackageDimensions | null;
  /** Tare included. */
  grossWeight: PackageWeight;
  packageType: string;
  billable: BillableWeight;
}

/**
 * TOO_HEAVY, TOO_LARGE: for every template that the carrier takes, or for the carrier. TOO_MANY_PACKAGES: it fits, in more packages than a
 * shipment may have.
 */
export type UnpackedReason = "TOO_HEAVY" | "TOO_LARGE" | "TOO_MANY_PACKAGES";

export interface UnpackedItem {
  itemIndex: number;
  quantity: number;
  reason: UnpackedReason;
  message: string;
}

export interface PackingPlan {
  items: PackableItem[];
  /** The first is the one that was filled first: with the largest goods. */
  boxes: PlannedBox[];
  /** Empty: everything is packed. */
  unpacked: UnpackedItem[];
}

/** A package as inputs of shipments give it. */
export interface PackedPackage {
  weight: PackageWeight;
  dimensions: PackageDimensions | null;
  packageType: string;
  items: Omit<PackableItem, "dimensions" | "shipAlone" | "keepUpright">[];
}
