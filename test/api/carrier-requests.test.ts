import { uploaded } from "../support/documents.js";
import { locate } from "../support/locations.js";
import { bought } from "../support/purchases.js";
import { shippingRates } from "../support/rate-setup.js";
import { aPackage, newYork, seedAccount } from "../support/seed.js";
import { startTestService, type TestService } from "../support/service.js";

let service: TestService;
let accountId: string;
let purchaseId: string;
beforeAll(async () => {
  service = await startTestService();
  accountId = await seedAccount(service);
  await service.run(shippingRates, { input: { shipTo: newYork, packages: [aPackage] } });
  await locate(service);
  const validate = `query ($input: ValidateAddressInput!) { validateAddress(input: $input) { userErrors { message } } }`;
  await service.run(validate, { input: { address: newYork } });
  await uploaded(service);
  purchaseId = (await bought(service)).purchase.id;
  await service.settled();
});
afterAll(() => service.close());

interface Row {
  id: string;
  operation: string;
  startedAt: string;
  carrierAccount: { id: string };
  purchase: { id: string } | null;
}

const list = async (filter: object | null): Promise<Row[]> => {
  const query = `query ($filter: CarrierRequestFilter) { carrierRequests(filter: $filter, first: 100) {
    totalCount nodes { id operation startedAt carrierAccount { id } purchase { id } } } }`;
  const { nodes, totalCount } = (await service.run(query, { filter })).carrierRequests;
  expect(totalCount).toBe(nodes.length);
  return nodes;
};
const operations = (rows: Row[]) => [...new Set(rows.map(({ operation }) => operation))].sort();

it("lists every exchange with a carrier, whatever it was about, newest first", async () => {
  const rows = await list(null);
  expect(operations(rows)).toEqual(
    expect.arrayContaining(["LOCATE", "RATE", "SHIP", "TOKEN", "UPLOAD_DOCUMENT", "VALIDATE_ADDRESS"]),
  );
  const times = rows.map(({ startedAt }) => startedAt);
  expect(times).toEqual([...times].sort().reverse());
  expect(rows.map(({ carrierAccount }) => carrierAccount.id)).toEqual(rows.map(() => accountId));
  for (const { operation, purchase } of rows)
    expect(purchase).toEqual(operation === "SHIP" ? { id: purchaseId } : null);
});

it("finds them by account, operation, purchase and time", async () => {
  expect(await list({ carrierAccountId: accountId })).toEqual(await list(null));
  expect(await list({ carrierAccountId: "cac_none" })).toEqual([]);
  expect(operations(await list({ operation: ["LOCATE"] }))).toEqual(["LOCATE"]);
  const two = await list({ operation: ["RATE", "VALIDATE_ADDRESS"], carrierAccountId: accountId });
  expect(operations(two)).toEqual(["RATE", "VALIDATE_ADDRESS"]);
  expect(two).toEqual((await list(null)).filter(({ operation }) => operations(two).includes(operation)));
  expect(await list({ operation: [] })).toEqual([]);
  expect(operations(await list({ purchaseId }))).toEqual(["SHIP"]);
  const [latest] = await list(null);
  expect((await list({ startedFrom: latest!.startedAt })).map(({ id }) => id)).toContain(latest!.id);
  expect((await list({ startedBefore: latest!.startedAt })).map(({ id }) => id)).not.toContain(latest!.id);
});

it("shows another tenant nothing", async () => {
  const query = "{ carrierRequests { totalCount nodes { id } } }";
  expect(await service.run(query, {}, { tenantId: service.otherTenantId })).toEqual({
    carrierRequests: { totalCount: 0, nodes: [] },
  });
});
