import { Refusal } from "../answer.js";
import { isObject } from "./json-reading.js";

/** The names an operation accepts, as a tree; `true` is a scalar or a list of scalars. */
export interface AcceptedNames {
  [name: string]: AcceptedNames | true;
}

/** `leaves("City PostalCode")` accepts these names with scalar values. */
export function leaves(names: string): AcceptedNames {
  return Object.fromEntries(names.split(" ").map((name) => [name, true]));
}

/**
 * Refuses the first name that the table does not hold. UPS ignores unknown names without a word;
 * the simulator is stricter on purpose, so that a typing error shows in a test and not on an invoice.
 */
export function refuseUnknownNames(body: unknown, accepted: AcceptedNames | true, path = ""): void {
  if (Array.isArray(body)) {
    for (const [index, element] of body.entries()) refuseUnknownNames(element, accepted, `${path}[${index}]`);
    return;
  }
  if (!isObject(body)) return;
  for (const [name, value] of Object.entries(body)) {
    const place = path ? `${path}.${name}` : name;
    const next = accepted === true ? undefined : accepted[name];
    if (next === undefined) {
      throw new Refusal(
        "10002",
        `The JSON request is well formed but not valid: the simulator does not know ${place}.`,
      );
    }
    refuseUnknownNames(value, next, place);
  }
}
