import type { LabelImage } from "@shipping-subgraph/ups-simulator/faults/fault.js";
import type { OperationName } from "@shipping-subgraph/ups-simulator/operation-name.js";
import { PDFDocument } from "pdf-lib";
import { findViolations } from "../../src/database/invariants/find-violations.js";
import { readBarcode } from "../support/label-bytes.js";
import { aKey, aShipment, makeDue, requestCount, sql } from "../support/purchases.js";
import { aPackage, seedAccount } from "../support/seed.js";
import { startTestService, type TestService } from "../support/service.js";
import { sweepDuePurchases } from "../support/sweep.js";

let service: TestService;
beforeAll(async () => {
  service = await startTestService();
  await seedAccount(service);
});
beforeEach(async () => {
  await service.control.clearFaults();
  await service.control.clearRequests();
});
afterAll(() => service.close());

const labelFields =
  "id format isDerived isPrintable widthInches heightInches dpi base64 file { contentType } preview { contentType }";

const buyAs = async (labelFormat: string | undefined, packages = [aPackage], over: Record<string, unknown> = {}) => {
  const input = { idempotencyKey: aKey(), shipment: aShipment({ packages, ...over }), labelFormat };
  const { purchaseLabel } = await service.run(
    `mutation ($input: PurchaseLabelInput!) { purchaseLabel(input: $input) {
      purchase { id state } carrierMessages { carrierErrorCode severity text } userErrors { code message }
      shipment { id packages { trackingNumber label { ${labelFields} } } } } }`,
    { input },
  );
  const { purchase, carrierMessages, shipment } = purchaseLabel;
  expect(purchase.state).toBe("PURCHASED");
  const codes: string[] = carrierMessages.map((message: { carrierErrorCode: string }) => message.carrierErrorCode);
  return { purchase, codes, carrierMessages, shipment, packages: shipment.packages, label: shipment.packages[0].label };
};

const sends = (image: LabelImage, named?: string, operation: OperationName = "SHIP", times = 1) =>
  service.control.addFault({ operation, kind: "LABEL", image, times, ...(named !== undefined && { named }) });

const bytesOf = ({ base64 }: { base64: string }) => Buffer.from(base64, "base64");

it.each(["PNG", "JPEG", "HTML", "UNKNOWN"])("nobody can order %s", async (format) => {
  const { errors } = await service.execute(
    `{ labelBatchDocument(labelIds: [], format: ${format}) { userErrors { code } } }`,
  );
  expect(errors?.[0]?.message).toContain(`Value "${format}" does not exist in "LabelFormat" enum`);
});

it.each([
  ["PNG", "PNG", "image/png"],
  ["PNG", "", "image/png"],
  ["PNG", "GIF", "image/png"],
  ["JPEG", "GIF", "image/jpeg"],
  ["LINES", undefined, "image/gif"],
  ["DATA_URL", "gif", "image/gif"],
  ["UPRIGHT", "GIF", "image/gif"],
] as const)("the image %s, called %j, becomes the page that was ordered", async (image, named, preview) => {
  await sends(image, named);
  const { label, packages, codes } = await buyAs("PDF");
  expect(label).toMatchObject({
    ...{ format: "PDF", isDerived: true, isPrintable: true, widthInches: 4, heightInches: 6, dpi: 200 },
    ...{ file: { contentType: "application/pdf" }, preview: { contentType: preview } },
  });
  expect(await readBarcode(bytesOf(label))).toBe(packages[0].trackingNumber);
  expect(codes).toEqual([]);
});

it("a label that is longer than ordered is a page as long, and said to be", async () => {
  await sends("LONG");
  const { label, packages, codes, carrierMessages } = await buyAs("PDF");
  expect(label).toMatchObject({ format: "PDF", isPrintable: true, widthInches: 4, heightInches: 8 });
  expect((await PDFDocument.load(bytesOf(label))).getPage(0).getSize()).toEqual({ width: 288, height: 576 });
  expect(await readBarcode(bytesOf(label))).toBe(packages[0].trackingNumber);
  expect(codes).toEqual(["LABEL_SIZE_DIFFERS"]);
  expect(carrierMessages[0]).toMatchObject({ severity: "WARNING", text: expect.stringContaining("4 x 8 inches") });
});

