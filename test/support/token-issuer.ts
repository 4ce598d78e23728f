import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { exportJWK, exportSPKI, generateKeyPair, type JWTPayload, SignJWT } from "jose";

export const tenantId = "01990000-0000-7000-8000-0000000000a1";

/** Claims that are good at `now`. */
export function someClaims(overrides: JWTPayload = {}): JWTPayload {
  const now = Math.floor(Date.now() / 1000);
  return {
    iss: "https://login.example.com/",
    aud: "shipping",
    sub: "user-1",
    exp: now + 300,
    tenant_id: tenantId,
    scope: "read ship",
    ...overrides,
  };
}

/** An issuer of tokens on loopback: publishes its keys, counts who asks for them, can go down and change its key. */
export async function startTokenIssuer() {
  const issued = { kid: "key-1", pair: await generateKeyPair("RS256", { extractable: true }) };
  const state = { fetches: 0, isDown: false, answersAfter: Promise.resolve() };

  const server = createServer(async (_request, response) => {
    state.fetches += 1;
    await state.answersAfter;
    if (state.isDown) return void response.writeHead(503).end();
    const jwk = { ...(await exportJWK(issued.pair.publicKey)), kid: issued.kid, alg: "RS256", use: "sig" };
    response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify({ keys: [jwk] }));
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));

  return {
    state,
    settings: {
      mode: "jwt",
      jwksUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/jwks.json`,
      issuer: "https://login.example.com/",
      audience: ["shipping"],
      algorithms: ["RS256", "ES256"],
      type: null,
      tenantClaim: "tenant_id",
      scopeClaim: "scope",
    } as const,
    sign: (claims: JWTPayload = someClaims(), kid = issued.kid, typ?: string) =>
      new SignJWT(claims).setProtectedHeader({ alg: "RS256", kid, ...(typ && { typ }) }).sign(issued.pair.privateKey),
    /** Signed with a secret that everybody knows: the public key. */
    signWithPublicKey: async () => {
      const secret = new TextEncoder().encode(await exportSPKI(issued.pair.publicKey));
      return new SignJWT(someClaims()).setProtectedHeader({ alg: "HS256", kid: issued.kid }).sign(secret);
    },
    rotateKey: async (kid: string) => {
      Object.assign(issued, { kid, pair: await generateKeyPair("RS256", { extractable: true }) });
    },
    stop: () =>
      new Promise<void>((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}
