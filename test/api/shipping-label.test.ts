import { createHash } from "node:crypto";
import { PDFDocument } from "pdf-lib";
import { readLabelBatch } from "../../src/shipping/label/label-batch.js";
import { readLabelFile } from "../../src/shipping/label/label-bytes.js";
import { runAdmin } from "../support/database-cluster.js";
import { readBarcode, simulatedLabel } from "../support/label-bytes.js";
import { aShipment, bought, draft, voidShipment } from "../support/purchases.js";
import { buyReturn } from "../support/returns.js";
import { aPackage, seedAccount } from "../support/seed.js";
import { startTestService, type TestService } from "../support/service.js";

let service: TestService;
beforeAll(async () => {
  service = await startTestService();
  await seedAccount(service);
});
afterAll(() => service.close());

const labelFields = `
  id format widthInches heightInches dpi isDerived sha256 printedAt trackingNumber
  package { id } file { url contentType byteLength expiresAt } preview { url contentType byteLength expiresAt }`;

const sha256 = (bytes: Buffer) => createHash("sha256").update(bytes).digest("hex");

const buyAs = async (labelFormat: string, count = 1) => {
  const packages = Array(count).fill(aPackage);
  const { shipment } = await bought(service, { labelFormat, shipment: aShipment({ packages }) });
  return shipment as { id: string; packages: { id: string; trackingNumber: string; label: { id: string } }[] };
};

const readLabel = async (id: string | undefined) =>
  (await service.run(`query ($id: ID!) { shippingLabel(id: $id) { ${labelFields} base64 } }`, { id })).shippingLabel;

const readAll = async (ids: string[]) => {
  const content = { kind: "shipments", ids, withDocuments: false } as const;
  const read = await readLabelBatch(service.deps, service.tenantId, content);
  return "reason" in read ? null : read;
};

const documentOf = async (id: string) => {
  const query = `query ($id: ID!) { shipment(id: $id) { labelsDocument { url contentType byteLength expiresAt } } }`;
  const { shipment } = await service.run(query, { id });
  return { link: shipment.labelsDocument, document: await readAll([id]) };
};

