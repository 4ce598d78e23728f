import { Client } from "pg";
import { findViolations } from "../../src/database/invariants/find-violations.js";
import { type RetentionDays, removeOld } from "../../src/jobs/retention.js";
import { startWorker } from "../../src/jobs/worker.js";
import { buyAbroad, upload } from "../support/documents.js";
import { eventually } from "../support/eventually.js";
import { type OldRows, oldRows } from "../support/old-rows.js";
import { bought, draft, sql, voidShipment } from "../support/purchases.js";
import { seedAccount } from "../support/seed.js";
import { startTestService, type TestService } from "../support/service.js";

let service: TestService;
let accountId: string;
let rows: OldRows;
beforeEach(async () => {
  service = await startTestService();
  accountId = await seedAccount(service);
  rows = oldRows(service, accountId);
});
afterEach(() => service.close());

async function asOwner<T>(work: (owner: Client) => Promise<T>): Promise<T> {
  const owner = new Client({ connectionString: service.testDatabase.adminUrl });
  await owner.connect();
  return work(owner).finally(() => owner.end());
}

/** As the worker with these settings, for all that is due; that it was looked at before does not count. */
async function removeWith(days: RetentionDays) {
  await service.settled();
  await asOwner(async (owner) => {
    await owner.query("select set_config('app.sweep', 'on', false)");
    await owner.query("delete from retention_sweep");
  });
  return (await removeOld(service.deps, days)).removed;
}

const ids = async (table: string, id = "id"): Promise<string[]> =>
  (await sql(service, `select ${id} as id from ${table} order by 1`)).map((row: { id: string }) => row.id);
const count = async (table: string, where = "true"): Promise<number> =>
  Number((await sql(service, `select count(*) as count from ${table} where ${where}`))[0].count);
/** As the owner, who may change what the service may only write. */
const asTenant = (statement: string, values: unknown[] = []) =>
  asOwner(async (owner) => {
    await owner.query("select set_config('app.tenant_id', $1, false)", [service.tenantId]);
    await owner.query(statement, values);
  });
const age = (table: string, column: string, days: number, where = "true") =>
  asTenant(`update ${table} set ${column} = now() - make_interval(days => $1) where ${where}`, [days]);

describe("Rate quotes", () => {
  it("are removed long after they expired; those that were accepted stay", async () => {
    for (const [name, daysAgo] of [
      ["old", 31],
      ["recent", 29],
      ["drafted", 400],
      ["accepted", 400],
    ] as const)
      await rows.quotes(`quo_${name}`, 1, daysAgo);
    await draft(service);
    await sql(service, "update shipment set rate_quote_id = 'quo_drafted1'");
    const { purchase } = await bought(service);
    await sql(
      service,
      `insert into accepted_offer (tenant_id, id, shipment_id, rate_quote_id, account_id, service_code, price_amount,
          price_currency, carrier_amount, carrier_currency, is_saturday_delivery, quoted_at)
        select tenant_id, 'off_1', shipment_id, 'quo_accepted1', account_id, service_code, 1, 'USD', 1, 'USD', false, now()
          from label_purchase where id = $1`,
      [purchase.id],
    );

    expect(await removeWith({ RATE_QUOTE: 30 })).toEqual({ RATE_QUOTE: 1 });
    expect(await ids("rate_quote")).toEqual(["quo_accepted1", "quo_drafted1", "quo_recent1"]);
  });

  it("are looked at once in a round: those that stay keep no other from going", async () => {
    await rows.quotes("quo_a", 600, 400);
    await sql(
      service,
      "insert into shipment (tenant_id, id, number, status, ship_from, ship_to, options, rate_quote_id) select tenant_id, 'shp_' || id, id, 'DRAFT', '{}', '{}', '{}', id from rate_quote",
    );
    await rows.quotes("quo_b", 100, 40);

    expect(await removeWith({ RATE_QUOTE: 30 })).toEqual({ RATE_QUOTE: 100 });
    expect(await count("rate_quote")).toBe(600);
  });

  it("stay where nothing is said of them, and nothing else goes with them", async () => {
    await rows.quotes("quo_", 3, 4_000);
    await rows.calls("crq_", 3, 4_000);

    expect(await removeWith({})).toEqual({});
    expect(await removeWith({ CARRIER_REQUEST: 90 })).toEqual({ CARRIER_REQUEST: 3 });
    expect(await count("rate_quote")).toBe(3);
  });
});

