import { createHash } from "node:crypto";
import { SecretText } from "../../carrier/secret-text.js";
import type { CarrierAccountCredential } from "../../entities/carrier-account-credential.js";
import type { Sealer } from "../deps.js";
import { masked } from "./mask.js";

export interface Credentials {
  clientId: string;
  clientSecret: string;
}

/** The row that a version of credentials belongs to. */
export interface CredentialKey {
  tenantId: string;
  accountId: string;
  version: number;
}

/** Sealed text opens only with the context it was sealed with: a row copied elsewhere stays shut. */
export function sealContext(key: CredentialKey, what: "clientId" | "clientSecret" | "accessToken"): string {
  return `${key.tenantId}/${key.accountId}/${key.version}/${what}`;
}

/** The row as it is stored: sealed, beside what people may see of it. */
export function sealCredentials(sealer: Sealer, key: CredentialKey, { clientId, clientSecret }: Credentials) {
  return {
    ...key,
    clientIdMasked: masked(clientId, 4),
    clientSecretFingerprint: secretFingerprint(clientSecret),
    sealedClientId: sealer.seal(clientId, sealContext(key, "clientId")),
    sealedClientSecret: sealer.seal(clientSecret, sealContext(key, "clientSecret")),
  };
}

export function openCredentials(sealer: Sealer, row: CarrierAccountCredential) {
  return {
    clientId: new SecretText(sealer.open(row.sealedClientId, sealContext(row, "clientId"))),
    clientSecret: new SecretText(sealer.open(row.sealedClientSecret, sealContext(row, "clientSecret"))),
  };
}

/** Enough to tell two secrets apart, too short to prove a guess. */
function secretFingerprint(secret: string): string {
  return createHash("sha256").update(secret).digest("hex").slice(0, 8);
}
