import { insertManyRows } from "../support/many-rows.js";
import { type ListPlan, plansOf } from "../support/plans.js";
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

const lists: [list: string, filters: Record<string, string>][] = [
  ["shipments", { ...desk, ...several, ...ofShipments }],
  ["shippingLabels", { ...desk, ...several, shipment: 'shipmentId: "shp_00050000"' }],
];

/** Pages of 50, joined to one other table. */
const aPage = 350;
/** By number there is an index of its own: it is walked until the page is full, or what is rare is sorted. */
const aWalk = 7_000;
const walks = new Set(["printed", "outbound", ...Object.keys(several)]);

/** The first page and the next, as PostgreSQL reads them. */
async function plansOfPages(list: string, filter: string, orderBy: string): Promise<ListPlan[]> {
  const query = (after: string) => `{ ${list}(filter: { ${filter} }, orderBy: ${orderBy}${after}) {
    nodes { id } pageInfo { endCursor } } }`;
  const { endCursor } = (await service.run(query("")))[list].pageInfo;
  const next = endCursor === null ? [] : await plansOf(service, query(`, after: "${endCursor}"`));
  return [...(await plansOf(service, query(""))), ...next];
}

it.each(lists)("%s are read by an index in every order under every filter", async (list, filters) => {
  const bad: unknown[] = [];
  for (const [name, filter] of Object.entries(filters))
    for (const field of ["CREATED_AT", "SHIP_DATE", "NUMBER"])
      for (const direction of ["DESC", "ASC"]) {
        const most = field === "NUMBER" || walks.has(name) ? aWalk : aPage;
        const plans = await plansOfPages(list, filter, `{ field: ${field}, direction: ${direction} }`);
        expect(plans.length).toBeGreaterThan(0);
        for (const plan of plans)
          if (plan.walked.length > 0 || plan.looked > most) bad.push({ name, field, direction, ...plan });
      }
  expect(bad).toEqual([]);
});
