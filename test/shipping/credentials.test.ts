import { randomBytes } from "node:crypto";
import type { CredentialField } from "../../src/carrier/credentials.js";
import type { CarrierAccountCredential } from "../../src/entities/carrier-account-credential.js";
import { createKeyProvider } from "../../src/security/key-provider.js";
import { createSecretBox } from "../../src/security/secret-box.js";
import { openCredentials, sealContext, sealCredentials } from "../../src/shipping/account/credentials.js";
import { upsCredentials } from "../../src/ups/wire/credentials.js";

const sealer = createSecretBox(createKeyProvider([{ id: "k1", bytes: randomBytes(32) }]));
const key = { tenantId: "t1", accountId: "cac_1", version: 1 };

const field = (name: string, kind: CredentialField["kind"]): CredentialField => ({ name, label: name, kind });

function revealed(fields: readonly CredentialField[], row: object) {
  const opened = openCredentials(sealer, row as CarrierAccountCredential, fields);
  return Object.fromEntries(Object.entries(opened).map(([name, secret]) => [name, secret.reveal()]));
}

it("opens a row of before carriers described their fields", () => {
  const row = {
    ...key,
    sealedClientId: sealer.seal("my-client", sealContext(key, "clientId")),
    sealedClientSecret: sealer.seal("my-secret", sealContext(key, "clientSecret")),
  };
  expect(revealed(upsCredentials, row)).toEqual({ clientId: "my-client", clientSecret: "my-secret" });
});

it.each([
  ["as UPS has them", upsCredentials, { clientId: "my-client", clientSecret: "{not json" }],
  ["a key alone", [field("apiKey", "SECRET")], { apiKey: "my-key" }],
  [
    "several of each kind",
    [field("site", "IDENTIFIER"), field("user", "IDENTIFIER"), field("password", "SECRET"), field("key", "SECRET")],
    { site: "s", user: "u", password: 'p"', key: "k" },
  ],
])("keeps and opens %s", (_, fields, texts) => {
  expect(revealed(fields, sealCredentials(sealer, key, fields, texts))).toEqual(texts);
});

it("shows the end of an identifier alone, and tells secrets apart", () => {
  const row = sealCredentials(sealer, key, upsCredentials, { clientId: "my-client-id", clientSecret: "my-secret" });
  const other = sealCredentials(sealer, key, upsCredentials, { clientId: "my-client-id", clientSecret: "another" });
  expect([row.clientIdMasked, row.clientSecretFingerprint]).toEqual([
    "••••t-id",
    expect.stringMatching(/^[0-9a-f]{8}$/),
  ]);
  expect(other.clientSecretFingerprint).not.toBe(row.clientSecretFingerprint);
  expect(sealCredentials(sealer, key, [field("apiKey", "SECRET")], { apiKey: "k" }).clientIdMasked).toBe("••••");
});
