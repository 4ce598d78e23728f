import type { Address, FieldProblem } from "../../carrier/values.js";
import type { ServiceRow } from "../words/codes.js";
import { placeOf } from "../words/places/place.js";
import { type Path, problem, when } from "../words/problems.js";

/** Handed over to the post, which alone delivers to boxes and to the armed forces: Mail Innovations and Ground Saver. */
const postalServices: ReadonlySet<string> = new Set("92 93 94 95 M2 M3 M4 M5 M6".split(" "));

export const servesNoMilitary = "UPS serves no APO, FPO or DPO address: use a service of the post";

/**
 * UPS comes to no APO, FPO or DPO address, neither to bring nor to fetch: to UPS their states are none (111286,
 * 120206), and a package labelled all the same is sent back (public reports of 2025, of boxes as well). `service` null: any.
 */
export function checkServed(address: Address, path: Path, service: ServiceRow | null = null): FieldProblem[] {
  const { militaryPart } = placeOf(address);
  if (militaryPart === null || isPostal(service)) return [];
  return [problem("NOT_ALLOWED", [...path, militaryPart], servesNoMilitary)];
}

/** Where packages are brought: also no post office box, unless a house is named beside it. */
export function checkDeliverable(address: Address, path: Path, service: ServiceRow | null): FieldProblem[] {
  const { postBoxLine } = placeOf(address);
  const message = "UPS does not deliver to post office boxes or lockers of the post: give a street address";
  const isBox = postBoxLine !== null && !isPostal(service);
  return [
    ...checkServed(address, path, service),
    ...when(isBox, problem("NOT_ALLOWED", [...path, "lines", postBoxLine ?? 0], message)),
  ];
}

function isPostal(service: ServiceRow | null): boolean {
  return service !== null && postalServices.has(service.ups);
}
