import {
  createLocalJWKSet,
  createRemoteJWKSet,
  errors,
  type JWKSCacheInput,
  type JWTVerifyGetKey,
  jwksCache,
} from "jose";

const cacheMs = 600_000;
const cooldownMs = 30_000;
const timeoutMs = 5_000;
/** How long keys that cannot be refreshed are trusted on: as long as a withdrawn key may live when its issuer is down. */
const staleMs = 3_600_000;

/** Errors about the token; every other one means that the keys could not be fetched. */
const tokenFaults = [errors.JWKSNoMatchingKey, errors.JWKSMultipleMatchingKeys, errors.JOSENotSupported];

const isTokenFault = (error: unknown) => tokenFaults.some((fault) => error instanceof fault);

/**
 * The issuer's public keys: kept for 10 minutes, fetched again for an unknown key id at most once in 30 s. When the
 * issuer does not answer, the keys fetched last serve for up to an hour and it is asked once in 30 s.
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

  const staleKeys = (): JWTVerifyGetKey | null => {
    const { jwks, uat = 0 } = fetched;
    return jwks === undefined || Date.now() - uat >= staleMs ? null : createLocalJWKSet(jwks);
  };

  return async (header, token) => {
    const isDown = Date.now() - failedAt < cooldownMs;
    const whileDown = isDown ? staleKeys() : null;
    if (whileDown !== null) return whileDown(header, token);
    try {
      return await remote(header, token);
    } catch (error) {
      const instead = isTokenFault(error) ? null : staleKeys();
      if (instead === null) throw error;
      failedAt = Date.now();
      return instead(header, token);
    }
  };
}
