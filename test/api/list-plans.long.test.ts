import { readInTenant } from "../../src/database/tenant-transaction.js";
import { findWrongAddress } from "../../src/shipping/shipment/wrong-address.js";
import { insertManyRows } from "../support/many-rows.js";
import { type ListPlan, plansDuring, plansOf } from "../support/plans.js";
import { newYork } from "../support/seed.js";
import { startTestService, type TestService } from "../support/service.js";

const count = 100_000;

let service: TestService;
beforeAll(async () => {
  service = await startTestService();
  const { tenantId, otherTenantId, testDatabase } = service;
  await insertManyRows(testDatabase.adminUrl, { [tenantId]: count, [otherTenantId]: count / 10 });
});
afterAll(() => service.close());

const desk: Record<string, string> = {
  none: "",
  "old method": 'shippingMethodId: "shm_old"',
  "main method": 'shippingMethodId: "shm_main"',
  "old account": 'carrierAccountId: "cac_old"',
  "main account": 'carrierAccountId: "cac_main"',
  "rare service": 'service: "UPS_WORLDWIDE_EXPRESS"',
  "frequent service": 'service: "UPS_GROUND"',
  "rare country": 'destinationCountryCode: "DE"',
  "frequent country": 'destinationCountryCode: "US"',
  "old tag": 'tag: "old"',
  "rare tag": 'tag: "gift"',
  "frequent tag": 'tag: "common"',
  "not printed": "isPrinted: false",
  printed: "isPrinted: true",
  "a day": 'shipDateFrom: "2026-03-03", shipDateTo: "2026-03-03"',
  "an hour": 'createdFrom: "2026-03-03T00:00:00Z", createdBefore: "2026-03-03T01:00:00Z"',
};

/** Several at once: one index, what it finds is filtered. */
const several: Record<string, string> = {
  "print queue of an account": 'isPrinted: false, carrierAccountId: "cac_main"',
  "print queue of a service and method": 'isPrinted: false, service: "UPS_GROUND", shippingMethodId: "shm_main"',
  "a day's service": 'shipDateFrom: "2026-03-03", shipDateTo: "2026-03-03", service: "UPS_GROUND"',
  "an hour's account":
    'createdFrom: "2026-03-03T00:00:00Z", createdBefore: "2026-03-03T01:00:00Z", carrierAccountId: "cac_main"',
  "method and country": 'shippingMethodId: "shm_old", destinationCountryCode: "DE"',
  "tag and account": 'tag: "gift", carrierAccountId: "cac_main"',
};

const ofShipments: Record<string, string> = {
  drafts: "status: [DRAFT]",
  bought: "status: [PURCHASED]",
  "drafts and voided": "status: [DRAFT, VOIDED]",
  returns: "direction: RETURN",
  outbound: "direction: OUTBOUND",
  order: 'orderId: "order"',
  reference: 'reference: "reference"',
  number: 'number: "S-1"',
  "tracking number": 'trackingNumber: "1Z1"',
  "tag and order": 'tag: "common", orderId: "order"',
};

const march = (name: string) => `${name}From: "2026-03-03T00:00:00Z", ${name}Before: "2026-03-03T01:00:00Z"`;

const ofPurchases: Record<string, string> = {
  none: "",
  "old account": 'carrierAccountId: "cac_old"',
  refused: "state: [REJECTED]",
  bought: "state: [PURCHASED]",
  "refused and unknown": "state: [REJECTED, UNKNOWN]",
  reference: 'carrierReference: "shp_00050000"',
  "tracking number": 'trackingNumber: "1Z1"',
  shipment: 'shipmentId: "shp_00050000"',
  order: 'orderId: "order"',
  "refused of an account": 'state: [REJECTED], carrierAccountId: "cac_old"',
  voided: "voidState: [VOIDED]",
  "voided in an hour": march("voided"),
};

const ofRequests: Record<string, string> = {
  none: "",
  "old account": 'carrierAccountId: "cac_old"',
  "old operation": "operation: [VALIDATE_ADDRESS]",
  "old operation of an account": 'operation: [VALIDATE_ADDRESS], carrierAccountId: "cac_old"',
  "operations of an account": 'operation: [VALIDATE_ADDRESS, SHIP], carrierAccountId: "cac_main"',
  "an hour of an account": `${march("started")}, carrierAccountId: "cac_main"`,
  purchase: 'purchaseId: "lpu_00050000"',
};

