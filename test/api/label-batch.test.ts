import { PDFDocument } from "pdf-lib";
import { readDownload } from "../../src/http/read-download.js";
import { readLabelBatch } from "../../src/shipping/label/label-batch.js";
import { newId } from "../../src/shipping/new-id.js";
import { startHttpService } from "../support/http-service.js";
import { aShipment, bought, sql, voidShipment } from "../support/purchases.js";
import { toronto } from "../support/rate-setup.js";
import { buyReturn } from "../support/returns.js";
import { aPackage, seedAccount } from "../support/seed.js";
import { startTestService, type TestService } from "../support/service.js";

let service: TestService;
let http: Awaited<ReturnType<typeof startHttpService>>;
beforeAll(async () => {
  service = await startTestService({ order: { typeName: "Order", keyField: "id" } });
  await seedAccount(service);
  http = await startHttpService(service);
});
afterAll(async () => {
  await http.stop();
  await service.close();
});

const label = { width: 288, height: 432 };
const book = {
  description: "Hardcover novel",
  quantity: 2,
  unitValue: { amount: "12.50", currencyCode: "USD" },
  hsCode: "4901.99",
  originCountryCode: "US",
};
const toCanada = (parts: Record<string, unknown> = {}) =>
  aShipment({ shipTo: toronto, service: "UPS_STANDARD", packages: [{ ...aPackage, items: [book] }], ...parts });
const buyAs = async (labelFormat: string, shipment = aShipment()): Promise<string> =>
  (await bought(service, { labelFormat, shipment })).shipment.id;

const batch = `query ($ids: [ID!]!, $includeDocuments: Boolean) {
  labelBatchDocument(shipmentIds: $ids, includeDocuments: $includeDocuments) { url contentType } }`;

/** Through the front door, as a back office does. */
async function ask(query: string, variables: object) {
  const init = { method: "POST", headers: { "content-type": "application/json" } };
  const answer = await fetch(`${http.url}/graphql`, { ...init, body: JSON.stringify({ query, variables }) });
  // biome-ignore lint/suspicious/noExplicitAny: the shape is the query's
  return (await answer.json()) as any;
}

async function pagesAt(url: string) {
  const document = await PDFDocument.load(await (await fetch(url)).arrayBuffer());
  return document.getPages().map((page) => page.getSize());
}

const bundle = async (ids: string[], includeDocuments = true) =>
  (await ask(batch, { ids, includeDocuments })).data.labelBatchDocument;
const invoicesOf = async (id: string): Promise<string[]> => {
  const { data } = await ask("query ($id: ID!) { shipment(id: $id) { documents { kind file { url } } } }", { id });
  return data.shipment.documents.flatMap((document: { file: { url: string } | null }) => document.file?.url ?? []);
};

it("has each shipment's papers behind its labels, when they are asked for", async () => {
  const abroad = await buyAs("PDF", toCanada());
  const home = await buyAs("PDF", aShipment({ packages: [aPackage, aPackage] }));
  const [invoice] = await invoicesOf(abroad);
  const papers = await pagesAt(invoice!);
  expect(papers.length).toBeGreaterThan(0);
  expect(papers).not.toContainEqual(label);
  const link = await bundle([abroad, home]);
  expect(link.contentType).toBe("application/pdf");
  expect(await pagesAt(link.url)).toEqual([label, ...papers, label, label]);
  expect(await pagesAt((await bundle([home, abroad])).url)).toEqual([label, label, label, ...papers]);
  expect(await pagesAt((await bundle([abroad, home], false)).url)).toEqual([label, label, label]);
});

it("has no papers of labels that are voided", async () => {
  const id = await buyAs("PDF", toCanada());
  await voidShipment(service, { shipmentId: id });
  await bought(service, { shipmentId: id, labelFormat: "PDF" });
  const invoices = await invoicesOf(id);
  expect(invoices).toHaveLength(1);
  const papers = await pagesAt(invoices[0]!);
  expect(await pagesAt((await bundle([id])).url)).toEqual([label, ...papers]);
});

it("is null where papers cannot stand behind printer commands", async () => {
  const id = await buyAs("ZPL", toCanada());
  expect(await bundle([id])).toBeNull();
  expect(await bundle([id], false)).toMatchObject({ contentType: "application/zpl" });
});

it("is gone, and not shorter, when a shipment is voided before its link is opened", async () => {
  const [kept, voided] = [await buyAs("ZPL"), await buyAs("ZPL")];
  const { url } = await bundle([kept, voided], false);
  expect((await fetch(url)).status).toBe(200);
  await voidShipment(service, { shipmentId: voided });
  expect((await fetch(url)).status).toBe(404);
});