describe.each([
  ["DOT", "LABEL_UNREADABLE"],
  ["HTML", "LABEL_UNREADABLE"],
  ["NOISE", "LABEL_UNREADABLE"],
  ["HUGE", "LABEL_UNREADABLE"],
  ["ODD", "LABEL_SIZE_UNKNOWN"],
] as const)("what is no label (%s)", (image, code) => {
  it("is fetched from UPS again while the buyer waits, and both are told", async () => {
    await sends(image);
    const { label, packages, codes } = await buyAs("PDF");
    expect(label).toMatchObject({ format: "PDF", isDerived: false, isPrintable: true, preview: null });
    expect((await PDFDocument.load(bytesOf(label))).getPageCount()).toBe(1);
    expect(await readBarcode(bytesOf(label))).toBe(packages[0].trackingNumber);
    expect(codes).toEqual([code, "LABEL_RECOVERED"]);
    const kept = await sql(service, `select role from label_file where label_id = '${label.id}' order by role`);
    expect(kept.map((file: { role: string }) => file.role)).toContain("REPLACED");
    expect(await requestCount(service, "SHIP")).toBe(1);
  });

  it("is bought, kept and told where UPS cannot give it again, and fetched by a later look", async () => {
    await sends(image);
    await service.control.addFault({ operation: "RECOVER_LABEL", kind: "STATUS", status: 503, times: 50 });
    const { label, purchase, codes } = await buyAs("PDF");
    expect(label.isPrintable).toBe(false);
    expect(label.file.contentType).toBe(
      { DOT: "image/gif", HTML: "text/html", HUGE: "image/png", ODD: "application/pdf" }[image as string] ??
        "application/octet-stream",
    );
    expect(codes).toEqual([code]);
    if (image !== "ODD") expect(label).toMatchObject({ widthInches: null, heightInches: null, dpi: null });
    await service.control.clearFaults();
    await look();
    const { labelPurchase } = await service.run(
      `query ($id: ID!) { labelPurchase(id: $id) { carrierMessages { carrierErrorCode }
        shipment { packages { label { ${labelFields} } } } } }`,
      { id: purchase.id },
    );
    expect(labelPurchase.shipment.packages[0].label).toMatchObject({ id: label.id, format: "PDF", isPrintable: true });
    expect(labelPurchase.carrierMessages.at(-1)).toEqual({ carrierErrorCode: "LABEL_RECOVERED" });
    expect(await requestCount(service, "SHIP")).toBe(1);
  });
});

it("a label of which UPS sends no image costs neither its number nor UPS's price, and is asked for until it comes", async () => {
  await sends("EMPTY");
  await service.control.addFault({ operation: "RECOVER_LABEL", kind: "STATUS", status: 503, times: 50 });
  const { label, purchase, packages, carrierMessages } = await buyAs("PDF");
  expect(label).toMatchObject({ isPrintable: false, file: null, base64: null, preview: null });
  expect(packages[0].trackingNumber).toMatch(/^1Z/);
  expect(carrierMessages).toEqual([
    { carrierErrorCode: "LABEL_UNREADABLE", severity: "WARNING", text: expect.stringContaining("sent no image") },
  ]);
  const charges =
    "select charges_amount is not null as told, charges_are_estimated as estimated from label_purchase where id = $1";
  expect(await sql(service, charges, [purchase.id])).toEqual([{ told: true, estimated: false }]);
  const { adminUrl } = service.testDatabase;
  const violations = await findViolations({ adminUrl, reconcileAfterSeconds: 3_600, isAtRest: false });
  expect(violations.filter(({ name, rows }) => name === "label_has_bytes" && rows.length > 0)).toEqual([]);

  await service.control.clearFaults();
  await look();

  const [row] = await sql(service, "select id, is_printable, byte_length from shipping_label where id = $1", [
    label.id,
  ]);
  expect(row).toMatchObject({ is_printable: true, byte_length: expect.any(Number) });
  expect(await requestCount(service, "SHIP")).toBe(1);
  await sends("EMPTY");
  expect((await buyAs("ZPL")).codes).toEqual(["LABEL_UNREADABLE", "LABEL_RECOVERED"]);
});

