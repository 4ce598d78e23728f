import { PDFDocument } from "pdf-lib";
import { readDownload } from "../../src/http/read-download.js";
import { readLabelBatch } from "../../src/shipping/label/label-batch.js";
import { newId } from "../../src/shipping/new-id.js";
import { startHttpService } from "../support/http-service.js";
import { aShipment, bought, buy, draft, sql, voidShipment } from "../support/purchases.js";
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

const batch = `query ($ids: [ID!], $labelIds: [ID!], $format: LabelFormat, $includeDocuments: Boolean) {
  labelBatchDocument(shipmentIds: $ids, labelIds: $labelIds, format: $format, includeDocuments: $includeDocuments) {
    file { url contentType } userErrors { code message field } } }`;

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
  (await ask(batch, { ids, includeDocuments })).data.labelBatchDocument.file;
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

it("is gone, and not shorter, when a shipment is voided before its link is opened", async () => {
  const [kept, voided] = [await buyAs("ZPL"), await buyAs("ZPL")];
  const { url } = await bundle([kept, voided], false);
  expect((await fetch(url)).status).toBe(200);
  await voidShipment(service, { shipmentId: voided });
  const answer = await fetch(url);
  expect([answer.status, await answer.text()]).toEqual([404, expect.stringContaining("one of them is voided")]);
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
  expect([answer.status, await answer.text()]).toEqual([
    404,
    expect.stringContaining("encrypted, damaged or too large"),
  ]);
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

describe("of labels by their ids", () => {
  const labelsOf = async (shipmentId: string): Promise<string[]> => {
    const { data } = await ask("query ($id: ID!) { shipment(id: $id) { packages { label { id } } } }", {
      id: shipmentId,
    });
    return data.shipment.packages.map((pkg: { label: { id: string } }) => pkg.label.id);
  };
  const ofLabels = async (labelIds: string[], parts: object = {}) =>
    (await ask(batch, { labelIds, ...parts })).data.labelBatchDocument;

  it("has them in the order given, and documents behind the last label of each shipment", async () => {
    const abroad = await buyAs("PDF", toCanada({ packages: Array(2).fill({ ...aPackage, items: [book] }) }));
    const home = await buyAs("PDF", aShipment({ packages: [aPackage, aPackage] }));
    const [invoice] = await invoicesOf(abroad);
    const papers = await pagesAt(invoice!);
    const [first, second] = await labelsOf(abroad);
    const [third] = await labelsOf(home);
    const { file, userErrors } = await ofLabels([first!, third!, second!, first!], { includeDocuments: true });
    expect(userErrors).toEqual([]);
    expect(await pagesAt(file.url)).toEqual([label, label, label, ...papers]);
    expect(await pagesAt((await ofLabels([third!])).file.url)).toEqual([label]);
  });

  it("takes copies that were asked for again", async () => {
    const [id] = await labelsOf(await buyAs("PDF"));
    const recover = `mutation ($id: ID!) { recoverLabel(input: { labelId: $id, format: ZPL }) { label { id } } }`;
    const copy = (await ask(recover, { id })).data.recoverLabel.label.id;
    expect((await ofLabels([copy])).file.contentType).toBe("application/zpl");
    expect(await ofLabels([id!, copy])).toEqual(refused(["NOT_ALLOWED", /ZPL, not PDF/, "labelIds", "1"]));
  });

  it("is gone once a label in it is voided, and says so when asked again", async () => {
    const shipment = await buyAs("ZPL");
    const [id] = await labelsOf(shipment);
    const { file } = await ofLabels([id!]);
    expect((await fetch(file.url)).status).toBe(200);
    await voidShipment(service, { shipmentId: shipment });
    const answer = await fetch(file.url);
    expect([answer.status, await answer.text()]).toEqual([404, expect.stringContaining("voided")]);
    expect(await ofLabels(["lab_unknown", id!])).toEqual(
      refused(["NOT_FOUND", /no label/, "labelIds", "0"], ["ALREADY_VOIDED", /voided/, "labelIds", "1"]),
    );
  });
});

type Reason = [code: string, message: RegExp, ...field: string[]];
const refused = (...errors: Reason[]) => ({
  file: null,
  userErrors: errors.map(([code, message, ...field]) => ({ code, message: expect.stringMatching(message), field })),
});

describe("says of each shipment why it is not in a file:", () => {
  const why = async (ids: string[], parts: object = {}) =>
    (await ask(batch, { ids, ...parts })).data.labelBatchDocument;
  const isBeingVoided = async () => {
    const id = await buyAs("ZPL");
    await service.control.addFault({ operation: "VOID", kind: "STATUS", status: 503, times: 9 });
    await voidShipment(service, { shipmentId: id });
    await service.control.clearFaults();
    return id;
  };
  const isBought = async () => {
    await service.control.addFault({ operation: "SHIP", kind: "LOSE_ANSWER" });
    return (await buy(service)).shipment.id;
  };
  const isVoided = async () => {
    const id = await buyAs("ZPL");
    await voidShipment(service, { shipmentId: id });
    return id;
  };
  const isBrought = async () => {
    const returnService = { kind: "ONE_PICKUP_ATTEMPT" };
    return (await buyReturn(service, { outboundShipmentId: await buyAs("ZPL"), returnService })).shipment.id;
  };

  const reasons: [string, () => Promise<string>, string, RegExp][] = [
    ["unknown", async () => "shp_unknown", "NOT_FOUND", /no shipment/],
    ["a draft", () => draft(service), "NOT_ALLOWED", /draft/],
    ["being bought", isBought, "CONFLICT", /being bought/],
    ["voided", isVoided, "ALREADY_VOIDED", /voided/],
    ["about to be voided", isBeingVoided, "ALREADY_VOIDED", /about to be voided/],
    ["brought by the driver", isBrought, "NOT_ALLOWED", /brings its labels itself/],
    ["in another format", () => buyAs("EPL"), "NOT_ALLOWED", /EPL, not ZPL/],
  ];
  it.each(reasons)("%s", async (_, make, code, message) => {
    const ids = [await buyAs("ZPL"), await buyAs("ZPL"), await make()];
    expect(await why(ids)).toEqual(refused([code, message, "shipmentIds", "2"]));
  });

  it("all of them at once", async () => {
    const ids = ["shp_unknown", await buyAs("EPL"), await draft(service), await buyAs("ZPL")];
    expect(await why(ids, { format: "ZPL" })).toEqual(
      refused(
        ["NOT_FOUND", /no shipment/, "shipmentIds", "0"],
        ["NOT_ALLOWED", /draft/, "shipmentIds", "2"],
        ["NOT_ALLOWED", /EPL, not ZPL/, "shipmentIds", "1"],
      ),
    );
  });

  it("images, and documents behind printer commands", async () => {
    expect(await why([await buyAs("GIF")])).toEqual(refused(["NOT_ALLOWED", /GIF images/, "shipmentIds", "0"]));
    const id = await buyAs("ZPL", toCanada());
    expect(await why([id], { includeDocuments: true })).toEqual(refused(["NOT_ALLOWED", /PDF/, "includeDocuments"]));
    expect((await why([id])).file).toMatchObject({ contentType: "application/zpl" });
  });

  it("documents whose files were removed because they are old", async () => {
    const id = await buyAs("PDF", toCanada());
    await sql(service, "update shipping_document set file_removed_at = now() where shipment_id = $1", [id]);
    await sql(
      service,
      "delete from document_file where document_id in (select id from shipping_document where shipment_id = $1)",
      [id],
    );
    expect(await why([id], { includeDocuments: true })).toEqual(refused(["NOT_ALLOWED", /old/, "includeDocuments"]));
    expect((await why([id])).file).toMatchObject({ contentType: "application/pdf" });
    expect(await invoicesOf(id)).toEqual([]);
  });

  it("nothing wanted, or two kinds of things", async () => {
    expect(await why([])).toEqual(refused(["REQUIRED", /at least one/, "shipmentIds"]));
    expect(await why(["shp_1"], { labelIds: ["lab_1"] })).toEqual(refused(["INVALID", /not both/, "labelIds"]));
  });
});

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
  const noFile = { reason: expect.stringMatching(/voided/) };
  expect(await open(service.otherTenantId)).toEqual(noFile);
  const content = { kind: "shipments", ids: [await buyAs("PDF"), "shp_unknown"], withDocuments: false } as const;
  expect(await readLabelBatch(service.deps, service.tenantId, content)).toEqual(noFile);
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
