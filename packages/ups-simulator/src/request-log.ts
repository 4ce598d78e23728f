import { isObject } from "./request/json-reading.js";

/** One request as seen on the wire. `status` is null while unanswered or when no answer was given. */
export interface SeenRequest {
  method: string;
  path: string;
  operation: string | null;
  at: string;
  transId: string | null;
  transactionSrc: string | null;
  /** What the answer's header `bkndtransid` says: UPS's own number of the request. */
  backendTransactionId: string;
  status: number | null;
  /** The fault that befell it, by kind. */
  fault: string | null;
  /** The body as sent, without secrets. */
  body: unknown;
}

const limit = 1000;
/** And what would fill the memory. */
const secretNames = new Set([
  "UserCreatedFormFile",
  "CreditCard",
  "client_secret",
  "password",
  "code",
  "refresh_token",
]);

/** The last thousand requests, oldest first. Headers are not kept: `Authorization` is in them. */
export class RequestLog {
  #seen: SeenRequest[] = [];

  add(request: SeenRequest): void {
    request.body = withoutSecrets(request.body);
    this.#seen.push(request);
    if (this.#seen.length > limit) this.#seen.shift();
  }

  all(): SeenRequest[] {
    return this.#seen;
  }

  clear(): void {
    this.#seen = [];
  }
}

function withoutSecrets(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(withoutSecrets);
  if (!isObject(node)) return node;
  const entries = Object.entries(node);
  return Object.fromEntries(
    entries.map(([name, value]) => [name, secretNames.has(name) ? "[removed]" : withoutSecrets(value)]),
  );
}