it("a label that UPS never gives is asked for ever more seldom", async () => {
  await sends("EMPTY");
  await service.control.addFault({ operation: "RECOVER_LABEL", kind: "STATUS", status: 503, times: 50 });
  const { purchase } = await buyAs("PDF");
  const pauseAfter = async (checks: number) => {
    await sql(service, "update label_purchase set checks = $2, next_check_at = now() where id = $1", [
      purchase.id,
      checks,
    ]);
    await sweepDuePurchases(service.deps);
    const pause = "select extract(epoch from next_check_at - now())::int as seconds from label_purchase where id = $1";
    return (await sql(service, pause, [purchase.id]))[0].seconds;
  };
  expect(await pauseAfter(10)).toBeGreaterThan(4 * 3_600 - 60);
  // A void is not put off with it.
  await sql(service, "update purchased_package set void_state = 'VOID_PENDING' where purchase_id = $1", [purchase.id]);
  await service.control.addFault({ operation: "VOID", kind: "STATUS", status: 503, times: 50 });
  expect(await pauseAfter(10)).toBeLessThanOrEqual(900);
});

it("the buyer's answer comes in time, however long UPS takes to give the label again", async () => {
  const impatient = await startTestService({ sharing: service, timings: { answerWithin: 2 } });
  await sends("HTML");
  await service.control.addFault({ operation: "RECOVER_LABEL", kind: "HOLD", times: 2 });
  const before = performance.now();
  const { purchaseLabel } = await impatient.run(
    `mutation ($input: PurchaseLabelInput!) { purchaseLabel(input: $input) { purchase { state }
      shipment { packages { trackingNumber label { isPrintable } } } } }`,
    { input: { idempotencyKey: aKey(), shipment: aShipment(), labelFormat: "ZPL" } },
  );
  expect(performance.now() - before).toBeLessThan(6_000);
  expect(purchaseLabel).toMatchObject({
    purchase: { state: "PURCHASED" },
    shipment: { packages: [{ trackingNumber: expect.stringMatching(/^1Z/), label: { isPrintable: false } }] },
  });
  await service.control.release();
  await impatient.settled();
  await impatient.close();
});

it("a label that cannot be printed is in no file of labels, which says so", async () => {
  await sends("ODD");
  await service.control.addFault({ operation: "RECOVER_LABEL", kind: "STATUS", status: 503, times: 50 });
  const { shipment } = await buyAs("PDF");
  await service.control.clearFaults();
  const query = `query ($ids: [ID!]) { labelBatchDocument(shipmentIds: $ids) { file { url } userErrors { code field message } } }`;
  const batch = async () => (await service.run(query, { ids: [shipment.id] })).labelBatchDocument;
  expect(await batch()).toMatchObject({
    file: null,
    userErrors: [{ code: "NOT_ALLOWED", field: ["shipmentIds", "0"] }],
  });
  await look();
  expect(await batch()).toMatchObject({ file: { url: expect.any(String) }, userErrors: [] });
});

it("of several packages each gets its own page back", async () => {
  await sends("HTML");
  const { packages } = await buyAs("PDF", [aPackage, aPackage, aPackage]);
  expect(packages).toHaveLength(3);
  for (const { trackingNumber, label } of packages) {
    expect(label).toMatchObject({ format: "PDF", isPrintable: true });
    expect(await readBarcode(bytesOf(label))).toBe(trackingNumber);
  }
});

it("a page instead of printer's commands is fetched again in the format that was ordered", async () => {
  await sends("HTML", "ZPL");
  const { label, codes } = await buyAs("ZPL");
  expect(label).toMatchObject({ format: "ZPL", isPrintable: true, widthInches: 4, heightInches: 6 });
  expect(codes).toEqual(["LABEL_UNREADABLE", "LABEL_RECOVERED"]);
});

it("an image instead of printer's commands is what it is, and said to be", async () => {
  await sends("PNG", "GIF");
  const asGif = await buyAs("GIF");
  expect(asGif.label).toMatchObject({ format: "PNG", isPrintable: true, widthInches: 7, heightInches: 4, dpi: 200 });
  expect(asGif.label.file).toEqual({ contentType: "image/png" });
  expect(asGif.codes).toEqual(["LABEL_FORMAT_DIFFERS"]);
});