const damaged: [string, (paper: Buffer) => Buffer | Promise<Buffer>][] = [
  ["cut off", (paper) => paper.subarray(0, 400)],
  ["no PDF", () => Buffer.from("<html>Try again later</html>")],
  ["encrypted", encrypted],
];

it.each(damaged)("is not to be had while a paper is %s, and never without it", async (_, spoil) => {
  const id = await buyAs("PDF", toCanada());
  const [invoice] = await invoicesOf(id);
  const paper = Buffer.from(await (await fetch(invoice!)).arrayBuffer());
  await sql(
    service,
    `update document_file set bytes = $2 from shipping_document document
      where document.tenant_id = document_file.tenant_id and document.id = document_id and document.shipment_id = $1`,
    [id, await spoil(paper)],
  );
  const answer = await fetch((await bundle([id])).url);
  expect([answer.status, (await answer.text()).trim()]).toEqual([404, expect.stringContaining("cannot be made")]);
  expect(await pagesAt((await bundle([id], false)).url)).toEqual([label]);
  expect((await fetch(invoice!)).status).toBe(200);
});

/** As readers know it: the trailer names an encryption. */
async function encrypted(): Promise<Buffer> {
  const document = await PDFDocument.create();
  document.addPage();
  document.context.trailerInfo.Encrypt = document.context.obj({ Filter: "Standard", V: 1, R: 2, P: -4 });
  return Buffer.from(await document.save({ useObjectStreams: false }));
}

it("is refused when it would be larger than 50 MB", async () => {
  const id = await buyAs("ZPL");
  await sql(
    service,
    `update shipping_label set byte_length = 50000001 from purchased_package bought
       join label_purchase purchase on purchase.tenant_id = bought.tenant_id and purchase.id = bought.purchase_id
      where bought.id = purchased_package_id and purchase.shipment_id = $1`,
    [id],
  );
  const { errors } = await ask(batch, { ids: [id] });
  expect(errors[0]).toMatchObject({
    message: "At most 50 MB make one document.",
    extensions: { code: "TOO_MANY_ITEMS" },
  });
});

it("has a link of a hundred shipments that proxies let through", () => {
  const fileId = Array.from({ length: 100 }, () => newId("shp")).join(",");
  const target = { tenantId: service.tenantId, kind: "bundles", fileId, contentType: "application/pdf" } as const;
  const { url } = service.context().signLink({ ...target, fileName: "labels.pdf" });
  expect(url.length).toBeLessThan(8_000);
});

it("opens no file of another tenant, even signed by us", async () => {
  const id = await buyAs("PDF", toCanada());
  const target = { kind: "bundles", fileId: id, contentType: "application/pdf", fileName: "labels.pdf" };
  const open = (tenantId: string) => readDownload(service.deps, { tenantId, ...target });
  expect(await open(service.tenantId)).not.toBeNull();
  expect(await open(service.otherTenantId)).toBeNull();
  const foreign = [await buyAs("PDF"), "shp_unknown"];
  expect(await readLabelBatch(service.deps, service.tenantId, foreign, { withPapers: false })).toBeNull();
});

it("an order's labels, returns and papers are reached from the order, and from its number", async () => {
  const orderId = "order-to-pack";
  const outbound = await buyAs("PDF", toCanada({ orderId }));
  const { shipment: back } = await buyReturn(service, { outboundShipmentId: outbound });
  const fields = `id returnService { kind } labelsDocument { url }
    packages { trackingNumber trackingUrl label { format file { url } } } documents { kind file { url } }`;
  const { data } = await ask(
    `query ($representations: [_Any!]!, $orderId: ID!) {
      _entities(representations: $representations) { ... on Order { shipments { ${fields} } } }
      shipments(filter: { orderId: $orderId }) { nodes { id } }
    }`,
    { representations: [{ __typename: "Order", id: orderId }], orderId },
  );
  const { shipments } = data._entities[0];
  expect(shipments).toMatchObject([
    { id: outbound, returnService: null, documents: [{ kind: "COMMERCIAL_INVOICE" }] },
    { id: back.id, returnService: { kind: "PRINT_RETURN_LABEL" } },
  ]);
  expect(data.shipments.nodes).toEqual([{ id: back.id }, { id: outbound }]);
  for (const { labelsDocument, packages } of shipments) {
    expect(await pagesAt(labelsDocument.url)).toEqual([label]);
    expect(packages).toMatchObject([{ label: { format: "PDF" } }]);
    expect(packages[0].trackingUrl).toContain(encodeURIComponent(packages[0].trackingNumber));
    expect(await pagesAt(packages[0].label.file.url)).toEqual([label]);
  }
  expect((await fetch(shipments[0].documents[0].file.url)).headers.get("content-type")).toBe("application/pdf");
});
