import { gzipSync } from "node:zlib";
import { type AlteredSimulator, startAlteredSimulator } from "../support/altered-simulator.js";
import { aKey, aShipment, makeDue } from "../support/purchases.js";
import { seedAccount } from "../support/seed.js";
import { startTestService, type TestService } from "../support/service.js";
import { sweepDuePurchases } from "../support/sweep.js";

/** Half a gigabyte of blanks in half a megabyte. */
const bomb = gzipSync(Buffer.alloc(512 * 1_048_576, " "), { level: 9 });

let simulator: AlteredSimulator;
let service: TestService;
let isPacking = false;
beforeAll(async () => {
  simulator = await startAlteredSimulator((bytes, path) =>
    isPacking && /\/ship(\?|$)/.test(path) ? { bytes: bomb, headers: { "content-encoding": "gzip" } } : { bytes },
  );
  service = await startTestService({ upsUrl: simulator.url });
  await seedAccount(service);
});
afterAll(async () => {
  await service?.close();
  await simulator?.close();
});

it("a packed answer to a purchase is never unpacked, proves nothing, and its label is found", async () => {
  isPacking = true;
  const before = process.memoryUsage.rss();
  const { purchaseLabel } = await service.run(
    `mutation ($input: PurchaseLabelInput!) { purchaseLabel(input: $input) { purchase { id state } } }`,
    { input: { idempotencyKey: aKey(), shipment: aShipment() } },
  );
  expect(purchaseLabel.purchase.state).toBe("UNKNOWN");
  expect(process.memoryUsage.rss() - before).toBeLessThan(128 * 1_048_576);
  isPacking = false;
  await makeDue(service);
  await sweepDuePurchases(service.deps);
  const { labelPurchase } = await service.run(
    "query ($id: ID!) { labelPurchase(id: $id) { state shipment { packages { label { isPrintable } } } } }",
    { id: purchaseLabel.purchase.id },
  );
  expect(labelPurchase).toEqual({
    state: "PURCHASED",
    shipment: { packages: [{ label: { isPrintable: true } }] },
  });
});
