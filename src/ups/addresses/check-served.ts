import type { Address, FieldProblem } from "../../carrier/values.js";
import { placeOf } from "../words/places/place.js";
import type { SuspendedPlace } from "../words/places/suspended.js";
import { type Path, problem } from "../words/problems.js";

export const servesNoMilitary =
  "UPS serves no address of the armed forces (APO, FPO, DPO, BFPO): use a service of the post";

/** Why nothing goes to or from there, whatever the service. */
export function servesNot({ name }: SuspendedPlace): string {
  return `UPS carries nothing to or from ${name}: its service there is suspended`;
}

/**
 * UPS comes to no military or diplomatic post office, neither to bring nor to fetch: to UPS their states are none (111286,
 * 120206), and a package labelled all the same is sent back. Only Mail Innovations, which is not sold here, hands over
 * to the post; Ground Saver ceased to in January 2025 (public reports).
 */
export function checkServed(address: Address, path: Path): FieldProblem[] {
  const { militaryPart, suspended } = placeOf(address);
  if (suspended) return [problem("NOT_ALLOWED", [...path, suspended.part], servesNot(suspended))];
  return militaryPart === null ? [] : [problem("NOT_ALLOWED", [...path, militaryPart], servesNoMilitary)];
}

const servesNoBox =
  "None of UPS's services delivers to boxes and lockers of the post, Ground Saver no more since January 2025: give a street address";

/** Where packages are brought: also no post office box, unless a house is named beside it (the same reports). */
export function checkDeliverable(address: Address, path: Path): FieldProblem[] {
  return [...checkServed(address, path), ...checkPostBox(address, path)];
}

/** A post office box alone, which may well exist. */
export function checkPostBox(address: Address, path: Path): FieldProblem[] {
  const { postBoxLine } = placeOf(address);
  return postBoxLine === null ? [] : [problem("NOT_ALLOWED", [...path, "lines", postBoxLine], servesNoBox)];
}