describe("Rows of the call log", () => {
  it("are removed when they are old; those of a purchase that is open, or looked at again, stay", async () => {
    const { purchase } = await bought(service);
    await service.settled();
    await age("carrier_request", "started_at", 100);
    await rows.calls("crq_lost", 1, 100, "lpu_nobody_knows");
    await rows.calls("crq_recent", 1, 89);

    await asOwner((owner) => owner.query("alter table label_purchase disable trigger user"));
    const open = ["state = 'UNKNOWN'", "unwanted_bookings = '[{}]'", "next_check_at = now() + interval '1 day'"];
    for (const reason of open) {
      await asTenant("update label_purchase set state = 'PURCHASED', unwanted_bookings = '[]', next_check_at = null");
      await asTenant(`update label_purchase set ${reason}`);
      const kept = await count("carrier_request", `purchase_id = '${purchase.id}'`);
      expect(kept).toBeGreaterThan(0);
      await removeWith({ CARRIER_REQUEST: 90 });
      expect([reason, await count("carrier_request", `purchase_id = '${purchase.id}'`)]).toEqual([reason, kept]);
    }
    await sql(service, "update label_purchase set next_check_at = null");
    await removeWith({ CARRIER_REQUEST: 90 });
    expect(await ids("carrier_request")).toEqual(["crq_recent1"]);
  });
});

describe("Files of documents", () => {
  const longAgo = 4_000;
  const deliver = () => sql(service, "update tracker set closed_reason = 'DELIVERED', next_check_at = null");
  const shown = async (id: string) =>
    (
      await service.run(`query ($id: ID!) { shippingDocument(id: $id) { fileRemovedAt isInForce file { url } } }`, {
        id,
      })
    ).shippingDocument;

  it("of a shipment are removed when it has long arrived, and its row says so; before they stay", async () => {
    const { document } = await upload(service);
    await buyAbroad(service, { documentIds: [document.id] });
    await service.settled();
    await sql(service, "update label_purchase set next_check_at = null");
    await age("shipping_document", "created_at", longAgo);
    expect(await removeWith({ DOCUMENT: 3_650 })).toEqual({});
    expect(await shown(document.id)).toEqual({
      fileRemovedAt: null,
      isInForce: true,
      file: { url: expect.any(String) },
    });

    await deliver();
    expect(await removeWith({ DOCUMENT: 5_000 })).toEqual({});
    expect(await removeWith({ DOCUMENT: 3_650, UPLOAD: 90 })).toEqual({ DOCUMENT: 1 });
    expect(await shown(document.id)).toEqual({ fileRemovedAt: expect.any(String), isInForce: true, file: null });
    expect([await count("document_file"), await count("document_link")]).toEqual([0, 1]);
    const again = await upload(service);
    expect([again.document.id === document.id, again.document.file.url]).toEqual([false, expect.any(String)]);
  });

  it("that went with no purchase are removed sooner, and so are uploads that never ended or were deleted", async () => {
    await upload(service);
    await upload(service, { idempotencyKey: "mine", fileName: "other.txt" });
    await age("shipping_document", "created_at", 91);
    await age("document_upload", "started_at", 91);
    await sql(service, "update shipping_document set deleted_at = now() - interval '91 days' where name = 'other.txt'");
    await sql(
      service,
      "delete from document_file where document_id in (select id from shipping_document where name = 'other.txt')",
    );
    await sql(
      service,
      `insert into document_upload select (jsonb_populate_record(u, '{"id": "upl_dead", "state": "PENDING", "document_id": null,
        "idempotency_key": "dead"}')).* from document_upload u limit 1`,
    );

    expect(await removeWith({ UPLOAD: 92 })).toEqual({});
    expect(await count("document_upload")).toBe(3);
    expect(await removeWith({ UPLOAD: 90 })).toEqual({ UPLOAD: 3 });
    expect([await count("document_upload"), await count("document_file")]).toEqual([0, 0]);
  });
});

