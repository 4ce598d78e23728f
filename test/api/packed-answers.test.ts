import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { gzipSync } from "node:zlib";
import { type RunningSimulator, startSimulator } from "@shipping-subgraph/ups-simulator/start-simulator.js";
import { aKey, aShipment, makeDue } from "../support/purchases.js";
import { seedAccount } from "../support/seed.js";
import { startTestService, type TestService } from "../support/service.js";
import { sweepDuePurchases } from "../support/sweep.js";

/** Half a gigabyte of blanks in half a megabyte. */
const bomb = gzipSync(Buffer.alloc(512 * 1_048_576, " "), { level: 9 });

let simulator: RunningSimulator;
let between: Server;
let service: TestService;
let isPacking = false;
beforeAll(async () => {
  simulator = await startSimulator();
  between = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const { method, url, headers } = request;
    const body = method === "GET" ? undefined : Buffer.concat(chunks);
    const answer = await fetch(simulator.url + url, { method, headers: headers as never, body });
    const bytes = Buffer.from(await answer.arrayBuffer());
    const isPacked = isPacking && /\/ship(\?|$)/.test(url ?? "");
    const packing = isPacked && { "content-encoding": "gzip" };
    response.writeHead(answer.status, { "content-type": "application/json", ...packing }).end(isPacked ? bomb : bytes);
  });
  await new Promise<void>((resolve) => between.listen(0, "127.0.0.1", resolve));
  service = await startTestService({ upsUrl: `http://127.0.0.1:${(between.address() as AddressInfo).port}` });
  await seedAccount(service);
});
afterAll(async () => {
  await service?.close();
  between.closeAllConnections();
  between.close();
  await simulator.close();
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
