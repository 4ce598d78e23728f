import { AppError } from "../errors.js";

/**
 * What a token may do. Literal, without hierarchy: `quote` is a buyer at checkout, `read` the back office looking,
 * `ship` spending money, `admin` accounts and methods. A field lists every scope that opens it.
 */
export const tenantScopes = ["quote", "read", "ship", "admin"] as const;

/** `operate` is whoever runs the service, and opens what is told of all tenants. It is no tenant's to give out. */
export const scopes = [...tenantScopes, "operate"] as const;

export type Scope = (typeof scopes)[number];

/** What opens queries. `ship` and `admin` open mutations, and what those give back, nothing else. */
const readingScopes: readonly Scope[] = ["quote", "read", "operate"];

/** Those of the scopes that open a query. What no scope that reads opens is for the scopes that it lists. */
export function readingOf(anyOf: readonly Scope[]): Scope[] {
  const reading = anyOf.filter((scope) => readingScopes.includes(scope));
  return reading.length > 0 ? reading : [...anyOf];
}

/** Who asks. Tenant and scopes come from verified claims only, never from a header or an argument. */
export interface Caller {
  readonly kind: "anonymous" | "user";
  /** Null for the anonymous caller only. */
  readonly tenantId: string | null;
  readonly scopes: ReadonlySet<Scope>;
  /** Whom the token was issued to, for audit. */
  readonly subject: string;
}

export function isScope(text: string): text is Scope {
  return (scopes as readonly string[]).includes(text);
}

export function hasScope(caller: Caller, anyOf: readonly Scope[]): boolean {
  return anyOf.some((scope) => caller.scopes.has(scope));
}

/** Asks for buyers, and does nothing that staff do. */
export function isBuyer({ scopes: granted }: Caller): boolean {
  return tenantScopes.every((scope) => scope === "quote" || !granted.has(scope));
}

export function needsToken(): AppError {
  return new AppError("UNAUTHENTICATED", "This needs a token.");
}

/** Throws UNAUTHENTICATED for a caller without a token, FORBIDDEN for one whose token lacks all of the scopes. */
export function requireScope(caller: Caller, anyOf: readonly Scope[]): void {
  if (hasScope(caller, anyOf)) return;
  if (caller.kind === "anonymous") throw needsToken();
  throw new AppError("FORBIDDEN", `This needs one of the scopes: ${anyOf.join(", ")}.`);
}
