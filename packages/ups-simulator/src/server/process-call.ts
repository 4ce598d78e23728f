import type { IncomingHttpHeaders } from "node:http";
import { type Answer, errorAnswer, Refusal } from "../answer.js";
import type { Operation, UpsCall } from "../operation.js";
import { operations } from "../operations.js";
import { checkToken } from "../products/token/check-token.js";
import type { Simulator } from "../simulator.js";
import { parseBody } from "./read-body.js";

/** A request read from the wire, with the operation it is for. */
export interface ReceivedRequest {
  operation: Operation;
  params: Record<string, string>;
  url: URL;
  headers: IncomingHttpHeaders;
  text: string;
  /** The token must be good at arrival, also when the work is done later. */
  receivedAt: Date;
}

/** The operation of a path, or how UPS answers a path or a method it does not have. */
export function findOperation(
  method: string,
  path: string,
): { operation: Operation; params: Record<string, string> } | Answer {
  const matches = operations.flatMap((operation) => {
    const match = operation.path.exec(path);
    return match ? [{ operation, params: decoded(match.groups ?? {}) }] : [];
  });
  if (matches.length === 0) return errorAnswer(404, "404", `Not found: ${path}`);
  return matches.find(({ operation }) => operation.method === method) ?? errorAnswer(405, "405", "Method not allowed");
}

function decoded(groups: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(groups).map(([name, value]) => [name, decodedSegment(value)]));
}

/** A path that is badly encoded stands for itself: no rule accepts it. */
function decodedSegment(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

/** Authenticates and answers a request as of an instant. Refusals become UPS's error body. */
export async function processCall(received: ReceivedRequest, simulator: Simulator, at: Date): Promise<Answer> {
  try {
    return await received.operation.handle(openCall(received, simulator, at), simulator);
  } catch (error) {
    if (error instanceof Refusal) return errorAnswer(error.status, error.code, error.message);
    throw error;
  }
}

function openCall(received: ReceivedRequest, simulator: Simulator, at: Date): UpsCall {
  const { operation, params, url, headers, text, receivedAt } = received;
  const clientId =
    operation.name === "TOKEN"
      ? ""
      : checkToken(headers.authorization ?? "", simulator.tokens, receivedAt, operation.name);
  const body = parseBody(text, headers["content-type"] ?? "");
  if (operation.method === "POST" && body === undefined) throw new Refusal("10003", "The request body is empty.");
  return { params, query: url.searchParams, headers, body, clientId, at };
}
