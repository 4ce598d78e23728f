import { parseRecovery } from "../../src/ups/shipping/parse-recovery.js";
import { serialiseRecovery } from "../../src/ups/shipping/serialise-recovery.js";
import { parseTrackByReference } from "../../src/ups/tracking/parse-track-by-reference.js";
import { trackByReferencePath } from "../../src/ups/tracking/serialise-track-by-reference.js";
import { answered } from "../../src/ups/words/alerts.js";
import { anAccount, aPackage, aShipRequest, someDetails } from "./builders.js";
import { fixture } from "./fixtures.js";
import { type SimulatedUps, startSimulatedUps } from "./simulated-ups.js";

const ourReference = "R0000000000001";

describe("the Label Recovery request", () => {
  it("asks by reference and shipper number, the format beside the request", () => {
    expect(serialiseRecovery(anAccount(), { labelFormat: "ZPL", carrierReference: ourReference })).toEqual({
      LabelRecoveryRequest: {
        Request: { SubVersion: "1903" },
        LabelSpecification: { LabelImageFormat: { Code: "ZPL" }, LabelStockSize: { Height: "6", Width: "4" } },
        ReferenceValues: { ReferenceNumber: { Value: ourReference }, ShipperNumber: "0A1B2C" },
      },
    });
  });

  it("asks by tracking number, for a GIF where a PDF is wanted", () => {
    expect(serialiseRecovery(anAccount(), { labelFormat: "PDF", trackingNumber: "1Z1" })).toEqual({
      LabelRecoveryRequest: {
        Request: { SubVersion: "1903" },
        LabelSpecification: {
          HTTPUserAgent: "Mozilla/4.5",
          LabelImageFormat: { Code: "GIF" },
        },
        TrackingNumber: "1Z1",
      },
    });
  });
});

it("asks UPS for its own PDF only where that is wanted", () => {
  const formatOf = (isCarrierPdf: boolean) =>
    serialiseRecovery(anAccount(), { labelFormat: "PDF", isCarrierPdf, trackingNumber: "1Z1" }).LabelRecoveryRequest
      .LabelSpecification;
  expect(formatOf(true)).toEqual({ LabelImageFormat: { Code: "PDF" } });
  expect(formatOf(false)).toMatchObject({ LabelImageFormat: { Code: "GIF" } });
});

describe("the Label Recovery answer", () => {
  it("reads one label given as an object, its format in lower case, beside empty containers", () => {
    expect(parseRecovery(fixture("label-recovery", "one-label-with-empty-containers"))?.value).toEqual({
      found: "ONE",
      shipment: {
        shipmentIdentificationNumber: "1Z0A1B2C0300000014",
        charges: null,
        chargeItems: [],
        packages: [
          {
            trackingNumber: "1Z0A1B2C0300000014",
            label: { format: "ZPL", contentType: "application/zpl", bytes: Buffer.from("^XA^FDone^FS^XZ\n") },
            chargeItems: [],
          },
        ],
        documents: [],
        unreadableDocuments: [],
      },
    });
  });

  it("reads all labels of one shipment", () => {
    const answer = parseRecovery(fixture("label-recovery", "two-labels"))?.value;
    expect(answer).toMatchObject({
      found: "ONE",
      shipment: { packages: [{ trackingNumber: "1Z0A1B2C0300000014" }, { trackingNumber: "1Z0A1B2C0300000023" }] },
    });
  });

  it("reads several shipments as candidates", () => {
    expect(parseRecovery(fixture("label-recovery", "several-shipments"))?.value).toEqual({
      found: "SEVERAL",
      trackingNumbers: ["1Z0A1B2C0300000014", "1Z0A1B2C0300000023"],
    });
  });
});

it("does not take a recovery without labels for 'nothing was bought'", () => {
  const Response = { ResponseStatus: { Code: "1" } };
  expect(parseRecovery({ LabelRecoveryResponse: { Response, LabelResults: "" } })).toBeNull();
});

