import { randomBytes } from "node:crypto";

/** What the simulator sends back: `body` as JSON, or `text` in its own form. */
export interface Answer {
  status: number;
  body: unknown;
  text?: { type: string; content: string };
  headers?: Record<string, string>;
}

/** A refusal in UPS's words; thrown by rules and turned into the usual error body. */
export class Refusal extends Error {
  constructor(
    readonly code: string,
    message: string,
    readonly status = 400,
  ) {
    super(message);
  }
}

/** The error body of every product: `{ response: { errors: [{ code, message }] } }`. */
export function errorAnswer(status: number, code: string, message: string): Answer {
  return { status, body: { response: { errors: [{ code, message }] } } };
}

export interface Alert {
  Code: string;
  Description: string;
}

/** The success envelope. `TransactionIdentifier` is on the wire though the response schemas leave it out. */
export function successEnvelope(customerContext: string, alerts: Alert[] = []) {
  return {
    ResponseStatus: { Code: "1", Description: "Success" },
    ...(alerts.length > 0 && { Alert: alerts }),
    TransactionReference: {
      ...(customerContext && { CustomerContext: customerContext }),
      TransactionIdentifier: `simsoa${randomBytes(8).toString("hex")}`,
    },
  };
}
