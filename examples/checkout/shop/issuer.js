import { exportJWK, generateKeyPair, SignJWT } from "jose";

const algorithm = "ES256";
const keyId = "shop-1";
const audience = "shipping";

/**
 * What gives out the shop's tokens, as a login server of yours does: `url` is its address, under which `jwks` is published.
 * The keys are made anew at each start and are never kept.
 */
export async function createIssuer(url, tenantId) {
  const { publicKey, privateKey } = await generateKeyPair(algorithm);
  const jwks = { keys: [{ ...(await exportJWK(publicKey)), kid: keyId, alg: algorithm, use: "sig" }] };

  /** A token for `seconds`. `subject` is told in the service's audit, `scope` is all that its bearer may do. */
  async function issue({ subject, scope, seconds }) {
    const expiresAt = Math.floor(Date.now() / 1000) + seconds;
    const token = await new SignJWT({ tenant_id: tenantId, scope })
      .setProtectedHeader({ alg: algorithm, kid: keyId })
      .setIssuer(url)
      .setAudience(audience)
      .setSubject(subject)
      .setExpirationTime(expiresAt)
      .sign(privateKey);
    return { token, expiresAt: new Date(expiresAt * 1000).toISOString() };
  }

  return { jwks, issue, algorithm, audience, url, jwksUrl: `${url}/jwks.json` };
}

/** How the service is told to believe these tokens, as its environment. */
export function trusting({ url, jwksUrl, audience: of }) {
  return { AUTH_MODE: "jwt", JWT_JWKS_URL: jwksUrl, JWT_ISSUER: url, JWT_AUDIENCE: of };
}
