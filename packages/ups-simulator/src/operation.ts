import type { IncomingHttpHeaders } from "node:http";
import type { Answer } from "./answer.js";
import type { OperationName } from "./operation-name.js";
import type { Simulator } from "./simulator.js";

/** One request as its product sees it. `at` is the simulator's time of processing. */
export interface UpsCall {
  /** The named groups of the operation's path. */
  params: Record<string, string>;
  query: URLSearchParams;
  headers: IncomingHttpHeaders;
  body: unknown;
  /** Whose token it is; empty for the token call itself. */
  clientId: string;
  at: Date;
}

/** One product's operation: where it is found and how it answers. A refusal is thrown as `Refusal`. */
export interface Operation {
  name: OperationName;
  method: "GET" | "POST" | "DELETE";
  path: RegExp;
  handle(call: UpsCall, simulator: Simulator): Promise<Answer> | Answer;
}

/** The header as one string; empty when absent. */
export function headerOf(call: UpsCall, name: string): string {
  const value = call.headers[name.toLowerCase()];
  return Array.isArray(value) ? value.join(", ") : (value ?? "");
}