describe("Track by reference", () => {
  it("asks from a day before, by shipper", () => {
    const since = new Date("2025-06-02T01:00:00Z");
    expect(trackByReferencePath(anAccount(), ourReference, since)).toBe(
      "/api/track/v1/reference/details/R0000000000001?locale=en_US&fromPickUpDate=20250601&shipperNum=0A1B2C&refNumType=SmallPackage",
    );
  });

  it.each([
    ["two-packages", ["1Z0A1B2C0300000014", "1Z0A1B2C0300000023"]],
    ["one-package-as-object", ["1Z0A1B2C0300000014"]],
    ["not-found", []],
  ])("reads %s", (name, expected) => {
    expect(parseTrackByReference(fixture("track-by-reference", name))).toEqual(answered(expected));
  });

  it("does not take an answer without numbers and without 'not found' for 'not found'", () => {
    expect(parseTrackByReference({ trackResponse: { shipment: [{}] } })).toBeNull();
  });
});

describe("the search for a purchase whose answer was lost", () => {
  let ups: SimulatedUps;
  beforeAll(async () => {
    ups = await startSimulatedUps();
  });
  beforeEach(() => ups.reset());
  afterAll(() => ups.close());

  const context = { purchaseId: null };
  const recover = (carrierReference: string) =>
    ups.adapter.recoverLabels(anAccount(), { labelFormat: "ZPL", carrierReference }, context);
  const find = (reference: string) => ups.adapter.findByReference(anAccount(), reference, new Date(), context);

  it("finds numbers and labels by our reference", async () => {
    await ups.control.addFault({ operation: "SHIP", kind: "LOSE_ANSWER" });
    const details = someDetails({ packages: [aPackage({ reference: "box 1" }), aPackage()], reference: "PO 4711" });
    const request = aShipRequest({ details, carrierReference: ourReference, labelFormat: "ZPL" });
    expect(await ups.adapter.ship(anAccount(), request, context)).toMatchObject({ kind: "UNKNOWN" });
    const [booked] = await ups.control.ledger();
    const numbers = booked?.packages.map((pkg) => pkg.trackingNumber);
    const found = await recover(ourReference);
    if (found.kind !== "ANSWERED" || found.value.found !== "ONE") throw new Error("not found");
    expect(found.value.shipment.packages.map((pkg) => pkg.trackingNumber)).toEqual(numbers);
    expect(found.value.shipment.packages.every((pkg) => (pkg.label?.bytes.length ?? 0) > 0)).toBe(true);
    expect(await find(ourReference)).toMatchObject({ kind: "ANSWERED", value: numbers });
  });

  it("finds nothing under a reference that was never used", async () => {
    expect(await recover("R9999999999999")).toMatchObject({ kind: "ANSWERED", value: { found: "NONE" } });
    expect(await find("R9999999999999")).toMatchObject({ kind: "ANSWERED", value: [] });
  });

  it("finds two shipments under one reference", async () => {
    for (const _twice of [1, 2]) {
      const request = aShipRequest({ carrierReference: "R0000000000002", labelFormat: "ZPL" });
      await ups.adapter.ship(anAccount(), request, context);
    }
    const found = await recover("R0000000000002");
    if (found.kind !== "ANSWERED" || found.value.found !== "SEVERAL") throw new Error("not several");
    expect(found.value.trackingNumbers).toHaveLength(2);
  });

  it("recovers by tracking number", async () => {
    const request = aShipRequest({ carrierReference: "R0000000000003", labelFormat: "GIF" });
    const bought = await ups.adapter.ship(anAccount(), request, context);
    if (bought.kind !== "ANSWERED") throw new Error(bought.kind);
    const [pkg] = bought.value.packages;
    const trackingNumber = pkg?.trackingNumber ?? "";
    const found = await ups.adapter.recoverLabels(anAccount(), { labelFormat: "GIF", trackingNumber }, context);
    if (found.kind !== "ANSWERED" || found.value.found !== "ONE") throw new Error("not found");
    expect(found.value.shipment.packages[0]?.label?.bytes.equals(pkg?.label?.bytes ?? Buffer.alloc(0))).toBe(true);
  });

  it("never reads an outage or an unknown refusal as 'nothing was bought'", async () => {
    await ups.control.addFault({ operation: "RECOVER_LABEL", kind: "STATUS", status: 503, times: 10 });
    expect(await recover("R9999999999999")).toMatchObject({ kind: "UNAVAILABLE", reason: "CARRIER_FAULT" });
    await ups.control.clearFaults();
    const nameless = await ups.adapter.recoverLabels(anAccount(), { labelFormat: "GIF", trackingNumber: "" }, context);
    expect(nameless).toMatchObject({ kind: "REJECTED" });
  });
});