describe("Secrets", () => {
  const rotate = async (clientSecret: string) => {
    const input = { carrierAccountId: accountId, ups: { clientId: "demo-client", clientSecret } };
    const { rotateCarrierCredentials: answer } = await service.run(
      `mutation ($input: RotateCarrierCredentialsInput!) { rotateCarrierCredentials(input: $input) { userErrors { message } } }`,
      { input },
    );
    expect(answer.userErrors).toEqual([]);
  };

  it("that were replaced long ago are removed with their tokens; what is in use stays, and the next version is a new one", async () => {
    await rotate("demo-secret");
    await rotate("demo-secret");
    expect(await ids("carrier_account_credential", "version")).toEqual([1, 2, 3]);
    expect(await removeWith({ CREDENTIAL: 30 })).toEqual({});
    await age("carrier_account_credential", "created_at", 31);

    expect(await removeWith({ CREDENTIAL: 30 })).toEqual({ CREDENTIAL: 2 });
    expect(await ids("carrier_account_credential", "version")).toEqual([3]);
    expect(await count("carrier_token", "credential_version < 3")).toBe(0);
    await bought(service);
    await rotate("demo-secret");
    expect(await ids("carrier_account_credential", "version")).toEqual([3, 4]);
  });

  it("that UPS gave are removed when they have expired, unless one is being fetched", async () => {
    await bought(service);
    await service.settled();
    expect(await removeWith({ TOKEN: 1 })).toEqual({});
    await age("carrier_token", "expires_at", 2);
    await sql(service, "update carrier_token set leased_until = now() + interval '1 minute'");
    expect(await removeWith({ TOKEN: 1 })).toEqual({});
    await sql(service, "update carrier_token set leased_until = null");
    expect(await removeWith({ TOKEN: 1 })).toEqual({ TOKEN: 1 });
    await bought(service);
  });
});

describe("Labels", () => {
  it("in force keep their files whatever is set; voided ones lose theirs where that is wanted", async () => {
    const { shipment } = await bought(service);
    const kept = await bought(service);
    await voidShipment(service, { shipmentId: shipment.id });
    await service.settled();
    await sql(service, "update label_purchase set next_check_at = null");
    await age("shipping_label", "created_at", 800);
    expect(await removeWith({ VOIDED_LABEL: 700 })).toEqual({});
    await age("label_purchase", "voided_at", 800, "voided_at is not null");

    expect(await removeWith({ VOIDED_LABEL: 700 })).toEqual({ VOIDED_LABEL: expect.any(Number) });
    expect(await ids("label_file", "distinct label_id")).toEqual([kept.shipment.packages[0].label.id]);
    const { adminUrl } = service.testDatabase;
    const found = await findViolations({ adminUrl, reconcileAfterSeconds: 90, isAtRest: true });
    expect(found.filter((each) => each.rows.length > 0 && each.name.startsWith("label_"))).toEqual([]);
  });
});

describe("Packages", () => {
  it("that were not bought here are forgotten a year after nobody followed them; bought ones are not", async () => {
    await bought(service);
    await sql(
      service,
      `insert into tracker select (jsonb_populate_record(t, jsonb_build_object('id', 'trk_' || name, 'tracking_number', name,
          'purchased_package_id', null, 'next_check_at', null, 'closed_reason', reason))).*
        from tracker t, (values ('gone', 'DELIVERED'), ('followed', null)) as other (name, reason)`,
    );
    await sql(
      service,
      `insert into tracking_event (tenant_id, id, tracker_id, event_key, status, description, told_at)
        select tenant_id, 'tev_' || id, id, 'k', 'DELIVERED', 'Delivered', now() from tracker`,
    );
    await age("tracker", "opened_at", 800);
    await age("tracker", "asked_at", 360);
    expect(await removeWith({ TRACKER: 365 })).toEqual({});
    await age("tracker", "asked_at", 370);

    expect(await removeWith({ TRACKER: 365 })).toEqual({ TRACKER: 1 });
    expect(await ids("tracker", "tracking_number")).toEqual([expect.stringMatching(/^1Z/), "followed"]);
    expect(await count("tracking_event")).toBe(2);
  });
});

