import { boughtAbroad, deleteDocument, uploaded } from "../support/documents.js";
import { draft, sql } from "../support/purchases.js";
import { seedAccount } from "../support/seed.js";
import { startTestService, type TestService } from "../support/service.js";

let service: TestService;
let accountId: string;
beforeAll(async () => {
  service = await startTestService();
  accountId = await seedAccount(service);
});
afterAll(() => service.close());

const list = async (filter: object | null, orderBy: object | null = null): Promise<string[]> => {
  const query = `query ($filter: ShippingDocumentFilter, $orderBy: ShippingDocumentSort) {
    shippingDocuments(filter: $filter, orderBy: $orderBy) { totalCount nodes { id } } }`;
  const { nodes, totalCount } = (await service.run(query, { filter, orderBy })).shippingDocuments;
  expect(totalCount).toBe(nodes.length);
  return nodes.map(({ id }: { id: string }) => id);
};
const upload = (fileName: string, over: object = {}) =>
  uploaded(service, { fileName, base64: Buffer.from(fileName).toString("base64"), ...over });

it("finds a tenant's documents by kind, origin, account, time, shipment and whether they are deleted", async () => {
  const packing = await upload("1.txt");
  const declaration = await upload("2.txt", { kind: "DECLARATION" });
  const shipmentId = await draft(service);
  const ofDraft = await upload("3.txt", { shipmentId });
  const gone = await upload("4.txt");
  await service.run(deleteDocument, { input: { documentId: gone } });
  await sql(service, "update shipping_document set created_at = '2026-02-03T04:05:06Z' where id = $1", [packing]);

  expect(await list(null)).toEqual([ofDraft, declaration, packing]);
  expect(await list(null, { field: "CREATED_AT", direction: "ASC" })).toEqual([packing, declaration, ofDraft]);
  expect(await list({ includeDeleted: true })).toEqual([gone, ofDraft, declaration, packing]);
  expect(await list({ kind: ["DECLARATION"] })).toEqual([declaration]);
  expect(await list({ kind: ["DECLARATION", "PACKING_LIST"], origin: "UPLOADED" })).toEqual(await list(null));
  expect(await list({ kind: [] })).toEqual([]);
  expect(await list({ carrierAccountId: accountId })).toEqual(await list(null));
  expect(await list({ carrierAccountId: "cac_none" })).toEqual([]);
  expect(await list({ createdFrom: "2026-02-03T04:05:06Z", createdBefore: "2026-02-03T04:05:07Z" })).toEqual([packing]);
  expect(await list({ shipmentId })).toEqual([ofDraft]);
  await service.run(deleteDocument, { input: { documentId: ofDraft } });
  expect(await list({ shipmentId })).toEqual([]);
  expect(await list({ shipmentId, includeDeleted: true })).toEqual([ofDraft]);
});

it("finds what was made with a shipment's labels and what was sent with them, as the shipment shows it", async () => {
  const sent = await upload("sent.txt");
  const { shipment } = await boughtAbroad(service, { documentIds: [sent] });
  const query = `query ($id: ID!) { shipment(id: $id) { documents { id } } }`;
  const { documents } = (await service.run(query, { id: shipment.id })).shipment;
  const own = documents.map(({ id }: { id: string }) => id);
  expect(own).toContain(sent);
  expect((await list({ shipmentId: shipment.id })).sort()).toEqual([...own].sort());
  const made = await list({ origin: "CARRIER" });
  expect(own).toEqual(expect.arrayContaining(made));
});
