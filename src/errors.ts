/**
 * The closed list of top-level error codes (`extensions.code`), each explained in docs/errors.md.
 * What a caller can put right is not here: it is a `ShippingErrorCode` in `userErrors`.
 */
export const appErrorCodes = [
  "UNAUTHENTICATED",
  "FORBIDDEN",
  "BAD_USER_INPUT",
  "TOO_MANY_ITEMS",
  "OPERATION_TOO_COMPLEX",
  "REQUEST_BUDGET_EXCEEDED",
  "PERSISTED_QUERY_NOT_IN_LIST",
  "CARRIER_UNAVAILABLE",
  "DATABASE_UNAVAILABLE",
  "OVERLOADED",
  "RATE_LIMITED",
  "INTERNAL_SERVER_ERROR",
] as const;

export type AppErrorCode = (typeof appErrorCodes)[number];

export interface AppErrorOptions {
  /** What was caught; for the log only, never for the client. */
  cause?: unknown;
  /** Default: true for the codes that say something is unavailable for now. */
  retryable?: boolean;
  retryAfterSeconds?: number;
  /** The path of the variable or argument that it is about. */
  field?: readonly string[];
  /** What there is too little of, in the unit that its name ends with, and how much there is. */
  exceeded?: { resource: string; limit: number };
}

const retryableByDefault: ReadonlySet<AppErrorCode> = new Set([
  "CARRIER_UNAVAILABLE",
  "DATABASE_UNAVAILABLE",
  "OVERLOADED",
  "RATE_LIMITED",
]);

/** A failure that may be told to the client: `message` is written for it and holds no secret and no internals. */
export class AppError extends Error {
  override readonly name = "AppError";
  readonly code: AppErrorCode;
  readonly retryable: boolean;
  /** Null: no advice. */
  readonly retryAfterSeconds: number | null;
  /** Null: it is about none. */
  readonly field: readonly string[] | null;
  readonly exceeded: AppErrorOptions["exceeded"];

  constructor(code: AppErrorCode, message: string, options: AppErrorOptions = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.code = code;
    this.retryable = options.retryable ?? retryableByDefault.has(code);
    this.retryAfterSeconds = options.retryAfterSeconds ?? null;
    this.field = options.field ?? null;
    this.exceeded = options.exceeded;
  }
}
