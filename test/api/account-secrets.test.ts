import { inspect } from "node:util";
import { isObjectType } from "graphql";
import { Client } from "pg";
import { inTenant } from "../../src/database/tenant-transaction.js";
import { CarrierAccountCredential } from "../../src/entities/carrier-account-credential.js";
import type { Log } from "../../src/log.js";
import { createKeyProvider } from "../../src/security/key-provider.js";
import { createSecretBox } from "../../src/security/secret-box.js";
import { loadAccount } from "../../src/shipping/account/load-account.js";
import { createTokenStore } from "../../src/shipping/account/token-store.js";
import { anAccountInput, changeAccount, createAccount } from "../support/accounts.js";
import { aPackage, newYork } from "../support/seed.js";
import { startTestService, type TestService } from "../support/service.js";

const canaries = {
  firstId: "canary-first-id-4f1c9a",
  firstSecret: "canary-first-secret-&+/=-9d2e07",
  secondId: "canary-second-id-b07d31",
  secondSecret: "canary-second-secret-&+/=-5a6bc4",
  refusedId: "canary-without-shipping-71ea",
  refusedSecret: "canary-refused-secret-e3f0",
};

const logged: string[] = [];
const write = (message: string, fields?: object) => void logged.push(inspect([message, fields], { depth: 20 }));
const log: Log = { debug: write, info: write, warn: write, error: write, child: () => log };

let service: TestService;
const answers: string[] = [];
let accountId: string;
let token: string;

beforeAll(async () => {
  service = await startTestService({ log });
  await live();
});
afterAll(() => service.close());

/** The life of an account, good days and bad, with every answer kept. */
async function live(): Promise<void> {
  const { firstId, firstSecret, secondId, secondSecret, refusedId, refusedSecret } = canaries;
  const first = { clientId: firstId, clientSecret: firstSecret };
  keep(await createAccount(service, { ...first, accountNumber: "bad" }));
  keep(await createAccount(service, { ...first, environment: "TEST" }));
  const created = keep(await createAccount(service, { ...first, validate: true }));
  accountId = created.carrierAccount.id;
  keep(await changeAccount(service, "activateCarrierAccount", { carrierAccountId: accountId }));
  keep(await rotate(secondId, secondSecret));
  keep(await rotate(refusedId, refusedSecret));
  keep(await rotate(refusedId, ""));
  await rateOnGoodAndBadDays();
  keep(await execute(`{ carrierAccounts { nodes { id } } carrierAccount(id: "${accountId}") { clientIdMasked } }`));
  token = (await createTokenStore(service.database, service.deps.sealer).read(keyOf(2)))!.value.reveal();
  await service.settled();
}

async function rateOnGoodAndBadDays(): Promise<void> {
  await rate();
  const faults = [
    { kind: "STATUS", operation: "RATE", status: 500, times: 5 },
    { kind: "HTML", operation: "RATE", times: 5 },
    { kind: "UNAUTHORIZED", operation: "RATE", times: 5 },
    { kind: "RESET_BEFORE", operation: "ANY", times: 5 },
  ] as const;
  for (const fault of faults) {
    await service.control.addFault(fault);
    await rate();
    await service.control.clearFaults();
  }
  await rate();
}

async function rate(): Promise<void> {
  const source = `query($input: ShippingRatesInput!) {
    shippingRates(input: $input) { quotes { id } unavailable { reason message } userErrors { code message } }
  }`;
  keep(await execute(source, { input: { carrierAccountId: accountId, shipTo: newYork, packages: [aPackage] } }));
}

const rotate = (clientId: string, clientSecret: string) =>
  changeAccount(service, "rotateCarrierCredentials", { carrierAccountId: accountId, ups: { clientId, clientSecret } });

const keyOf = (credentialVersion: number) => ({ tenantId: service.tenantId, accountId, credentialVersion });

const execute: TestService["execute"] = (source, variables) => service.execute(source, variables);

/** Errors with their causes, which JSON would leave out. */
// biome-ignore lint/suspicious/noExplicitAny: answers have the shape of their query.
function keep(answer: any): any {
  answers.push(JSON.stringify(answer), inspect(answer, { depth: 20 }));
  return answer;
}

