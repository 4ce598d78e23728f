import type { AccountRefused, Rejected } from "../../carrier/outcome.js";
import type { ShipmentDetails } from "../../carrier/shipment-details.js";
import type { CarrierMessage } from "../../carrier/values.js";
import { wrongAccount } from "../wire/failures.js";
import { findErrorCode } from "../words/error-codes/find-error-code.js";

/**
 * An outcome of Rate or Ship in which each refusal names the part of the shipment that it is about. Where the sender pays,
 * a payer's account that UPS does not take is the account's own trouble.
 */
export function placeRefusal<T extends { kind: string }>(
  outcome: T | Rejected,
  details: ShipmentDetails,
): T | Rejected | AccountRefused {
  if (!isRejected(outcome)) return outcome;
  const messages = outcome.messages.map((message) => withPath(message, details));
  const isOwnAccount =
    details.options.payer === "SENDER" && messages.some(({ path }) => path?.at(-1) === "payerAccountNumber");
  return isOwnAccount ? wrongAccount(outcome.messages) : { ...outcome, messages };
}

const isRejected = (outcome: { kind: string }): outcome is Rejected => outcome.kind === "REJECTED";

function withPath(message: CarrierMessage, details: ShipmentDetails): CarrierMessage {
  const [first, ...rest] = findErrorCode(message.code)?.path ?? [];
  if (first === undefined) return message;
  const path = isPartOfAddress(first) ? [endOf(first, details, message.text), first] : [first, ...rest];
  return { ...message, path };
}

type Part = "city" | "region" | "postalCode" | "countryCode";
const parts: readonly string[] = ["city", "region", "postalCode", "countryCode"] satisfies Part[];
const isPartOfAddress = (name: string): name is Part => parts.includes(name);

/**
 * Some codes are said of either end. UPS then quotes what it was sent, so the end is the one whose value stands in the
 * text; of both or neither the recipient's, since the sender's is the same every day.
 */
function endOf(part: Part, { shipTo, shipFrom }: ShipmentDetails, text: string): "shipTo" | "shipFrom" {
  const words = text
    .toUpperCase()
    .split(/[^A-Z0-9-]+/)
    .map(bare);
  const isQuoted = (value: string | null) => words.some((word) => isSame(part, word, bare(value?.toUpperCase() ?? "")));
  return isQuoted(shipFrom[part]) && !isQuoted(shipTo[part]) ? "shipFrom" : "shipTo";
}

const bare = (word: string) => word.replace(/[^A-Z0-9]/g, "");

/** Of a postal code UPS may quote the first five digits alone. */
function isSame(part: Part, word: string, value: string): boolean {
  return word !== "" && (word === value || (part === "postalCode" && word.length >= 5 && value.startsWith(word)));
}