it("a lost answer whose labels come back without a format is taken over all the same", async () => {
  await service.control.addFault({ operation: "SHIP", kind: "LOSE_ANSWER" });
  await sends("PNG", "", "RECOVER_LABEL");
  const input = { idempotencyKey: aKey(), shipment: aShipment(), labelFormat: "PDF" };
  const { purchaseLabel } = await service.run(
    "mutation ($input: PurchaseLabelInput!) { purchaseLabel(input: $input) { purchase { id state } } }",
    { input },
  );
  expect(purchaseLabel.purchase.state).toBe("UNKNOWN");
  await look();
  const { labelPurchase } = await service.run(
    `query ($id: ID!) { labelPurchase(id: $id) { state shipment { packages { label { ${labelFields} } } } } }`,
    { id: purchaseLabel.purchase.id },
  );
  expect(labelPurchase).toMatchObject({
    state: "PURCHASED",
    shipment: { packages: [{ label: { format: "PDF", isDerived: true, isPrintable: true } }] },
  });
});

it("the second label of a shipment across the border is a document of it, and told", async () => {
  const shipTo = { name: "Max", lines: ["290 Bremner Blvd"], city: "Toronto", region: "ON", postalCode: "M5V 3L9" };
  const items = [{ description: "Posters", quantity: 1, unitValue: { amount: "20.00", currencyCode: "USD" } }];
  const over = { service: "UPS_STANDARD", shipTo: { ...shipTo, countryCode: "CA", phone: "4165550103" } };
  const { shipment, codes } = await buyAs("ZPL", [{ ...aPackage, items } as typeof aPackage], over);
  expect(codes).toContain("SIGNATURE_WANTED");
  const query = `query ($id: ID!) { shipment(id: $id) { documents { kind origin name file { contentType } } } }`;
  expect((await service.run(query, { id: shipment.id })).shipment.documents).toContainEqual({
    ...{ kind: "SIGNATURE_LABEL", origin: "CARRIER", name: "signature-label.zpl" },
    file: { contentType: "application/zpl" },
  });
});

describe("recoverLabel", () => {
  const recover = async (shipmentId: string, format: string) => {
    const { recoverLabel } = await service.run(
      `mutation ($input: RecoverLabelInput!) { recoverLabel(input: $input) {
        label { ${labelFields} } userErrors { code field } } }`,
      { input: { shipmentId, format } },
    );
    return recoverLabel;
  };

  it("gives an image for what it is, whatever was asked for", async () => {
    const { shipment } = await buyAs("ZPL");
    await sends("PNG", "PNG", "RECOVER_LABEL");
    const { label } = await recover(shipment.id, "GIF");
    expect(label).toMatchObject({ format: "PNG", file: { contentType: "image/png" } });
  });

  it("keeps no page of the web as a label", async () => {
    const { shipment } = await buyAs("ZPL");
    await sends("HTML", "GIF", "RECOVER_LABEL");
    expect(await recover(shipment.id, "GIF")).toEqual({
      label: null,
      userErrors: [{ code: "CARRIER_UNAVAILABLE", field: ["input", "shipmentId"] }],
    });
  });
});

it("a picture of more dots than any label has is never unpacked, whatever was ordered", async () => {
  await sends("HUGE", "GIF");
  await service.control.addFault({ operation: "RECOVER_LABEL", kind: "STATUS", status: 503, times: 50 });
  const before = process.memoryUsage.rss();
  const { label, codes } = await buyAs("GIF");
  expect(label).toMatchObject({ format: "PNG", isPrintable: false, widthInches: null, dpi: null });
  expect(bytesOf(label).subarray(1, 4).toString()).toBe("PNG");
  expect(codes).toContain("LABEL_SIZE_UNKNOWN");
  expect(process.memoryUsage.rss() - before).toBeLessThan(128 * 1_048_576);
});

/** The worker comes to what is open now, however long the next look is away. */
async function look(): Promise<void> {
  await makeDue(service);
  await sweepDuePurchases(service.deps);
}
