import { Client } from "pg";
import { inSystem } from "../../src/database/tenant-transaction.js";
import { forgetAuditEvents } from "../../src/jobs/forget-audit-events.js";
import { aKey, aShipment, bought, sql, voidShipment } from "../support/purchases.js";
import { sanFrancisco, seedAccount } from "../support/seed.js";
import { startTestService, type TestService } from "../support/service.js";

let service: TestService;
let account: string;
let owner: Client;
beforeAll(async () => {
  service = await startTestService();
  account = await seedAccount(service);
  owner = new Client({ connectionString: service.testDatabase.adminUrl });
  await owner.connect();
});
afterAll(async () => {
  await owner.end();
  await service.close();
});

const admin = { scopes: ["admin"] } as const;
const list = `query ($filter: AuditEventFilter) { auditEvents(first: 100, filter: $filter) { nodes {
  kind actor { kind subject permissions } targetId changes { field before after isWithheld } occurredAt } } }`;
const events = async (filter: object = {}) => (await service.run(list, { filter }, admin)).auditEvents.nodes;
const change = (name: string, type: string, input: object) =>
  service.run(`mutation ($input: ${type}!) { ${name}(input: $input) { userErrors { code field } } }`, { input });
const setLimits = (limits: object[]) => change("setSpendLimits", "SetSpendLimitsInput", { limits });
const told = (field: string, before: string | null, after: string | null) => ({
  field,
  before,
  after,
  isWithheld: false,
});
const withheld = (field: string) => ({ field, before: null, after: null, isWithheld: true });

it("tells both values of every limit that was changed, lowered, added and left out", async () => {
  await setLimits([
    { period: "DAY", maxLabels: 20 },
    { period: "DAY", maxAmount: { amount: "150.50", currencyCode: "USD" } },
  ]);
  await setLimits([
    { period: "DAY", maxLabels: 10 },
    { period: "MINUTE", maxLabels: 5 },
  ]);
  await setLimits([
    { period: "DAY", maxLabels: 10 },
    { period: "MINUTE", maxLabels: 5 },
  ]);
  const [last, first, ...repeats] = await events({ kind: ["SPEND_LIMITS_CHANGED"] });
  expect(repeats).toEqual([]);
  expect(first.changes).toEqual([told("DAY.maxAmount.USD", null, "150.50"), told("DAY.maxLabels", null, "20")]);
  expect(last).toMatchObject({
    ...{ actor: { kind: "TOKEN", subject: "tester" }, targetId: null },
    changes: [
      told("DAY.maxAmount.USD", "150.50", null),
      told("DAY.maxLabels", "20", "10"),
      told("MINUTE.maxLabels", null, "5"),
    ],
  });
  await setLimits([]);
});

it("tells which credentials were changed, and no value of them or of people", async () => {
  const created = await service.run(
    `mutation ($input: CreateCarrierAccountInput!) { createCarrierAccount(input: $input) { carrierAccount { id } } }`,
    {
      input: {
        ...{ name: "Erna's parcels", environment: "SIMULATOR", accountNumber: "9Z8Y7X", address: sanFrancisco },
        ups: { clientId: "canary-client", clientSecret: "canary-secret" },
      },
    },
  );
  const { id: carrierAccountId } = created.createCarrierAccount.carrierAccount;
  const rotate = (clientId: string, clientSecret: string) =>
    change("rotateCarrierCredentials", "RotateCarrierCredentialsInput", {
      carrierAccountId,
      ups: { clientId, clientSecret },
    });
  await rotate("canary-client", "canary-secret-2");
  await change("updateCarrierAccount", "UpdateCarrierAccountInput", {
    ...{ carrierAccountId, name: "Erna Canary", shipsRegulatedItems: true },
    address: { ...sanFrancisco, phone: "5559990000" },
  });
  const [updated, rotated, first] = await events({ targetId: carrierAccountId });
  expect(rotated.changes).toEqual([withheld("clientSecret"), told("credentialVersion", "1", "2")]);
  expect(updated.changes).toEqual([
    ...[withheld("address"), withheld("name"), told("shipsRegulatedItems", "false", "true")],
  ]);
  expect(first.changes).toEqual(expect.arrayContaining([told("environment", null, "SIMULATOR"), withheld("name")]));
  const [{ all }] = await sql(service, "select string_agg(row_to_json(e)::text, ' ') as all from audit_event e");
  expect(all).not.toMatch(/canary|erna|9Z8Y7X|5559990000|market st/i);
});