describe("What was said of addresses", () => {
  it("is removed once it does not count any more", async () => {
    await sql(
      service,
      `insert into address_classification (tenant_id, environment, fingerprint, classification, source, checked_at)
        select $1, 'SIMULATOR', 'f' || days, 'RESIDENTIAL', 'UPS', now() - make_interval(days => days)
          from unnest(array[182, 184, 900]) as days`,
      [service.tenantId],
    );
    expect(await removeWith({ ADDRESS_CHECK: 183 })).toEqual({ ADDRESS_CHECK: 2 });
    expect(await ids("address_classification", "fingerprint")).toEqual(["f182"]);
  });
});

describe("Removing", () => {
  it("is the worker's to do, of what its settings name", async () => {
    const old = "now() - interval '60 days'";
    await rows.quotes("quo_", 1, 60);
    await rows.calls("crq_old", 1, 200);
    await asTenant(
      `insert into audit_event (tenant_id, id, kind, actor_kind, actor_scopes, changes, occurred_at)
        values ($1, 'aud_old', 'OTHER', 'SYSTEM', '{}', '[]', ${old})`,
      [service.tenantId],
    );
    await asTenant(
      `insert into request_count (tenant_id, counted_as, requests, ends_at) values ($1, 'quote', 1, ${old})`,
      [service.tenantId],
    );
    const worker = startWorker(service.deps, null, { RATE_QUOTE: 30, AUDIT_EVENT: 48 });
    await eventually(() => worker.beats().every(({ lastBeatAt }) => lastBeatAt !== null)).finally(() => worker.stop());
    expect([
      await count("rate_quote"),
      await count("request_count"),
      await count("audit_event", "id = 'aud_old'"),
    ]).toEqual([0, 0, 0]);
    expect(await count("carrier_request", "id = 'crq_old1'")).toBe(1);
  });

  it("takes turns between tenants: who has little waits for nobody who has much", async () => {
    const { otherTenantId } = service;
    const other = await seedAccount(service, {}, { tenantId: otherTenantId });
    await rows.calls("crq_much", 2_600, 200);
    await oldRows(service, other, otherTenantId).calls("crq_little", 10, 200);
    const left = async () => {
      const { rows: found } = await asOwner((owner) =>
        owner
          .query("select set_config('app.tenant_id', $1, false)", [otherTenantId])
          .then(() => owner.query("select from carrier_request where id like 'crq_little%'")),
      );
      return found.length;
    };
    let batches = 0;
    const isOver = () => {
      batches += 1;
      return batches > 3;
    };
    await removeOld(service.deps, { CARRIER_REQUEST: 90 }, isOver);

    expect(await left()).toBe(0);
    expect(await count("carrier_request", "id like 'crq_much%'")).toBeGreaterThan(1_000);
    expect(await removeOld(service.deps, { CARRIER_REQUEST: 90 })).toMatchObject({ isMore: false });
    expect(await count("carrier_request", "id like 'crq_much%'")).toBe(0);
  });

  it("is shared out: two workers at once remove each row once, and the next look is hours away", async () => {
    await rows.calls("crq_", 1_200, 200);
    const all = await Promise.all([1, 2, 3].map(() => removeOld(service.deps, { CARRIER_REQUEST: 90 })));
    await removeOld(service.deps, { CARRIER_REQUEST: 90 }).then((last) => all.push(last));
    expect(all.reduce((sum, { removed }) => sum + (removed.CARRIER_REQUEST ?? 0), 0)).toBe(1_200);
    await rows.calls("crq_more", 1, 200);
    expect(await removeOld(service.deps, { CARRIER_REQUEST: 90 })).toEqual({ isMore: false, removed: {} });
  });

  it("waits for nobody who holds a row, and for a locked table no longer than a moment", async () => {
    await rows.calls("crq_", 3, 200);
    await asOwner(async (owner) => {
      await owner.query("begin");
      await owner.query("select set_config('app.tenant_id', $1, true)", [service.tenantId]);
      await owner.query("select from carrier_request where id = 'crq_2' for share");
      expect(await removeWith({ CARRIER_REQUEST: 90 })).toEqual({ CARRIER_REQUEST: 2 });
      await owner.query("rollback");
    });
    await asOwner(async (owner) => {
      await owner.query("begin");
      await owner.query("lock table carrier_request");
      const begun = performance.now();
      await expect(removeWith({ CARRIER_REQUEST: 90 })).rejects.toMatchObject({ cause: { code: "55P03" } });
      expect(performance.now() - begun).toBeLessThan(2_000);
      await owner.query("rollback");
    });
  });
});
