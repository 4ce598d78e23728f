import { Decimal } from "decimal.js";
import type { PackageDetails } from "../../carrier/shipment-details.js";
import type { FieldProblem } from "../../carrier/values.js";
import type { ServiceRow } from "../words/codes.js";
import { leastInDollars } from "../words/dollar-bounds.js";
import { maxDeclaredUsd, packageLimits, textLimits } from "../words/limits.js";
import { isSendable, sendableInWords } from "../words/money.js";
import { packageMeasures } from "../words/package-measures.js";
import { findPackageType, fitsService } from "../words/package-types.js";
import { checkPrintable, checkText, type Path, problem, when } from "../words/problems.js";
import { dimensionUnitOf, type UnitSystem, upsWeight, weightUnitOf } from "../words/units.js";

/** One package against UPS's limits, in the units UPS will be asked in. */
export function checkPackage(
  pkg: PackageDetails,
  system: UnitSystem,
  service: ServiceRow | null,
  path: Path,
): FieldProblem[] {
  return [
    ...checkWeight(pkg, system, [...path, "weight", "value"]),
    ...checkDimensions(pkg, system, [...path, "dimensions"]),
    ...checkPackaging(pkg, service, [...path, "packageType"]),
    ...checkDeclaredValue(pkg, [...path, "declaredValue"]),
    ...checkText(pkg.reference, textLimits.reference, [...path, "reference"]),
    ...checkPrintable(pkg.description, [...path, "description"]),
  ];
}

function checkWeight({ weight }: PackageDetails, system: UnitSystem, path: Path): FieldProblem[] {
  if (!(Number.isFinite(weight.value) && weight.value > 0)) {
    return [problem("INVALID", path, "A package weighs more than nothing")];
  }
  const limit = packageLimits[system].weight;
  const message = `UPS takes at most ${limit} ${weightUnitOf(system)} a package`;
  return when(upsWeight(weight, system).greaterThan(limit), problem("INVALID", path, message));
}

function checkDimensions(pkg: PackageDetails, system: UnitSystem, path: Path): FieldProblem[] {
  const { dimensions } = pkg;
  if (!dimensions) return [];
  const sides = ["length", "width", "height"] as const;
  const bad = sides.filter((side) => !(Number.isFinite(dimensions[side]) && dimensions[side] > 0));
  if (bad.length > 0) return bad.map((side) => problem("INVALID", [...path, side], "A side is longer than nothing"));
  const { length, lengthAndGirth } = packageMeasures(pkg, system);
  const limit = packageLimits[system];
  const unit = dimensionUnitOf(system);
  if (length?.greaterThan(limit.length)) {
    const longest = sides.reduce((a, b) => (dimensions[b] > dimensions[a] ? b : a));
    return [problem("INVALID", [...path, longest], `UPS takes at most ${limit.length} ${unit} for the longest side`)];
  }
  const message = `Length plus girth is ${lengthAndGirth} ${unit}, UPS takes ${limit.lengthAndGirth}`;
  return when(lengthAndGirth?.greaterThan(limit.lengthAndGirth) ?? false, problem("INVALID", path, message));
}

function checkPackaging(pkg: PackageDetails, service: ServiceRow | null, path: Path): FieldProblem[] {
  const type = findPackageType(pkg.packageType);
  if (!type) return [problem("INVALID", path, "There is no package type of this code")];
  if (service === null || fitsService(type.ups, service)) return [];
  return [problem("NOT_ALLOWED", path, `${type.name} does not go with ${service.name}`)];
}

function checkDeclaredValue({ declaredValue }: PackageDetails, path: Path): FieldProblem[] {
  if (!declaredValue) return [];
  if (!/^[A-Z]{3}$/.test(declaredValue.currencyCode)) {
    return [problem("INVALID", [...path, "currencyCode"], "A currency is three letters of ISO 4217")];
  }
  if (!isSendable(declaredValue) || !new Decimal(declaredValue.amount).greaterThan(0)) {
    const wanted = sendableInWords(declaredValue.currencyCode);
    return [problem("INVALID", [...path, "amount"], `UPS takes ${wanted}, over zero`)];
  }
  const isTooMuch = leastInDollars(declaredValue).greaterThan(maxDeclaredUsd);
  return when(isTooMuch, problem("INVALID", [...path, "amount"], `UPS takes at most ${maxDeclaredUsd} USD a package`));
}
