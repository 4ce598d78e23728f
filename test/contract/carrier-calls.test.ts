import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { CarrierAdapter } from "../../src/carrier/adapter.js";
import { inTenant } from "../../src/database/tenant-transaction.js";
import { startTestService, type TestService } from "../support/service.js";

/** What the port asks of a carrier over the network: for an account, answered later. */
const port = readFileSync(join(__dirname, "../../src/carrier/adapter.ts"), "utf8");
const calls = [...port.matchAll(/^ {2}(\w+)\(([^)]*)\): Promise</gm)]
  .filter(([, , parameters]) => parameters?.includes("account: CarrierAccountAccess"))
  .map(([, name]) => name as keyof CarrierAdapter);

let service: TestService;

beforeAll(async () => {
  service = await startTestService();
});

afterAll(() => service.close());

test("the port's calls are known", () => {
  expect(calls).toEqual(expect.arrayContaining(["rate", "ship", "voidShipment", "recoverLabels", "uploadDocument"]));
  expect(calls.length).toBeGreaterThan(10);
});

test.each(calls)("%s is refused while a transaction is open", async (name) => {
  const call = service.deps.carriers.get("UPS")![name] as (...args: unknown[]) => Promise<unknown>;
  const asked = inTenant(service.database, service.tenantId, async () => call({}, {}, {}));
  await expect(asked).rejects.toThrow(`UPS was to be asked (${name}) inside an open transaction.`);
  expect(await service.control.requests()).toEqual([]);
});
