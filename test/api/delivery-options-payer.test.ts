import { randomUUID } from "node:crypto";
import { saveAccount } from "../support/customer-accounts.js";
import { addPublished, askAsBuyer } from "../support/delivery.js";
import { buy } from "../support/purchases.js";
import type { Tenant } from "../support/rate-setup.js";
import { newYork, seedAccount } from "../support/seed.js";
import { startTestService, type TestService } from "../support/service.js";

let service: TestService;
let tenant: Tenant;
let customersId: string;
beforeAll(async () => {
  service = await startTestService({ deliveryOptions: { cacheSeconds: 600 } });
});
beforeEach(async () => {
  tenant = { deps: service.deps, tenantId: randomUUID() };
  const accountId = await seedAccount(service, {}, { tenantId: tenant.tenantId });
  await addPublished(tenant, accountId, "On your account", { service: "UPS_GROUND", billMyAccount: true });
  await addPublished(tenant, accountId, "By air", { service: "UPS_2ND_DAY_AIR" });
  customersId = (await saveAccount(of(tenant))).customerCarrierAccount.id;
  await service.control.clearRequests();
});
afterAll(() => service.close());

const of = ({ tenantId }: Tenant) => ({
  run: (source: string, variables?: Record<string, unknown>) => service.run(source, variables, { tenantId }),
});
/** As a shop's server asks for its customer. */
const asServer = (input: object) => askAsBuyer(service, tenant, input, ["read"]);
const named = (customerCarrierAccountId: string) => asServer({ customerCarrierAccountId });
const offered = ({ options }: { options: { name: string; price: { amount: string }; isFree: boolean }[] }) =>
  options.map(({ name, price, isFree }) => [name, price.amount, isFree]);

it("a customer's own account pays where a method has Bill My Account, and nowhere else", async () => {
  const without = offered(await askAsBuyer(service, tenant));
  expect(without).toEqual([["By air", expect.stringMatching(/^[1-9]\d*\.\d\d$/), false]]);
  expect(offered(await named(customersId))).toEqual([["On your account", "0.00", true], ...without]);
});

it("no storefront's token names one, whether or not the same was asked with it", async () => {
  await named(customersId);
  const answer = await askAsBuyer(service, tenant, { customerCarrierAccountId: customersId });
  expect(answer).toMatchObject({
    options: [],
    userErrors: [{ code: "NOT_ALLOWED", field: ["input", "customerCarrierAccountId"] }],
  });
});

it("the label is bought on the customer's account, whose number nobody is told", async () => {
  const answer = await named(customersId);
  const packages = [{ weight: { value: 3, unit: "LB" }, items: [{ description: "Mug", quantity: 2 }] }];
  const { rateQuote } = (await asServer({ items: null, packages, customerCarrierAccountId: customersId })).options[0];
  const shipment = { shipTo: newYork, packages, options: { customerCarrierAccountId: customersId } };
  const { purchase, userErrors } = await buy(
    service,
    { rateQuoteId: rateQuote.id, shipment },
    { tenantId: tenant.tenantId },
  );
  expect([purchase?.state, userErrors]).toEqual(["PURCHASED", []]);
  const ships = (await service.control.requests()).filter(({ operation }) => operation === "SHIP");
  expect(JSON.stringify(ships)).toContain('"BillReceiver":{"AccountNumber":"X9Y8Z7"');
  expect(JSON.stringify(answer)).not.toMatch(/X9Y8Z7/i);
});

it("another tenant's, and one that is gone, are unknown alike, kept answers or not", async () => {
  await named(customersId);
  const remove = `mutation ($input: DeleteCustomerCarrierAccountInput!) {
    deleteCustomerCarrierAccount(input: $input) { userErrors { code } } }`;
  await of(tenant).run(remove, { input: { customerCarrierAccountId: customersId } });
  const other = { deps: service.deps, tenantId: randomUUID() };
  const foreign = (await saveAccount(of(other))).customerCarrierAccount.id;
  for (const id of [customersId, foreign])
    expect(await named(id)).toMatchObject({
      options: [],
      userErrors: [{ code: "NOT_FOUND", field: ["input", "customerCarrierAccountId"] }],
    });
});
