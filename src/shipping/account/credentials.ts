import { createHash } from "node:crypto";
import type { CredentialField, Credentials } from "../../carrier/credentials.js";
import { SecretText } from "../../carrier/secret-text.js";
import type { CarrierAccountCredential } from "../../entities/carrier-account-credential.js";
import type { Sealer } from "../deps.js";
import { masked } from "../mask.js";

type Kind = CredentialField["kind"];

/** As entered, by the names of the carrier's fields. */
export type CredentialTexts = Readonly<Record<string, string>>;

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
export function sealCredentials(
  sealer: Sealer,
  key: CredentialKey,
  fields: readonly CredentialField[],
  texts: CredentialTexts,
) {
  const identifier = textOf("IDENTIFIER", fields, texts);
  const secret = textOf("SECRET", fields, texts);
  return {
    ...key,
    clientIdMasked: masked(identifier, 4),
    clientSecretFingerprint: secretFingerprint(secret),
    sealedClientId: sealer.seal(identifier, sealContext(key, "clientId")),
    sealedClientSecret: sealer.seal(secret, sealContext(key, "clientSecret")),
  };
}

export function openCredentials(
  sealer: Sealer,
  row: CarrierAccountCredential,
  fields: readonly CredentialField[],
): Credentials {
  return {
    ...fieldsOf("IDENTIFIER", fields, sealer.open(row.sealedClientId, sealContext(row, "clientId"))),
    ...fieldsOf("SECRET", fields, sealer.open(row.sealedClientSecret, sealContext(row, "clientSecret"))),
  };
}

/** A row has one text for each kind: the carrier's only field of the kind as it is, several, or none, by their names. */
function textOf(kind: Kind, fields: readonly CredentialField[], texts: CredentialTexts): string {
  const names = namesOf(kind, fields);
  const [only] = names;
  if (names.length === 1 && only !== undefined) return texts[only] ?? "";
  return JSON.stringify(Object.fromEntries(names.map((name) => [name, texts[name]])));
}

function fieldsOf(kind: Kind, fields: readonly CredentialField[], text: string): Credentials {
  const names = namesOf(kind, fields);
  const [only] = names;
  const texts: CredentialTexts = names.length === 1 && only !== undefined ? { [only]: text } : JSON.parse(text);
  return Object.fromEntries(names.map((name) => [name, new SecretText(texts[name] ?? "")]));
}

function namesOf(kind: Kind, fields: readonly CredentialField[]): string[] {
  return fields.filter((field) => field.kind === kind).map(({ name }) => name);
}

/** Enough to tell two secrets apart, too short to prove a guess. */
function secretFingerprint(secret: string): string {
  return createHash("sha256").update(secret).digest("hex").slice(0, 8);
}
