import {
  createLocalJWKSet,
  createRemoteJWKSet,
  errors,
  type JSONWebKeySet,
  type JWKSCacheInput,
  type JWTVerifyGetKey,
  jwksCache,
} from "jose";

const cacheMs = 600_000;
const cooldownMs = 30_000;
const timeoutMs = 5_000;
/** How long keys that cannot be refreshed are trusted on: as long as a withdrawn key may live when its issuer is down. */
const staleMs = 3_600_000;

/** Tokens of unknown keys that wait for one fetch: anybody can make such, and callers whose keys are known need room. */
const mostWaiting = 100;

/** Errors about the token; every other one means that the keys could not be fetched. */
const tokenFaults = [errors.JWKSNoMatchingKey, errors.JWKSMultipleMatchingKeys, errors.JOSENotSupported];

const isTokenFault = (error: unknown) => tokenFaults.some((fault) => error instanceof fault);

/**
 * The issuer's public keys: kept for 10 minutes, fetched again for an unknown key id at most once in 30 s. When the
 * issuer does not answer, the keys fetched last serve for up to an hour and it is asked once in 30 s. Throws JWKSTimeout for
 * one of too many unknown key ids at once.
 */
export function createJwks(url: string): JWTVerifyGetKey {
  const fetched: JWKSCacheInput = {};
  const remote = createRemoteJWKSet(new URL(url), {
    cacheMaxAge: cacheMs,
    cooldownDuration: cooldownMs,
    timeoutDuration: timeoutMs,
    [jwksCache]: fetched,
  });
  let failedAt = Number.NEGATIVE_INFINITY;

  let own: { jwks: JSONWebKeySet; keys: JWTVerifyGetKey } | null = null;
  /** Those that were fetched last; null: none, or longer ago than that. */
  const fetchedKeys = (mostMs: number): JWTVerifyGetKey | null => {
    const { jwks, uat = 0 } = fetched;
    if (jwks === undefined || Date.now() - uat >= mostMs) return null;
    if (own?.jwks !== jwks) own = { jwks, keys: createLocalJWKSet(jwks) };
    return own.keys;
  };

  let waiting = 0;
  const fetchFor: JWTVerifyGetKey = async (header, token) => {
    if (waiting >= mostWaiting) throw new errors.JWKSTimeout();
    waiting += 1;
    try {
      return await fetchInstead(header, token);
    } finally {
      waiting -= 1;
    }
  };

  const fetchInstead: JWTVerifyGetKey = async (header, token) => {
    try {
      return await remote(header, token);
    } catch (error) {
      const instead = isTokenFault(error) ? null : fetchedKeys(staleMs);
      if (instead === null) throw error;
      failedAt = Date.now();
      return instead(header, token);
    }
  };

  return async (header, token) => {
    const whileDown = Date.now() - failedAt < cooldownMs ? fetchedKeys(staleMs) : null;
    if (whileDown !== null) return whileDown(header, token);
    const fresh = fetchedKeys(cacheMs);
    if (fresh === null) return fetchInstead(header, token);
    try {
      return await fresh(header, token);
    } catch (error) {
      if (error instanceof errors.JWKSNoMatchingKey) return fetchFor(header, token);
      throw error;
    }
  };
}