const aLink = (contentType: string, byteLength: number | null) => ({
  url: expect.stringMatching(/^http:\/\/127\.0\.0\.1:4000\/files\//),
  contentType,
  byteLength,
  expiresAt: expect.stringMatching(/^\d{4}-/),
});

describe.each([
  ["ZPL", "application/zpl"],
  ["EPL", "application/epl"],
  ["SPL", "application/spl"],
  ["GIF", "image/gif"],
])("a %s label", (format, contentType) => {
  it("is exactly what UPS sent", async () => {
    const { packages } = await buyAs(format);
    const [{ id: packageId, trackingNumber, label }] = packages as [(typeof packages)[number]];
    const sent = await simulatedLabel(service, trackingNumber, format);
    const isImage = format === "GIF";
    expect(await readLabel(label.id)).toEqual({
      ...{ id: label.id, format, isDerived: false, printedAt: null, trackingNumber, package: { id: packageId } },
      ...(isImage ? { widthInches: 7, heightInches: 4, dpi: 200 } : { widthInches: 4, heightInches: 6, dpi: null }),
      sha256: sha256(sent),
      base64: sent.toString("base64"),
      file: aLink(contentType, sent.length),
      preview: isImage ? aLink(contentType, sent.length) : null,
    });
  });
});

describe("a PDF label", () => {
  it("is one true-size page made of UPS's image, which is kept", async () => {
    const { packages } = await buyAs("PDF");
    const [{ id: packageId, trackingNumber, label }] = packages as [(typeof packages)[number]];
    const { base64, ...rest } = await readLabel(label.id);
    const pdf = Buffer.from(base64, "base64");
    expect(rest).toEqual({
      ...{ id: label.id, format: "PDF", widthInches: 4, heightInches: 6, dpi: 200, isDerived: true, printedAt: null },
      ...{ trackingNumber, package: { id: packageId }, sha256: sha256(pdf) },
      file: aLink("application/pdf", pdf.length),
      preview: aLink("image/gif", null),
    });
    const [page, ...furtherPages] = (await PDFDocument.load(pdf)).getPages();
    expect([page?.getMediaBox(), furtherPages]).toEqual([{ x: 0, y: 0, width: 288, height: 432 }, []]);
    const kept = await readLabelFile(service.deps, service.tenantId, label.id, "CARRIER");
    expect(kept?.bytes.equals(await simulatedLabel(service, trackingNumber, "GIF"))).toBe(true);
  });

  it.each([203, 300])("reads as its tracking number when printed at %i dpi", async (dpi) => {
    const { packages } = await buyAs("PDF");
    const { base64 } = await readLabel(packages[0]?.label.id);
    expect(await readBarcode(Buffer.from(base64, "base64"), dpi)).toBe(packages[0]?.trackingNumber);
  });
});

describe("labelBatchDocument", () => {
  const batch = async (shipmentIds: string[], format?: string) =>
    (
      await service.run(
        `query ($ids: [ID!], $format: LabelFormat) {
          labelBatchDocument(shipmentIds: $ids, format: $format) {
            file { url contentType byteLength expiresAt } userErrors { code field } } }`,
        { ids: shipmentIds, format },
      )
    ).labelBatchDocument;
  const aFile = (contentType: string) => ({ file: aLink(contentType, null), userErrors: [] });
  const bytesOf = async (ids: string[]) => (await readAll(ids))?.bytes;

  it("is the print job of several shipments, returns among them, in the order given", async () => {
    const [first, second] = [await buyAs("ZPL", 2), await buyAs("ZPL")];
    const back = (await buyReturn(service, { outboundShipmentId: second.id })).shipment;
    const ids = [back.id, second.id, first.id];
    expect(await batch(ids)).toEqual(aFile("application/zpl"));
    const numbers = [back, second, first].flatMap(({ packages }) =>
      packages.map((pkg: { trackingNumber: string }) => pkg.trackingNumber),
    );
    const sent = await Promise.all(numbers.map((number) => simulatedLabel(service, number, "ZPL")));
    expect((await bytesOf(ids))?.equals(Buffer.concat(sent))).toBe(true);
  });

  it("is one PDF with a page for each label", async () => {
    const ids = [(await buyAs("PDF", 2)).id, (await buyAs("PDF")).id];
    expect(await batch(ids, "PDF")).toEqual(aFile("application/pdf"));
    expect((await PDFDocument.load((await bytesOf(ids)) as Buffer)).getPageCount()).toBe(3);
  });

  it("refuses more than a hundred shipments", async () => {
    const ids = Array.from({ length: 101 }, (_, index) => `shp_${index}`);
    await expect(batch(ids)).rejects.toThrow(/At most 100 shipments/);
  });
});

describe("labelsDocument", () => {
  it("is one PDF with a page for each label in force, in package order", async () => {
    const shipment = await buyAs("PDF", 3);
    await voidShipment(service, { shipmentId: shipment.id, packageIds: [shipment.packages[1]?.id] });
    const { link, document } = await documentOf(shipment.id);
    expect(link).toEqual(aLink("application/pdf", null));
    const joined = await PDFDocument.load(document?.bytes as Buffer);
    expect(joined.getPages().map((page) => page.getMediaBox())).toEqual(
      Array(2).fill({ x: 0, y: 0, width: 288, height: 432 }),
    );
    const read = [];
    for (const index of [0, 1]) {
      const single = await PDFDocument.create();
      single.addPage((await single.copyPages(joined, [index]))[0]);
      read.push(await readBarcode(Buffer.from(await single.save({ useObjectStreams: false }))));
    }
    expect(read).toEqual([shipment.packages[0]?.trackingNumber, shipment.packages[2]?.trackingNumber]);
  });

  it("is the printer's commands one after the other", async () => {
    const shipment = await buyAs("ZPL", 2);
    const { link, document } = await documentOf(shipment.id);
    expect(link).toEqual(aLink("application/zpl", null));
    const sent = await Promise.all(shipment.packages.map((pkg) => simulatedLabel(service, pkg.trackingNumber, "ZPL")));
    expect(document?.bytes.equals(Buffer.concat(sent))).toBe(true);
  });

  it("is null for images, drafts and voided labels", async () => {
    const images = await buyAs("GIF", 2);
    const voided = await buyAs("ZPL");
    await voidShipment(service, { shipmentId: voided.id });
    for (const id of [images.id, voided.id, await draft(service)])
      expect(await documentOf(id)).toEqual({ link: null, document: null });
  });

  it("is an error, and not as if there were no labels, while they cannot be read", async () => {
    const { id } = await buyAs("ZPL");
    const { adminUrl } = service.testDatabase;
    await runAdmin(adminUrl, "alter table shipping_label rename to shipping_label_away");
    await expect(documentOf(id)).rejects.toThrow("shipment.labelsDocument");
    await runAdmin(adminUrl, "alter table shipping_label_away rename to shipping_label");
    expect((await documentOf(id)).link).toEqual(aLink("application/zpl", null));
  });

  it("holds only the new labels of what was bought again", async () => {
    const first = await buyAs("ZPL");
    await voidShipment(service, { shipmentId: first.id });
    const { shipment } = await bought(service, { shipmentId: first.id, labelFormat: "EPL" });
    const { document } = await documentOf(first.id);
    const sent = await simulatedLabel(service, shipment.packages[0].trackingNumber, "EPL");
    expect(document).toEqual({ format: "EPL", contentType: "application/epl", bytes: sent });
  });
});

it("gives null for a label that is unknown", async () => {
  expect(await readLabel("lab_unknown")).toBeNull();
});
