import { randomBytes } from "node:crypto";
import type { startTokenIssuer } from "./token-issuer.js";

type TokenIssuer = Awaited<ReturnType<typeof startTokenIssuer>>;

export const routerSecret = "router-secret-0123456789-0123456789-0123456789";

const newKey = (id: string) => `${id}:${randomBytes(32).toString("base64")}`;

/** What a server that verifies tokens of this issuer behind a router is told. */
export function jwtSettings({ settings }: TokenIssuer): Record<string, string> {
  return {
    AUTH_MODE: "jwt",
    JWT_JWKS_URL: settings.jwksUrl,
    JWT_ISSUER: settings.issuer,
    JWT_AUDIENCE: settings.audience.join(","),
    ROUTER_SECRET: routerSecret,
    SECRET_KEYS: newKey("s1"),
    LINK_SIGNING_KEYS: newKey("l1"),
  };
}
