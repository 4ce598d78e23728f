import { createHash } from "node:crypto";
import { PDFDocument } from "pdf-lib";
import { simulatedLabel } from "../support/label-bytes.js";
import { aShipment, bought, buy, draft, requestCount, userErrorFields, voidShipment } from "../support/purchases.js";
import { buyReturn } from "../support/returns.js";
import { aPackage, seedAccount } from "../support/seed.js";
import { startTestService, type TestService } from "../support/service.js";

let service: TestService;
beforeAll(async () => {
  service = await startTestService();
  await seedAccount(service);
});
beforeEach(() => service.control.clearRequests());
afterEach(() => service.control.clearFaults());
afterAll(() => service.close());

interface Label {
  id: string;
  sha256: string;
  base64: string;
}

interface Package {
  id: string;
  trackingNumber: string;
  label: { id: string };
}

const recover = async (input: Record<string, unknown>) => {
  const { recoverLabel } = await service.run(
    `mutation ($input: RecoverLabelInput!) {
      recoverLabel(input: $input) {
        label { id }
        labels {
          id format isDerived isRecovered isForAllPackages widthInches heightInches sha256 base64 trackingNumber
          package { id } file { contentType byteLength } printedAt
        }
        userErrors { ${userErrorFields} }
      }
    }`,
    { input },
  );
  return recoverLabel;
};
const buyAs = async (labelFormat: string, count = 1) => {
  const shipment = aShipment({ packages: Array(count).fill(aPackage) });
  const { shipment: sold } = await bought(service, { shipment, labelFormat });
  return { id: sold.id as string, packages: sold.packages as Package[] };
};
const sha256 = (bytes: Buffer) => createHash("sha256").update(bytes).digest("hex");
const refused = (code: string, field: string | null, carrierErrorCode: string | null = null) => ({
  ...{ label: null, labels: null },
  userErrors: [{ code, message: expect.stringMatching(/\S/), field: field && ["input", field], carrierErrorCode }],
});
const labelsOf = async (id: string) => {
  const query = `query ($id: ID!) { shipment(id: $id) { packages { label { id isRecovered } recoveredLabels { id format } } } }`;
  return (await service.run(query, { id })).shipment.packages;
};

const formats = [
  ["PDF", "application/pdf"],
  ["ZPL", "application/zpl"],
  ["EPL", "application/epl"],
  ["SPL", "application/spl"],
  ["GIF", "image/gif"],
];

it.each(formats)("gives UPS's own %s of a label that was bought in another format", async (format, contentType) => {
  const { packages } = await buyAs(format === "ZPL" ? "EPL" : "ZPL");
  const [{ id: packageId, trackingNumber, label: bought }] = packages as [Package];
  const { label, labels, userErrors } = await recover({ labelId: bought.id, format });
  expect(userErrors).toEqual([]);
  const sent = await simulatedLabel(service, trackingNumber, format as string);
  const size = { PDF: [null, null], GIF: [7, 4] }[format as string] ?? [4, 6];
  expect(labels).toEqual([
    {
      ...{ id: label.id, format, isDerived: false, isRecovered: true, isForAllPackages: false, printedAt: null },
      ...{ widthInches: size[0], heightInches: size[1], sha256: sha256(sent), base64: sent.toString("base64") },
      ...{ trackingNumber, package: { id: packageId }, file: { contentType, byteLength: sent.length } },
    },
  ]);
  expect(await requestCount(service, "SHIP")).toBe(1);
});

it("keeps the label that was bought, and the same bytes once", async () => {
  const { id, packages } = await buyAs("PDF");
  const [first, again, other] = [
    await recover({ packageId: packages[0]?.id, format: "ZPL" }),
    await recover({ packageId: packages[0]?.id, format: "ZPL" }),
    await recover({ packageId: packages[0]?.id, format: "GIF" }),
  ];
  expect(again.label.id).toBe(first.label.id);
  expect(await labelsOf(id)).toEqual([
    {
      label: { id: packages[0]?.label.id, isRecovered: false },
      recoveredLabels: [
        { id: other.label.id, format: "GIF" },
        { id: first.label.id, format: "ZPL" },
      ],
    },
  ]);
});

it("lists as many of the newest copies as asked for", async () => {
  const { id, packages } = await buyAs("PDF");
  for (const format of ["ZPL", "GIF"]) await recover({ packageId: packages[0]?.id, format });
  const query = `query ($id: ID!, $first: Int) { shipment(id: $id) { packages {
    recoveredLabels(first: $first) { format } purchases { recoveredLabels(first: $first) { format } } } } }`;
  const newest = [{ format: "GIF" }];
  const { shipment } = await service.run(query, { id, first: 1 });
  expect(shipment.packages).toEqual([{ recoveredLabels: newest, purchases: [{ recoveredLabels: newest }] }]);
  const { errors } = await service.execute(query, { id, first: 101 });
  expect(errors?.[0]?.originalError).toMatchObject({ code: "BAD_USER_INPUT" });
});

it("gives the labels of all packages with one question", async () => {
  const { id, packages } = await buyAs("ZPL", 3);
  const { labels } = await recover({ shipmentId: id, format: "EPL" });
  expect(labels.map((label: { trackingNumber: string }) => label.trackingNumber)).toEqual(
    packages.map((pkg) => pkg.trackingNumber),
  );
  expect(new Set(labels.map((label: Label) => label.sha256)).size).toBe(3);
  expect(await requestCount(service, "RECOVER_LABEL")).toBe(1);
});

