import { inTenant } from "../../src/database/tenant-transaction.js";
import { CarrierRequest } from "../../src/entities/carrier-request.js";
import { bought } from "../support/purchases.js";
import { seedAccount } from "../support/seed.js";
import { startTestService, type TestService } from "../support/service.js";

let service: TestService;
let accountId: string;
beforeAll(async () => {
  service = await startTestService();
  accountId = await seedAccount(service);
});
afterAll(() => service.close());

const declared = `mutation ($incoterm: Incoterm) {
  createShipment(input: { customsDeclaration: { incoterm: $incoterm } }) { shipment { id } } }`;
const confirmed = `mutation ($input: ConfirmSetupStepInput!) {
  confirmSetupStep(input: $input) { userErrors { code } } }`;

it("a code that a closed list lacks is told before anything is done", async () => {
  const wrong = await service.execute(declared, { incoterm: "XXX" });
  expect(wrong.errors?.[0]?.message).toMatch(/does not exist in "?Incoterm"? enum/);
  const input = { carrierAccountId: accountId, stepKey: "ADD_TEA" };
  const step = await service.execute(confirmed, { input });
  expect(step.errors?.[0]?.message).toMatch(/does not exist in "?SetupStepKey"? enum/);
});

it("an operation that another version logged is read as OTHER, and fails no answer", async () => {
  const { purchase } = await bought(service);
  await service.settled();
  await inTenant(service.database, service.tenantId, async (manager) => {
    const { id: _, ...logged } = await manager.findOneByOrFail(CarrierRequest, { purchaseId: purchase.id });
    const startedAt = new Date(Date.parse(logged.startedAt) + 1_000).toISOString();
    await manager.insert(CarrierRequest, { ...logged, id: "crq_newer", operation: "BOOK_PICKUP", startedAt });
  });
  const { labelPurchase } = await service.run(
    "query ($id: ID) { labelPurchase(id: $id) { carrierRequests { operation } } }",
    { id: purchase.id },
  );
  expect(labelPurchase.carrierRequests).toEqual([{ operation: "SHIP" }, { operation: "OTHER" }]);
});
