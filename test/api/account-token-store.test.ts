import { randomUUID } from "node:crypto";
import type { TokenKey, TokenStore } from "../../src/carrier/ports.js";
import { SecretText } from "../../src/carrier/secret-text.js";
import { inTenant } from "../../src/database/tenant-transaction.js";
import { loadAccount } from "../../src/shipping/account/load-account.js";
import { createTokenStore } from "../../src/shipping/account/token-store.js";
import { createUpsAdapter } from "../../src/ups/adapter.js";
import { changeAccount, createAccount } from "../support/accounts.js";
import { startTestService, type TestService } from "../support/service.js";

let service: TestService;
let store: TokenStore;
beforeAll(async () => {
  service = await startTestService();
  store = createTokenStore(service.database, service.deps.sealer);
});
afterAll(() => service.close());

async function newKey(): Promise<TokenKey> {
  const { id } = (await createAccount(service)).carrierAccount;
  return { tenantId: service.tenantId, accountId: id, credentialVersion: 1 };
}

const aToken = (value: string, expiresAt = new Date("2030-01-01T00:00:00.123Z")) => ({
  value: new SecretText(value),
  expiresAt,
});

const stored = async (key: TokenKey) => (await store.read(key))?.value.reveal() ?? null;

describe("the shared store of access tokens", () => {
  it("gives back what was written, to its own tenant and version only", async () => {
    const key = await newKey();
    expect(await store.read(key)).toBeNull();
    await store.write(key, aToken("first"));
    const read = await store.read(key);
    expect([read?.value.reveal(), read?.expiresAt.toISOString()]).toEqual(["first", "2030-01-01T00:00:00.123Z"]);
    expect(await store.read({ ...key, credentialVersion: 2 })).toBeNull();
    expect(await store.read({ ...key, tenantId: service.otherTenantId })).toBeNull();
  });

  it("leases to one of many at once, and again once the lease is given back", async () => {
    const key = await newKey();
    const asked = await Promise.all(Array.from({ length: 8 }, () => store.acquireLease(key, 60)));
    expect(asked.filter(Boolean)).toHaveLength(1);
    await store.releaseLease(key);
    expect(await store.acquireLease(key, 60)).toBe(true);
    expect(await store.acquireLease(key, 60)).toBe(false);
  });

  it("leases again when the holder let its time pass, by the database's clock", async () => {
    const key = await newKey();
    await store.acquireLease(key, 60);
    await inTenant(service.database, key.tenantId, (manager) =>
      manager.query("update carrier_token set leased_until = now() - interval '1 millisecond' where account_id = $1", [
        key.accountId,
      ]),
    );
    expect(await store.acquireLease(key, 60)).toBe(true);
  });

  it("ends the lease with the token that it was for", async () => {
    const key = await newKey();
    await store.acquireLease(key, 60);
    await store.write(key, aToken("fetched"));
    expect(await store.acquireLease(key, 60)).toBe(true);
    expect(await stored(key)).toBe("fetched");
  });

  it("forgets the token that was refused and keeps a fresher one", async () => {
    const key = await newKey();
    await store.write(key, aToken("fresher"));
    await store.forget(key, aToken("refused"));
    expect(await stored(key)).toBe("fresher");
    await store.forget(key, aToken("fresher"));
    expect(await stored(key)).toBeNull();
    await store.forget(key, aToken("fresher"));
  });

  it("keeps no token of credentials that do not exist", async () => {
    const key = { tenantId: service.tenantId, accountId: `cac_${randomUUID()}`, credentialVersion: 1 };
    await expect(store.write(key, aToken("lost"))).rejects.toThrow("foreign key");
    expect(await store.read(key)).toBeNull();
  });

  it("lets five cold instances share one token call", async () => {
    const { accountId } = await newKey();
    const { access } = (await loadAccount(service.deps, service.tenantId, accountId))!;
    const instances = Array.from({ length: 5 }, () => anInstance());
    await service.control.clearRequests();

    const calls = instances.flatMap((ups) => Array.from({ length: 4 }, () => ask(ups, access)));
    const outcomes = await Promise.all(calls);

    expect(outcomes.map(({ kind }) => kind)).toEqual(Array(20).fill("ANSWERED"));
    const seen = (await service.control.requests()).map(({ operation }) => operation);
    expect(seen.filter((operation) => operation === "TOKEN")).toHaveLength(1);
    expect(seen.filter((operation) => operation === "TRACK_BY_REFERENCE")).toHaveLength(20);
    await Promise.all(instances.map((ups) => ups.close()));
  });

  it("never gives one account's token, or one version's, to another", async () => {
    const keys = [await newKey(), await newKey()];
    const ups = anInstance();
    await service.control.clearRequests();
    const askAs = async ({ accountId }: TokenKey) =>
      ask(ups, (await loadAccount(service.deps, service.tenantId, accountId))!.access);
    for (const key of keys) await askAs(key);
    const second = { clientId: "second-client", clientSecret: "second-secret" };
    const input = { carrierAccountId: keys[0]!.accountId, ups: second };
    await changeAccount(service, "rotateCarrierCredentials", input);
    await askAs(keys[0]!);
    const seen = (await service.control.requests()).map(({ operation }) => operation);
    expect(seen.filter((operation) => operation === "TOKEN")).toHaveLength(3);
    const tokens = [
      await stored(keys[0]!),
      await stored(keys[1]!),
      await stored({ ...keys[0]!, credentialVersion: 2 }),
    ];
    expect(new Set(tokens).size).toBe(3);
    expect(tokens).not.toContain(null);
    await ups.close();
  });
});

function anInstance() {
  return createUpsAdapter({
    baseUrls: { SIMULATOR: service.simulator.url, TEST: null, PRODUCTION: null },
    tokens: createTokenStore(service.database, service.deps.sealer),
    calls: { record: () => undefined },
    clock: service.deps.clock,
    limits: { tokenPollMs: 10 },
  });
}

const ask = (ups: ReturnType<typeof anInstance>, access: Parameters<typeof ups.findByReference>[0]) =>
  ups.findByReference(access, "NOSUCHREFERENC", new Date(), { purchaseId: null });
