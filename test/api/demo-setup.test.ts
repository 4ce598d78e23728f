import { demoAccountId, seedDemoTenant } from "../../src/demo-tenant.js";
import { aShipment, buy } from "../support/purchases.js";
import { seedAccount } from "../support/seed.js";
import { startTestService, type TestService } from "../support/service.js";

let service: TestService;
beforeAll(async () => {
  service = await startTestService();
  await seedDemoTenant(service.deps, service.tenantId);
});
afterAll(() => service.close());

const setupFields = "setup { isComplete groups { steps { key state } } }";

interface Setup {
  isComplete: boolean;
  groups: { steps: { key: string; state: string }[] }[];
}
const toDo = ({ groups }: Setup) =>
  groups
    .flatMap(({ steps }) => steps)
    .flatMap(({ key, state }) => (state === "TO_DO" || state === "FAILED" ? [key] : []));

it("leaves one step of the demo account's setup to the visitor, whose confirmation completes it", async () => {
  const query = `query($id: ID!) { carrierAccount(id: $id) { ${setupFields} } }`;
  const { setup } = (await service.run(query, { id: demoAccountId })).carrierAccount;
  expect([toDo(setup), setup.isComplete]).toEqual([["ADD_PAYMENT_CARD"], false]);
  const mutation = `mutation($input: ConfirmSetupStepInput!) {
    confirmSetupStep(input: $input) { carrierAccount { ${setupFields} } } }`;
  const input = { carrierAccountId: demoAccountId, stepKey: "ADD_PAYMENT_CARD" };
  const confirmed = (await service.run(mutation, { input })).confirmSetupStep.carrierAccount.setup;
  expect([toDo(confirmed), confirmed.isComplete]).toEqual([[], true]);
});

it("buys with the demo account where none is named, whatever else was activated", async () => {
  await seedAccount(service, { name: "A visitor's own", clientId: "visitors-client" });
  const { purchase, shipment } = await buy(service, { shipment: aShipment() });
  expect(purchase).toMatchObject({ state: "PURCHASED" });
  const query = "query ($id: ID!) { shipment(id: $id) { carrierAccount { id } } }";
  expect((await service.run(query, { id: shipment.id })).shipment.carrierAccount).toEqual({ id: demoAccountId });
});