/** Every row of every table as text; bytes are hexadecimal in it. */
async function dump(): Promise<{ text: string; rowsOf: Map<string, number> }> {
  const client = new Client({ connectionString: service.testDatabase.adminUrl });
  await client.connect();
  await client.query("select set_config('app.tenant_id', $1, false)", [service.tenantId]);
  const tables = await client.query<{ name: string }>(
    `select format('%I.%I', table_schema, table_name) as name from information_schema.tables
     where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')`,
  );
  const rowsOf = new Map<string, number>();
  const texts: string[] = [];
  for (const { name } of tables.rows) {
    const { rows } = await client.query<{ line: string }>(`select t::text as line from ${name} t`);
    rowsOf.set(name, rows.length);
    texts.push(...rows.map(({ line }) => line));
  }
  await client.end();
  return { text: texts.join("\n"), rowsOf };
}

/** As it is, as a dump shows bytes, and as headers and JSON carry it. */
function disguises(canary: string): string[] {
  const bytes = Buffer.from(canary);
  return [canary, bytes.toString("hex"), bytes.toString("base64").replace(/=+$/, ""), encodeURIComponent(canary)];
}

const secrets = () => [...Object.values(canaries), token];
const hits = (haystack: string) =>
  secrets()
    .flatMap(disguises)
    .filter((needle) => haystack.includes(needle));

describe("the secrets of an account", () => {
  it("are in use: the carrier took them and gave a token", async () => {
    const { access } = (await loadAccount(service.deps, service.tenantId, accountId))!;
    expect(access.credentials.clientSecret?.reveal()).toBe(canaries.secondSecret);
    expect(token).toMatch(/^sim\./);
    expect(hits(`Basic ${Buffer.from(canaries.firstSecret).toString("base64")}`)).toHaveLength(1);
  });

  it("are in no answer, good or bad", () => {
    const all = answers.join("\n");
    expect(all).toContain(accountId);
    expect(all).toContain("ACCOUNT_NOT_READY");
    expect(hits(all)).toEqual([]);
  });

  it("are in no log line, before any redaction", async () => {
    log.info("one line at least", { accountId });
    expect(hits(logged.join("\n"))).toEqual([]);
  });

  it("are in no row of any table, neither as text nor as bytes", async () => {
    const { text, rowsOf } = await dump();
    expect(rowsOf.size).toBeGreaterThan(15);
    expect(rowsOf.get("public.carrier_account_credential")).toBe(3);
    expect(rowsOf.get("public.carrier_token")).toBeGreaterThan(0);
    expect(rowsOf.get("public.carrier_request")).toBeGreaterThan(10);
    expect(rowsOf.get("public.rate_quote")).toBeGreaterThan(0);
    expect(text).toContain(accountId);
    expect(hits(text)).toEqual([]);
  });

  it("do not print themselves, whoever prints the account", async () => {
    const loaded = (await loadAccount(service.deps, service.tenantId, accountId))!;
    const { access } = loaded;
    const printed = [
      inspect(access, { depth: 9, showHidden: true }),
      JSON.stringify(access),
      `${access.credentials.clientSecret}`,
    ];
    expect(hits(printed.join("\n"))).toEqual([]);
  });

  it("have no field in the schema that could show them", () => {
    const fields = Object.values(service.schema.getTypeMap())
      .filter((type) => isObjectType(type) && !type.name.startsWith("__"))
      .flatMap((type) =>
        isObjectType(type) ? Object.keys(type.getFields()).map((name) => `${type.name}.${name}`) : [],
      );
    expect(fields.length).toBeGreaterThan(50);
    expect(fields).toContain("CarrierAccount.clientSecretFingerprint");
    expect(fields.filter((path) => /(secret|token|password|clientId|accountNumber)s?$/i.test(path))).toEqual([]);
  });

  it("open with their own key only", async () => {
    const keys = createKeyProvider([{ id: service.secretKey.id, bytes: Buffer.alloc(32, 7) }]);
    const strange = { ...service.deps, sealer: createSecretBox(keys) };
    await expect(loadAccount(strange, service.tenantId, accountId)).rejects.toMatchObject({
      code: "INTERNAL_SERVER_ERROR",
      message: "A stored secret cannot be decrypted.",
    });
  });

  it("open in their own row only", async () => {
    const other = (await createAccount(service, anAccountInput())).carrierAccount.id;
    await inTenant(service.database, service.tenantId, async (manager) => {
      const { sealedClientId, sealedClientSecret } = await manager.findOneByOrFail(CarrierAccountCredential, {
        accountId,
        version: 2,
      });
      await manager.update(CarrierAccountCredential, { accountId: other }, { sealedClientId, sealedClientSecret });
    });
    await expect(loadAccount(service.deps, service.tenantId, other)).rejects.toMatchObject({
      message: "A stored secret cannot be decrypted.",
    });
  });
});
