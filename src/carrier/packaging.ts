import type { PackedBox } from "./shipment-details.js";
import type { Dimensions, Weight } from "./values.js";

/** What a carrier bills a package by: the greater of what it weighs and what its size stands for. */
export interface BillableWeight {
  weight: Weight;
  basis: "ACTUAL" | "DIMENSIONAL";
  /** What the package's size stands for; null: it has no size, or the carrier does not go by it. */
  dimensional: { weight: Weight; divisor: DimensionalDivisor } | null;
}

/** So much space, in cubic inches or cubic centimetres, is billed as a pound or a kilogram. */
export interface DimensionalDivisor {
  value: number;
  volumeUnit: "IN" | "CM";
  weightUnit: "LB" | "KG";
}

/** What a carrier says of packages, known without asking it; as published, whatever was agreed with one account. */
export interface CarrierPackaging {
  /** The heaviest package it takes from an origin country. */
  heaviest(originCountryCode: string): Weight;
  /** Whether it takes a package of this size from there. */
  isTaken(dimensions: Dimensions, originCountryCode: string): boolean;
  /** Before the carrier rounds it to the steps of its rates. */
  billableWeight(
    box: Pick<PackedBox, "weight" | "dimensions" | "packageType">,
    originCountryCode: string,
  ): BillableWeight;
}
