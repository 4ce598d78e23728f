import { parseDocuments } from "../../src/ups/shipping/parse-documents.js";
import { parseRecovery } from "../../src/ups/shipping/parse-recovery.js";
import { parseShip } from "../../src/ups/shipping/parse-ship.js";
import { anAccount, anAddress, aPackage, aShipRequest, someDetails } from "./builders.js";
import { type SimulatedUps, startSimulatedUps } from "./simulated-ups.js";

const base64 = (text: string) => Buffer.from(text).toString("base64");
const page = { ImageFormat: { Code: "HTML" }, GraphicImage: base64("<p>turn in</p>") };
const log = (Code: string) => ({
  ImageFormat: { Code },
  GraphicImage: base64(Code === "ZPL" ? "^XA^XZ" : "printed by name"),
});

const answer = (papers: object) => ({
  ShipmentResponse: {
    Response: { ResponseStatus: { Code: "1" } },
    ShipmentResults: {
      ShipmentIdentificationNumber: "1Z1",
      PackageResults: {
        TrackingNumber: "1Z1",
        ShippingLabel: { ImageFormat: { Code: "ZPL" }, GraphicImage: base64("^XA^XZ") },
      },
      ...papers,
    },
  },
});
const papersOf = (papers: object) =>
  parseShip(answer(papers), 1)?.value.documents.map(({ kind, contentType }) => [kind, contentType]);

it.each([
  ["as UPS writes it", { CODTurnInPage: { Image: page } }],
  ["as a list of one", { CODTurnInPage: [{ Image: page }] }],
])("reads the turn-in page %s", (_how, papers) => {
  expect(papersOf(papers)).toEqual([["COD_TURN_IN", "text/html"]]);
});

it.each([
  ["two of a thermal printer", { ControlLogReceipt: [log("ZPL"), log("ZPL")] }, ["application/zpl", "application/zpl"]],
  ["one, written as an object", { ControlLogReceipt: log("EPL") }, ["application/epl"]],
  ["none, written as text", { ControlLogReceipt: "", CODTurnInPage: "" }, []],
])("reads logs of high values: %s", (_how, papers, expected) => {
  expect(papersOf(papers)).toEqual(expected.map((contentType) => ["HIGH_VALUE_REPORT", contentType]));
});

it("loses no label over a paper that cannot be read", () => {
  const parsed = parseShip(answer({ ControlLogReceipt: [{ ImageFormat: { Code: "DOC" }, GraphicImage: "" }] }), 1);
  expect(parsed?.value).toMatchObject({ documents: [], unreadableDocuments: ["HIGH_VALUE_REPORT"] });
  const nothing = { Form: [], CODTurnInPage: [], HighValueReport: [], ControlLogReceipt: [] };
  expect(parseDocuments(nothing, [])).toEqual({ documents: [], unreadableDocuments: [] });
});

describe("the second label", () => {
  const signed = (written: unknown) => ({
    PackageResults: {
      TrackingNumber: "1Z1",
      ShippingLabel: {
        ...{ ImageFormat: { Code: "ZPL" }, GraphicImage: base64("^XA^XZ") },
        InternationalSignatureGraphicImage: written,
      },
    },
  });

  const secondOf = (written: unknown) =>
    parseShip(answer(signed(written)), 1)?.value.packages.map(({ signatureLabel }) => signatureLabel?.contentType);

  it("is kept as what its bytes are", () => {
    expect(secondOf(base64("\n^XA\r\n^LRN\r\n^XZ"))).toEqual(["application/zpl"]);
  });

  it.each([[""], [null], [undefined], [[]]])("is none where UPS writes %j", (written) => {
    expect(secondOf(written)).toEqual([undefined]);
  });

  it("comes back with a recovered label", () => {
    const LabelImage = {
      ...{ LabelImageFormat: { Code: "ZPL" }, GraphicImage: base64("^XA^XZ") },
      InternationalSignatureGraphicImage: base64("^XA^XZ"),
    };
    const LabelRecoveryResponse = {
      Response: { ResponseStatus: { Code: "1" } },
      LabelResults: [{ TrackingNumber: "1Z1", LabelImage }],
    };
    expect(parseRecovery({ LabelRecoveryResponse })?.value).toMatchObject({
      shipment: { documents: [], packages: [{ signatureLabel: { format: "ZPL", contentType: "application/zpl" } }] },
    });
  });
});

describe("at the simulator", () => {
  let ups: SimulatedUps;
  beforeAll(async () => {
    ups = await startSimulatedUps();
  });
  afterAll(() => ups.close());

  it.each([
    ["999", 0],
    ["999.01", 2],
  ])("a package worth %s brings %i copies", async (amount, copies) => {
    const details = someDetails({ packages: [aPackage({ declaredValue: { amount, currencyCode: "USD" } })] });
    const outcome = await ups.adapter.ship(anAccount(), aShipRequest({ details }), { purchaseId: null });
    if (outcome.kind !== "ANSWERED") throw new Error(JSON.stringify(outcome));
    expect(outcome.value.documents.map(({ kind }) => kind)).toEqual(Array(copies).fill("HIGH_VALUE_REPORT"));
  });

  it.each([
    ["ZPL", "ZPL", ["SIGNATURE_WANTED"]],
    ["GIF", undefined, []],
  ] as const)("a %s label across the border brings a second one to sign: %j", async (labelFormat, format, codes) => {
    const details = someDetails({ shipTo: anAddress("berlin"), packages: [aPackage({ description: "Books" })] });
    const request = aShipRequest({ details, labelFormat, serviceCode: "UPS_WORLDWIDE_SAVER" });
    const outcome = await ups.adapter.ship(anAccount(), request, { purchaseId: null });
    if (outcome.kind !== "ANSWERED") throw new Error(JSON.stringify(outcome));
    expect(outcome.value.packages.map(({ signatureLabel }) => signatureLabel?.format)).toEqual([format]);
    expect(outcome.messages.map(({ code }) => code).filter((code) => code.startsWith("SIGN"))).toEqual(codes);
  });
});
