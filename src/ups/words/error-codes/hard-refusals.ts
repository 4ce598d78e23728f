import type { Effect } from "./error-code.js";
import { findErrorCode } from "./find-error-code.js";
import { gatewayCodes } from "./gateway-codes.js";

const hard: ReadonlySet<Effect> = new Set([
  ...(["ACCOUNT", "NO_CONTRACT", "PAYER", "REQUEST"] as const),
  ...(["LANE", "ADDRESS", "WEIGHT", "SIZE", "PACKAGING", "OPTION", "CUSTOMS", "LABEL"] as const),
]);

/** What stands beside a success, or is said of a shipment that is there: it never means that nothing was sold. */
const ofThingsDone: readonly Effect[] = ["NOTICE", "EXISTS", "VOIDED", "VOID_DONE"];

const ofTheGateway = new Set(gatewayCodes.map(({ code }) => code));

/** The product itself says no to what was asked, and we know so from UPS: no gateway's code, none that we guessed. */
export function isHardRefusal({ code }: { code: string }): boolean {
  const row = findErrorCode(code);
  return row !== null && hard.has(row.leadsTo) && row.certainty !== "GUESS" && !ofTheGateway.has(code);
}

export function isOfThingDone({ code }: { code: string }): boolean {
  const row = findErrorCode(code);
  return row !== null && ofThingsDone.includes(row.leadsTo);
}
