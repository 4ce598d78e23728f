import { EventEmitter, once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import type { EntityManager } from "typeorm";
import { inTenant } from "../../src/database/tenant-transaction.js";
import { lockWaits } from "../support/database-activity.js";
import { upload } from "../support/documents.js";
import { erase } from "../support/erasures.js";
import { aShipment, bought, buy, draft, purchaseBy, sql } from "../support/purchases.js";
import { aPackage, newYork, seedAccount } from "../support/seed.js";
import { startTestService, type TestService } from "../support/service.js";

let service: TestService;
beforeAll(async () => {
  service = await startTestService();
  await seedAccount(service);
});
afterAll(() => service.close());

const anAddress = (email: string) => ({ ...newYork, email });

async function aQuoteFor(shipTo: object): Promise<string> {
  const query = "query ($input: ShippingRatesInput!) { shippingRates(input: $input) { quotes { id } } }";
  const { shippingRates } = await service.run(query, { input: { shipTo, packages: [aPackage] } });
  return shippingRates.quotes[0].id;
}

/** Begins `other` while `first` has done its part of a transaction that is still open; gives what became of `other`. */
async function besides<T>(first: (manager: EntityManager) => Promise<unknown>, other: () => Promise<T>): Promise<T> {
  const gate = new EventEmitter();
  const isDone = once(gate, "done");
  const mayEnd = once(gate, "end");
  const holding = inTenant(service.database, service.tenantId, async (manager) => {
    await first(manager);
    gate.emit("done");
    await mayEnd;
  });
  await isDone;
  const waiting = other();
  for (let look = 0; look < 200 && (await lockWaits(service)) === 0; look += 1) await sleep(20);
  gate.emit("end");
  await holding;
  return waiting;
}

describe("a quote that is bought while its person is erased", () => {
  it("stays where the purchase was first, and goes with its shipment", async () => {
    const email = "first@example.com";
    const rateQuoteId = await aQuoteFor(anAddress(email));
    const id = await draft(service);
    const take = (manager: EntityManager) =>
      manager.query("update shipment set rate_quote_id = $2 where id = $1", [id, rateQuoteId]);
    const { userErrors, erased } = await besides(take, () => erase(service, { person: { email } }));
    expect({ userErrors, shipments: erased.SHIPMENT }).toEqual({ userErrors: [], shipments: 0 });
    expect(await sql(service, "select 1 from rate_quote where id = $1", [rateQuoteId])).toHaveLength(1);
  });

  it("is not bought where the erasure was first, and the key buys another", async () => {
    const shipTo = anAddress("second@example.com");
    const rateQuoteId = await aQuoteFor(shipTo);
    const idempotencyKey = "erased meanwhile";
    const input = { idempotencyKey, shipment: aShipment({ shipTo, rateQuoteId, service: undefined }) };
    const forget = (manager: EntityManager) => manager.query("delete from rate_quote where id = $1", [rateQuoteId]);
    expect(await besides(forget, () => buy(service, input))).toMatchObject({
      purchase: null,
      userErrors: [{ code: "NOT_FOUND", field: ["input", "shipment", "rateQuoteId"] }],
    });
    expect(await purchaseBy(service, { idempotencyKey })).toBeNull();
    expect((await bought(service, { idempotencyKey, shipment: aShipment({ shipTo }) })).purchase.state).toBe(
      "PURCHASED",
    );
  });
});

it("a document that is uploaded while its shipment is erased is not kept", async () => {
  const shipmentId = await draft(service);
  const eraseIt = (manager: EntityManager) =>
    manager.query("update shipment set erased_at = now() where id = $1", [shipmentId]);
  expect(await besides(eraseIt, () => upload(service, { shipmentId }))).toMatchObject({
    document: null,
    userErrors: [{ code: "PERSONAL_DATA_ERASED", field: ["input", "shipmentId"] }],
  });
  for (const table of ["shipping_document", "document_file", "document_upload"])
    expect(await sql(service, `select 1 from ${table}`)).toEqual([]);
});
