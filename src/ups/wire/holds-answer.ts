import { z } from "zod";

/** Members that say how it went, and hold nothing that was asked for. */
const aboutErrors = new Set(["response", "errors", "Response", "Fault", "fault", "error", "error_description"]);

/**
 * Whether a body may hold what was asked for: false only where it surely holds nothing but blanks, a page, errors and
 * empty containers. What is cut off or garbled, or says that it went well, may have been an answer.
 */
export function holdsAnswer(body: Buffer, json: unknown): boolean {
  if (json !== undefined) return hasContent(json, 0);
  const text = body.toString("utf8").trim();
  return text !== "" && (!text.startsWith("<") || /<(\w+:)?\w*Response[\s>]/.test(text));
}

/** `depth` 0 is the body, 1 its `ShipmentResponse` or the like: both can carry an envelope. */
function hasContent(node: unknown, depth: number): boolean {
  if (node === null || node === undefined || node === "") return false;
  if (typeof node !== "object") return true;
  if (Array.isArray(node)) return node.some((element) => hasContent(element, depth + 1));
  return Object.entries(node).some(([name, value]) =>
    depth < 2 && aboutErrors.has(name) ? saysSuccess(value) : hasContent(value, depth + 1),
  );
}

const success = z.object({ ResponseStatus: z.object({ Code: z.literal(["1", 1]) }) });

function saysSuccess(envelope: unknown): boolean {
  return success.safeParse(envelope).success;
}
