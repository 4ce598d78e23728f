import { errors, type JWTPayload, type JWTVerifyGetKey, jwtVerify } from "jose";
import { AppError } from "../errors.js";
import { isStorable } from "../storable-text.js";
import { createJwks } from "./jwks.js";
import { type Caller, isScope, scopes } from "./scopes.js";

export type AuthSettings =
  | { readonly mode: "none" }
  | {
      readonly mode: "jwt";
      readonly jwksUrl: string;
      readonly issuer: string;
      /** A token for any of them is accepted. */
      readonly audience: readonly string[];
      readonly algorithms: readonly string[];
      /** The header `typ` that tokens must have; null: it is not looked at. */
      readonly type: string | null;
      readonly tenantClaim: string;
      readonly scopeClaim: string;
    };

type JwtSettings = Extract<AuthSettings, { mode: "jwt" }>;

/** Headers as Node gives them: names in lower case. */
export type RequestHeaders = Readonly<Record<string, string | string[] | undefined>>;

export type Authenticator = (headers: RequestHeaders) => Promise<Caller>;

/** Whose data demo mode shows. */
export const demoTenantId = "01990000-0000-7000-8000-00000000d340";

const clockToleranceSeconds = 30;
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

const demoCaller: Caller = { kind: "user", tenantId: demoTenantId, scopes: new Set(scopes), subject: "demo" };
const anonymous: Caller = { kind: "anonymous", tenantId: null, scopes: new Set(), subject: "anonymous" };

function bearerToken(header: string | string[] | undefined): string | null {
  if (header === undefined) return null;
  const [, token] = (typeof header === "string" && /^Bearer +(\S+)$/i.exec(header)) || [];
  if (token === undefined) throw new AppError("UNAUTHENTICATED", "The Authorization header holds no bearer token.");
  return token;
}

async function verifiedClaims(token: string, keys: JWTVerifyGetKey, settings: JwtSettings): Promise<JWTPayload> {
  try {
    const { payload } = await jwtVerify(token, keys, {
      algorithms: [...settings.algorithms],
      issuer: settings.issuer,
      audience: [...settings.audience],
      requiredClaims: ["exp", "sub", settings.tenantClaim],
      clockTolerance: clockToleranceSeconds,
      ...(settings.type !== null && { typ: settings.type }),
    });
    return payload;
  } catch (cause) {
    if (cause instanceof errors.JWTExpired) throw new AppError("UNAUTHENTICATED", "The token has expired.", { cause });
    if (isRefusal(cause)) throw new AppError("UNAUTHENTICATED", "The token is not valid here.", { cause });
    throw new AppError("UNAUTHENTICATED", "The token cannot be checked at the moment.", { cause, retryable: true });
  }
}

/** False when the issuer's keys could not be had: the token may be good. */
function isRefusal(error: unknown): boolean {
  const isOutage = error instanceof errors.JWKSTimeout || error instanceof errors.JWKSInvalid;
  return error instanceof errors.JOSEError && error.code !== "ERR_JOSE_GENERIC" && !isOutage;
}

function callerOf(claims: JWTPayload, { tenantClaim, scopeClaim }: JwtSettings): Caller {
  const tenantId = claims[tenantClaim];
  if (typeof tenantId !== "string" || !uuid.test(tenantId))
    throw new AppError("UNAUTHENTICATED", "The token names no tenant.");
  const sub: unknown = claims.sub;
  // It is kept with what its bearer decides.
  if (typeof sub !== "string" || !isStorable(sub))
    throw new AppError("UNAUTHENTICATED", "The token's subject is not well-formed text.");
  const granted = claims[scopeClaim];
  const words = Array.isArray(granted) ? granted : typeof granted === "string" ? granted.split(" ") : [];
  return {
    kind: "user",
    tenantId: tenantId.toLowerCase(),
    scopes: new Set(words.filter((word) => typeof word === "string").filter(isScope)),
    subject: sub,
  };
}

/**
 * Tells who asks. Without an Authorization header that is the anonymous caller, who has no scope; with one that is not
 * a good token, whatever is wrong with it, UNAUTHENTICATED is thrown. No other header is looked at.
 */
export function createAuthenticator(settings: AuthSettings): Authenticator {
  if (settings.mode === "none") return async () => demoCaller;
  const keys = createJwks(settings.jwksUrl);
  return async (headers) => {
    const token = bearerToken(headers.authorization);
    return token === null ? anonymous : callerOf(await verifiedClaims(token, keys, settings), settings);
  };
}
