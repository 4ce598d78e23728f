import { aShipment, bought, buy, sql, voidShipment } from "../support/purchases.js";
import { aPackage, newYork, seedAccount } from "../support/seed.js";
import { startTestService, type TestService } from "../support/service.js";

let service: TestService;
let accounts: string[];
const ids: Record<string, string> = {};
beforeAll(async () => {
  service = await startTestService();
  accounts = [await seedAccount(service), await seedAccount(service, { name: "Second", accountNumber: "0A1B2D" })];
  const made = (parts: object = {}) => aShipment({ carrierAccountId: accounts[0], ...parts });
  const refused = { ...newYork, name: "Refused Recipient", company: null };
  ids.bought = (await bought(service, { shipment: made({ orderId: "o-1" }) })).purchase.id;
  ids.refused = (await buy(service, { shipment: made({ shipTo: refused }) })).purchase.id;
  ids.second = (await bought(service, { shipment: made({ carrierAccountId: accounts[1] }) })).purchase.id;
  const whole = await bought(service, { shipment: made() });
  await voidShipment(service, { shipmentId: whole.shipment.id });
  ids.voided = whole.purchase.id;
  const partly = await bought(service, { shipment: made({ packages: [aPackage, aPackage] }) });
  await voidShipment(service, { shipmentId: partly.shipment.id, packageIds: [partly.shipment.packages[0].id] });
  ids.partly = partly.purchase.id;
  for (const [day, name] of Object.entries(["bought", "refused", "second", "voided", "partly"]))
    await sql(
      service,
      `update label_purchase set started_at = $2::timestamptz, finished_at = $2::timestamptz + interval '1 day',
        voided_at = case when voided_at is null then null else $2::timestamptz + interval '2 days' end where id = $1`,
      [ids[name], `2026-03-0${Number(day) + 1}T00:00:00Z`],
    );
});
afterAll(() => service.close());

/** The purchases found, by their names here. */
const found = async (filter: object | null, orderBy: object | null = null): Promise<string[]> => {
  const query = `query ($filter: LabelPurchaseFilter, $orderBy: LabelPurchaseSort) {
    labelPurchases(filter: $filter, orderBy: $orderBy) { totalCount nodes { id } } }`;
  const { nodes, totalCount } = (await service.run(query, { filter, orderBy })).labelPurchases;
  expect(totalCount).toBe(nodes.length);
  return nodes.map(({ id }: { id: string }) => Object.keys(ids).find((name) => ids[name] === id));
};
const at = (day: number) => `2026-03-0${day}T00:00:00Z`;

it("lists every purchase, the one started last first", async () => {
  const all = ["partly", "voided", "second", "refused", "bought"];
  expect(await found(null)).toEqual(all);
  expect(await found(null, { field: "FINISHED_AT", direction: "ASC" })).toEqual([...all].reverse());
});

it("finds a month's purchases and a month's voids by their dates, from included and before excluded", async () => {
  expect(await found({ startedFrom: at(2), startedBefore: at(4) })).toEqual(["second", "refused"]);
  expect(await found({ finishedFrom: at(2), finishedBefore: at(3) })).toEqual(["bought"]);
  expect(await found({ voidedFrom: at(6), voidedBefore: at(7) })).toEqual(["voided"]);
  expect(await found({ voidedFrom: at(7) })).toEqual([]);
});

it("finds purchases by state, and by how much of them is voided", async () => {
  expect(await found({ state: ["REJECTED"] })).toEqual(["refused"]);
  expect(await found({ state: ["PURCHASED", "REJECTED"], startedBefore: at(3) })).toEqual(["refused", "bought"]);
  expect(await found({ state: [] })).toEqual([]);
  expect(await found({ voidState: ["VOIDED"] })).toEqual(["voided"]);
  expect(await found({ voidState: ["PARTIALLY_VOIDED"] })).toEqual(["partly"]);
  expect(await found({ voidState: ["NOT_VOIDED"] })).toEqual(["second", "bought"]);
  expect(await found({ voidState: ["NOT_VOIDED", "VOIDED"] })).toEqual(["voided", "second", "bought"]);
  expect(await found({ voidState: ["VOID_PENDING"] })).toEqual([]);
  expect(await found({ voidState: [] })).toEqual([]);
});

it("says of each what the filter by degree of void finds", async () => {
  const query = `{ labelPurchases { nodes { id voidState } } }`;
  for (const { id, voidState } of (await service.run(query)).labelPurchases.nodes)
    if (voidState !== null) expect(await found({ voidState: [voidState] })).toContain(nameOf(id));
});
const nameOf = (id: string) => Object.keys(ids).find((name) => ids[name] === id);

it("finds purchases by account, shipment, order and what stands on the carrier's invoice", async () => {
  expect(await found({ carrierAccountId: accounts[1] })).toEqual(["second"]);
  expect(await found({ carrierAccountId: accounts[0], state: ["REJECTED"] })).toEqual(["refused"]);
  const query = `query ($id: ID!) { labelPurchase(id: $id) {
    carrierReference shipment { id } packages { trackingNumber } } }`;
  const { carrierReference, shipment, packages } = (await service.run(query, { id: ids.second })).labelPurchase;
  expect(await found({ carrierReference })).toEqual(["second"]);
  const { trackingNumber } = packages[0];
  expect(await found({ trackingNumber })).toEqual(["second"]);
  expect(await found({ trackingNumber: ` ${trackingNumber.toLowerCase()}` })).toEqual(["second"]);
  expect(await found({ trackingNumber: "1Z0000000000000000" })).toEqual([]);
  expect(await found({ shipmentId: shipment.id })).toEqual(["second"]);
  expect(await found({ orderId: "o-1" })).toEqual(["bought"]);
});

it("leaves out what has no outcome only where it is sorted by its end", async () => {
  const set = (state: string, end: string) =>
    sql(service, `update label_purchase set finished_at = ${end} where id = $1 and state = $2`, [ids.second, state]);
  await set("PURCHASED", "null");
  expect(await found({}, { field: "FINISHED_AT" })).toEqual(["partly", "voided", "refused", "bought"]);
  expect(await found({})).toHaveLength(5);
  await set("PURCHASED", "'2026-03-04'");
});
