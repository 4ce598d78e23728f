import { bought, sql } from "../support/purchases.js";
import { seedAccount } from "../support/seed.js";
import { startTestService, type TestService } from "../support/service.js";

const states = ["PENDING", "PURCHASED", "REJECTED", "UNKNOWN", "NOT_CREATED"] as const;
const legal = new Set([
  ...["PENDING>PURCHASED", "PENDING>REJECTED", "PENDING>UNKNOWN", "PENDING>NOT_CREATED"],
  ...["UNKNOWN>PURCHASED", "UNKNOWN>REJECTED", "UNKNOWN>NOT_CREATED"],
]);
const pairs = states.flatMap((from) => states.map((to) => [from, to] as const));

let service: TestService;
let template: string;
beforeAll(async () => {
  service = await startTestService();
  await seedAccount(service);
  template = (await bought(service, { labelFormat: "ZPL" })).purchase.id;
  await sql(service, "update label_purchase set voided_at = now() where id = $1", [template]);
});
afterAll(() => service.close());

let count = 0;
/** A purchase in this state, without a shipment being bought for it. */
async function aPurchase(state: string): Promise<string> {
  const id = `lpu_test_${++count}`;
  await sql(
    service,
    `insert into label_purchase (tenant_id, id, shipment_id, request_fingerprint, state, carrier_reference, account_id,
       service_code, label_format, shipment_identification_number, voided_at)
     select tenant_id, $1, shipment_id, '', $2, $1, account_id, service_code, label_format, '1Z', now()
     from label_purchase where id = $3`,
    [id, state, template],
  );
  return id;
}

beforeEach(() => sql(service, "delete from label_purchase where id like 'lpu_test_%'"));

it.each(pairs)("from %s to %s", async (from, to) => {
  const id = await aPurchase(from);
  const change = sql(service, "update label_purchase set state = $2 where id = $1", [id, to]);
  if (from === to || legal.has(`${from}>${to}`)) {
    await change;
    const rows = await sql(service, "select state, version from label_purchase where id = $1", [id]);
    expect(rows).toEqual([{ state: to, version: 2 }]);
  } else {
    await expect(change).rejects.toThrow(`cannot go from ${from} to ${to}`);
  }
});

it("a state that does not exist is refused", async () => {
  await expect(aPurchase("LOST")).rejects.toThrow("label_purchase_state_known");
});

it("a second live purchase of a shipment is refused, whatever wrote it", async () => {
  await aPurchase("PENDING");
  await expect(aPurchase("UNKNOWN")).rejects.toThrow("label_purchase_one_live_per_shipment");
});

it("what was bought cannot be deleted", async () => {
  await expect(sql(service, "delete from purchased_package")).rejects.toThrow("permission denied");
  await expect(sql(service, "delete from shipping_label")).rejects.toThrow("permission denied");
  await expect(sql(service, "delete from label_file")).rejects.toThrow("permission denied");
});
