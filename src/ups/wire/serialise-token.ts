import type { CarrierAccountAccess } from "../../carrier/account-access.js";
import { revealClient } from "./credentials.js";
import { bodyOf } from "./declared-names.js";
import type { WireRequest } from "./wire.js";

/** OAuth client credentials (OAuthClientCredentials.yaml); the path has no `/api`. Secrets may hold any character. */
export function serialiseToken(account: CarrierAccountAccess): WireRequest {
  const { clientId, clientSecret } = revealClient(account);
  return {
    method: "POST",
    path: "/security/v1/oauth/token",
    headers: {
      authorization: `Basic ${Buffer.from(`${clientId}:${clientSecret}`, "utf8").toString("base64")}`,
      "content-type": "application/x-www-form-urlencoded",
      accept: "application/json",
    },
    body: new URLSearchParams(bodyOf("TOKEN", { grant_type: "client_credentials" })).toString(),
  };
}
