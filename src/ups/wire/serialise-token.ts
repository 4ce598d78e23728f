import type { CarrierAccountAccess } from "../../carrier/account-access.js";
import type { WireRequest } from "./wire.js";

/** OAuth client credentials (OAuthClientCredentials.yaml); the path has no `/api`. Secrets may hold any character. */
export function serialiseToken(account: CarrierAccountAccess): WireRequest {
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