const ofDocuments: Record<string, string> = {
  none: "",
  uploaded: "origin: UPLOADED",
  "old kind": "kind: [DECLARATION]",
  "two kinds": "kind: [DECLARATION, RECEIPT]",
  "old account": 'carrierAccountId: "cac_old"',
  "kind and origin": "kind: [DECLARATION], origin: UPLOADED",
  shipment: 'shipmentId: "shp_00050000"',
  "an hour": march("created"),
};

const ofLabels: Record<string, string> = {
  "voided labels": "isInForce: false",
  "in force": "isInForce: true",
  "recovered copies": "isRecovered: true",
  bought: "isRecovered: false",
  "in force and not a copy": "isInForce: true, isRecovered: false",
};

/** Lists, their filters and the fields they are sorted by; none: the order is fixed. */
const lists: [list: string, filters: Record<string, string>, fields: string[]][] = [
  ["shipments", { ...desk, ...several, ...ofShipments }, ["CREATED_AT", "SHIP_DATE", "NUMBER"]],
  [
    "shippingLabels",
    { ...desk, ...several, ...ofLabels, shipment: 'shipmentId: "shp_00050000"' },
    ["CREATED_AT", "SHIP_DATE", "NUMBER"],
  ],
  ["labelPurchases", { ...ofPurchases, "an hour": march("started") }, ["STARTED_AT"]],
  ["labelPurchases", { ...ofPurchases, "an hour": march("finished") }, ["FINISHED_AT"]],
  ["carrierRequests", ofRequests, []],
  ["shippingDocuments", ofDocuments, ["CREATED_AT"]],
];

/** Pages of 50, joined to one other table. */
const aPage = 350;
/** By number there is an index of its own: it is walked until the page is full, or what is rare is sorted. */
const aWalk = 10_000;
const walks = new Set(["printed", "outbound", "voided", ...Object.keys(several), ...Object.keys(ofLabels)]);

/** The first page and the next, as PostgreSQL reads them. */
async function plansOfPages(list: string, filter: string, order: string): Promise<ListPlan[]> {
  const query = (after: string) => `{ ${list}(filter: { ${filter} }${order}${after}) {
    nodes { id } pageInfo { endCursor } } }`;
  const { endCursor } = (await service.run(query("")))[list].pageInfo;
  const next = endCursor === null ? [] : await plansOf(service, query(`, after: "${endCursor}"`));
  return [...(await plansOf(service, query(""))), ...next];
}

const ordersOf = (fields: string[]) =>
  fields.length === 0
    ? [""]
    : fields.flatMap((field) => ["DESC", "ASC"].map((way) => `, orderBy: { field: ${field}, direction: ${way} }`));

it.each(lists)("%s are read by an index in every order under every filter", async (list, filters, fields) => {
  const bad: unknown[] = [];
  for (const [name, filter] of Object.entries(filters))
    for (const order of ordersOf(fields)) {
      const most = order.includes("NUMBER") || walks.has(name) ? aWalk : aPage;
      const plans = await plansOfPages(list, filter, order);
      expect(plans.length).toBeGreaterThan(0);
      for (const plan of plans) if (plan.walked.length > 0 || plan.looked > most) bad.push({ name, order, ...plan });
    }
  expect(bad).toEqual([]);
});

it("stuck purchases are read by an index of their own", async () => {
  const plans = await plansOf(service, "{ stuckPurchases { nodes { id } } }");
  expect(plans.map(({ indexes }) => indexes)).toEqual([["label_purchase_stuck"]]);
});

it("what a purchase must know of addresses stated wrong is read by indexes", async () => {
  const { tenantId, database } = service;
  const address = { ...newYork, email: null, taxId: null, residentialStatus: "UNKNOWN" as const };
  const details = { shipFrom: address, shipTo: address, accessPoint: null, returnService: null };
  const consignment = { tenantId, shipmentId: "shp_00050000", orderId: "order-1", details };
  const plans = await plansDuring(service, () =>
    readInTenant(database, tenantId, (manager) => findWrongAddress(manager, consignment)),
  );
  expect(plans.flatMap(({ walked }) => walked)).toEqual([]);
  expect(plans.map(({ looked }) => looked < 20)).toEqual([true]);
});
