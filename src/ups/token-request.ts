import { z } from "zod";
import type { CarrierAccountAccess } from "../carrier/account-access.js";
import { text } from "./shapes.js";
import type { WireRequest } from "./wire.js";

/** OAuth client credentials (OAuthClientCredentials.yaml); the path has no `/api`. Secrets may hold any character. */
export function tokenRequest(account: CarrierAccountAccess): WireRequest {
  const credentials = `${account.clientId.reveal()}:${account.clientSecret.reveal()}`;
  return {
    method: "POST",
    path: "/security/v1/oauth/token",
    headers: {
      authorization: `Basic ${Buffer.from(credentials, "utf8").toString("base64")}`,
      "content-type": "application/x-www-form-urlencoded",
      accept: "application/json",
    },
    body: "grant_type=client_credentials",
  };
}

const answer = z.object({ access_token: text, expires_in: text });

/** The token and its life in seconds, counted from its arrival: `issued_at` is another clock's. */
export function parseToken(json: unknown): { value: string; lifeSeconds: number } | null {
  const parsed = answer.safeParse(json);
  if (!parsed.success) return null;
  const lifeSeconds = Number(parsed.data.expires_in);
  return parsed.data.access_token !== "" && lifeSeconds > 0 ? { value: parsed.data.access_token, lifeSeconds } : null;
}