it("gives UPS's PDF as the one file for all packages that it is", async () => {
  const { packages } = await buyAs("PDF", 3);
  const { labels } = await recover({ packageId: packages[1]?.id, format: "PDF" });
  const [first] = packages as [Package];
  expect(labels).toMatchObject([
    { format: "PDF", isDerived: false, isForAllPackages: true, trackingNumber: first.trackingNumber },
  ]);
  const sent = await simulatedLabel(service, first.trackingNumber, "PDF");
  expect(Buffer.from(labels[0].base64, "base64").equals(sent)).toBe(true);
  expect((await PDFDocument.load(sent)).getPageCount()).toBe(3);
});

it("leaves out what is voided", async () => {
  const { id, packages } = await buyAs("ZPL", 2);
  await voidShipment(service, { shipmentId: id, packageIds: [packages[0]?.id] });
  const { labels } = await recover({ shipmentId: id, format: "GIF" });
  expect(labels).toMatchObject([{ trackingNumber: packages[1]?.trackingNumber }]);
  expect(await recover({ labelId: packages[0]?.label.id, format: "GIF" })).toEqual(
    refused("ALREADY_VOIDED", "labelId"),
  );
  expect(await recover({ packageId: packages[0]?.id, format: "GIF" })).toEqual(refused("ALREADY_VOIDED", "packageId"));
  await voidShipment(service, { shipmentId: id });
  expect(await recover({ shipmentId: id, format: "GIF" })).toEqual(refused("ALREADY_VOIDED", "shipmentId"));
});

it("lists recovered labels apart, and prints them no second time with the purchase", async () => {
  const { id } = await buyAs("ZPL");
  const { label } = await recover({ shipmentId: id, format: "EPL" });
  const list = `query { shippingLabels(filter: { isRecovered: true }, first: 1) { nodes { id } } }`;
  expect((await service.run(list)).shippingLabels.nodes).toEqual([{ id: label.id }]);
  const document = `query ($id: ID!) { shipment(id: $id) { labelsDocument { contentType } } }`;
  expect((await service.run(document, { id })).shipment.labelsDocument).toEqual({ contentType: "application/zpl" });
});

it("says that UPS has the label no more", async () => {
  const { id } = await buyAs("ZPL");
  await service.control.advanceClock(31 * 86_400);
  const answer = await recover({ shipmentId: id, format: "PDF" });
  await service.control.advanceClock(-31 * 86_400);
  expect(answer).toEqual(refused("RECOVERY_WINDOW_CLOSED", "shipmentId"));
  expect((await labelsOf(id))[0].recoveredLabels).toEqual([]);
});

it("says that UPS brings the label of a return itself", async () => {
  const { id } = await buyAs("ZPL");
  const { shipment } = await buyReturn(service, {
    outboundShipmentId: id,
    returnService: { kind: "ONE_PICKUP_ATTEMPT" },
  });
  for (const format of ["ZPL", "PDF"])
    expect(await recover({ shipmentId: shipment.id, format })).toEqual(refused("NOT_ALLOWED", "shipmentId"));
});

it("recovers the printed label of a return", async () => {
  const { id } = await buyAs("ZPL");
  const { shipment } = await buyReturn(service, { outboundShipmentId: id });
  expect((await recover({ shipmentId: shipment.id, format: "PDF" })).labels).toMatchObject([{ format: "PDF" }]);
});

it("says that UPS does not answer", async () => {
  const { id } = await buyAs("ZPL");
  await service.control.addFault({ operation: "RECOVER_LABEL", kind: "STATUS", status: 503, times: 9 });
  expect(await recover({ shipmentId: id, format: "GIF" })).toEqual(refused("CARRIER_UNAVAILABLE", "shipmentId"));
});

describe("refuses, without asking UPS,", () => {
  afterEach(async () => expect(await requestCount(service, "RECOVER_LABEL")).toBe(0));

  it("what is not bought", async () => {
    expect(await recover({ shipmentId: await draft(service), format: "GIF" })).toEqual(
      refused("NOT_ALLOWED", "shipmentId"),
    );
    await service.control.addFault({ operation: "SHIP", kind: "LOSE_ANSWER" });
    const { shipment } = await buy(service);
    expect(await recover({ shipmentId: shipment.id, format: "GIF" })).toEqual(refused("CONFLICT", "shipmentId"));
  });

  it.each([
    ["nothing", {}, "REQUIRED", "labelId"],
    ["two things", { labelId: "lab_1", shipmentId: "shp_1" }, "INVALID", "shipmentId"],
    ["an unknown label", { labelId: "lab_1" }, "NOT_FOUND", "labelId"],
    ["an unknown package", { packageId: "pkg_1" }, "NOT_FOUND", "packageId"],
    ["an unknown shipment", { shipmentId: "shp_1" }, "NOT_FOUND", "shipmentId"],
  ])("%s", async (_, input, code, field) => {
    expect(await recover({ ...input, format: "ZPL" })).toEqual(refused(code, field));
  });
});