it("is filtered by kind, by whose token, by what was changed and by time", async () => {
  const archived = { scopes: ["admin"] } as const;
  await service.run(
    `mutation ($id: ID) { updateShippingSettings(input: { defaultCarrierAccountId: $id }) { userErrors { code } } }`,
    { id: account },
    archived,
  );
  const all = await events();
  expect(all.length).toBeGreaterThan(3);
  expect((await events({ kind: ["SHIPPING_SETTINGS_CHANGED"] })).map(({ changes }: never) => changes)).toEqual([
    [told("defaultCarrierAccountId", null, account)],
  ]);
  expect(await events({ kind: [] })).toEqual([]);
  expect(await events({ actor: "tester" })).toEqual(all);
  expect(await events({ actor: "somebody else" })).toEqual([]);
  expect(await events({ actor: "tester", kind: ["SPEND_LIMITS_CHANGED"], targetId: account })).toEqual([]);
  expect(await events({ since: new Date(Date.now() + 60_000).toISOString() })).toEqual([]);
  expect(await events({ since: all.at(-1).occurredAt })).toEqual(all);
  expect(all[0]).toMatchObject({ actor: { permissions: ["admin"] } });
});

it("is there when the change is, and the change is not without it", async () => {
  await owner.query("create table hindrance (x int)");
  await owner.query(`create function hinder() returns trigger language plpgsql as $$
    begin raise exception 'no audit'; end $$`);
  await owner.query("create trigger hinder before insert on audit_event for each row execute function hinder()");
  const { errors } = await service.execute(
    `mutation { setSpendLimits(input: { limits: [{ period: DAY, maxLabels: 1 }] }) { userErrors { code } } }`,
  );
  const { shipment } = await bought(service, { idempotencyKey: aKey(), shipment: aShipment() });
  const void_ = await service.execute(
    `mutation ($id: ID!) { voidShipment(input: { shipmentId: $id }) { userErrors { code } } }`,
    { id: shipment.id },
  );
  await owner.query("drop function hinder() cascade");
  expect([errors?.length, void_.errors?.length]).toEqual([1, 1]);
  expect(await sql(service, "select * from spend_limit")).toEqual([]);
  expect(await sql(service, "select void_state from purchased_package where void_state <> 'NOT_VOIDED'")).toEqual([]);
  await voidShipment(service, { shipmentId: shipment.id, reason: "CANCELLED" });
  expect((await events({ targetId: shipment.id })).map(({ kind }: { kind: string }) => kind)).toEqual([
    "VOID_REQUESTED",
  ]);
});

describe("nobody changes what was written", () => {
  it.each(["update audit_event set kind = 'OTHER'", "delete from audit_event", "truncate audit_event"])(
    "%s is refused to the server's role and to the owner",
    async (statement) => {
      const before = await events();
      await expect(sql(service, statement)).rejects.toThrow(/permission denied/);
      await owner.query("select set_config('app.tenant_id', $1, false)", [service.tenantId]);
      await expect(owner.query(statement)).rejects.toThrow(/append-only/);
      expect(await events()).toEqual(before);
    },
  );

  it("and the job that keeps periods of retention removes what is old, in batches, and nothing of the last 30 days", async () => {
    const old = `insert into audit_event (tenant_id, id, kind, actor_kind, actor_scopes, changes, occurred_at)
      select $1, 'aud_old' || n, 'OTHER', 'SYSTEM', '{}', '[]', now() - interval '40 days' from generate_series(1, 3) n`;
    const aged = async (days: number) => {
      await sql(service, old.replace("aud_old", `aud_${days}_`).replace("40 days", `${days} days`), [service.tenantId]);
    };
    const forget = async (before: string, atMost: number) => {
      const forgotten = "select forget_audit_events($1, $2) as count";
      const [row] = await inSystem(service.database, (manager) => manager.query(forgotten, [before, atMost]));
      return row.count;
    };
    const kept = await events();
    await sql(service, old, [service.tenantId]);
    const tomorrow = new Date(Date.now() + 86_400_000).toISOString();
    expect([await forget(tomorrow, 2), await forget(tomorrow, 2), await forget(tomorrow, 2)]).toEqual([2, 1, 0]);
    expect(await events()).toEqual(kept);
    await aged(50);
    await aged(45);
    expect(await forgetAuditEvents(service.deps, 48)).toBe(false);
    expect((await events()).length).toBe(kept.length + 3);
    expect(await forgetAuditEvents(service.deps, 1)).toBe(false);
    expect(await events()).toEqual(kept);
  });
});

it("tells a kind that this version does not know as OTHER", async () => {
  const newer = `insert into audit_event (tenant_id, id, kind, actor_kind, actor_scopes, changes)
    values ($1, 'aud_newer', 'INVENTED_LATER', 'OPERATOR', '{}', '[]')`;
  await sql(service, newer, [service.tenantId]);
  expect((await events())[0]).toMatchObject({ kind: "OTHER", actor: { kind: "OPERATOR", subject: null } });
});
