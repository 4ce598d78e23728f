import { Refusal } from "../answer.js";
import { measuresOf } from "../pricing/countries.js";
import { contractWeightUnit } from "./contract-rules.js";
import { checkDeclaredValue } from "./declared-value-rules.js";
import type { RequestedPackage, RequestedShipment } from "./requested-shipment.js";
import { type RuleCodes, requireBounds } from "./rule-codes.js";

const packageLimit = 200;
const letter = "01";
const packagingCodes = new Set(["00", "01", "02", "03", "04", "21", "24", "25", "2a", "2b", "2c"]);
const heaviest: Record<string, number> = { LBS: 150, KGS: 70, OZS: 2400 };

/**
 * The longest side, and length with girth. Inches: Shipping.yaml, Package_Dimensions. Centimetres: ups.com, weight and size
 * guide, and developer.ups.com, checking shipment size and weight; the specification's 270 and 330 are older than both.
 */
const largest: Record<string, { length: number; size: number }> = {
  IN: { length: 108, size: 165 },
  CM: { length: 274, size: 400 },
};

/** How many packages, what they are packed in, how heavy and in which measures. */
export function checkPackages(shipment: RequestedShipment, codes: RuleCodes): void {
  if (shipment.packages.length === 0) throw new Refusal("110002", "No packages in shipment.");
  requireBounds(shipment.packages.length <= packageLimit, "Shipment.Package (at most 200)");
  for (const pkg of shipment.packages) checkPackaging(pkg, codes);
  checkMeasures(shipment, codes);
  for (const pkg of shipment.packages) checkWeight(pkg, codes);
  for (const pkg of shipment.packages) checkDeclaredValue(pkg, codes);
}

function checkPackaging({ packaging }: RequestedPackage, codes: RuleCodes): void {
  if (packagingCodes.has(packaging)) return;
  throw new Refusal(codes.packaging, "The packaging type is missing or invalid.");
}

function checkMeasures({ packages, shipFrom, serviceCode }: RequestedShipment, codes: RuleCodes): void {
  const weightUnits = new Set(packages.map((pkg) => pkg.weightUnit));
  const sizeUnits = new Set(packages.flatMap((pkg) => (pkg.dimensions ? [pkg.dimensions.unit] : [])));
  const isMixed = (weightUnits.has("LBS") && sizeUnits.has("CM")) || (weightUnits.has("KGS") && sizeUnits.has("IN"));
  if (isMixed || weightUnits.size > 1 || sizeUnits.size > 1) {
    throw new Refusal(codes.mixedMeasures, "A shipment cannot have a KGS/IN or LBS/CM as its unit of measurements.");
  }
  const ownUnit = contractWeightUnit(serviceCode);
  const allowed = { ...measuresOf(shipFrom.country), ...(ownUnit !== null && { weight: [ownUnit] }) };
  const areAllowed =
    [...weightUnits].every((unit) => allowed.weight.includes(unit)) &&
    [...sizeUnits].every((unit) => allowed.size.includes(unit));
  if (!areAllowed) {
    throw new Refusal(codes.wrongMeasures, "This measurement system is not valid for the selected country.");
  }
}

function checkWeight({ weight, weightUnit, dimensions, packaging }: RequestedPackage, codes: RuleCodes): void {
  const value = Number(weight);
  const most = heaviest[weightUnit];
  if (weight === "" || !(value >= 0) || most === undefined)
    throw new Refusal(codes.packageWeight, "The weight of a package is missing or invalid.");
  const isMetric = weightUnit === "KGS";
  if (value === 0 && packaging !== letter) {
    throw new Refusal(isMetric ? codes.noKilograms : codes.noPounds, `Packages weigh more than zero ${weightUnit}.`);
  }
  if (value > most) {
    const code = isMetric ? codes.tooManyKilograms : codes.tooManyPounds;
    throw new Refusal(code, `The most that a package may weigh is ${most} ${weightUnit}.`);
  }
  if (dimensions) checkSize(dimensions, codes);
}

function checkSize(dimensions: NonNullable<RequestedPackage["dimensions"]>, codes: RuleCodes): void {
  const isWhole = (["length", "width", "height"] as const).every((side) => Number(dimensions[side]) > 0);
  if (!isWhole) throw new Refusal(codes.sides, "All three sides of a package are needed, each over zero.");
  const limit = largest[dimensions.unit];
  if (!limit) return;
  const [width = 0, height = 0, length = 0] = ["length", "width", "height"]
    .map((side) => Number(dimensions[side as "length" | "width" | "height"]))
    .sort((a, b) => a - b);
  if (length > limit.length) {
    const words = `Package exceeds the maximum length constraint of ${limit.length} ${dimensions.unit}.`;
    throw new Refusal(dimensions.unit === "CM" ? codes.lengthInCm : codes.lengthInInches, words);
  }
  if (length + 2 * (width + height) > limit.size) {
    const words = `Package exceeds the maximum size total constraint of ${limit.size} ${dimensions.unit}.`;
    throw new Refusal(codes.size, words);
  }
}
