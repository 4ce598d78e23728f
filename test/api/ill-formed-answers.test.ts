import { classify } from "../../src/ups/wire/classify.js";
import { jsonText } from "../../src/ups/wire/wire.js";
import { type AlteredSimulator, startAlteredSimulator } from "../support/altered-simulator.js";
import { aKey, aShipment } from "../support/purchases.js";
import { newYork, seedAccount } from "../support/seed.js";
import { startTestService, type TestService } from "../support/service.js";

/** What UPS's texts begin with here: half of a pair, and NUL. */
const oddities = String.raw`\udc00\u0000`;

let simulator: AlteredSimulator;
let service: TestService;
beforeAll(async () => {
  simulator = await startAlteredSimulator((answer) => ({
    bytes: answer.toString().replaceAll(/"(Description|description|message)":"/g, `$&${oddities}`),
  }));
  service = await startTestService({ upsUrl: simulator.url });
  await seedAccount(service);
});
afterAll(async () => {
  await service?.close();
  await simulator?.close();
});

const buy = `mutation ($input: PurchaseLabelInput!) { purchaseLabel(input: $input) {
  purchase { state } carrierMessages { carrierErrorCode text } userErrors { code carrierErrorCode message }
  shipment { packages { trackingNumber } } } }`;

const buyTo = async (shipTo: object) => {
  const input = { idempotencyKey: aKey(), shipment: aShipment({ shipTo: { ...newYork, ...shipTo } }) };
  return (await service.run(buy, { input })).purchaseLabel;
};

it("a label is bought and kept whatever stands in the texts beside it", async () => {
  const { purchase, carrierMessages, shipment } = await buyTo({ city: "Reclassified" });
  expect([purchase.state, shipment.packages]).toEqual(["PURCHASED", [{ trackingNumber: expect.any(String) }]]);
  expect(carrierMessages).toContainEqual({ carrierErrorCode: "110920", text: expect.stringMatching(/^\ufffd[^\0]+$/) });
});

it("a refusal is told and kept", async () => {
  const { purchase, userErrors } = await buyTo({ name: "Refused Recipient", company: undefined });
  expect(purchase.state).toBe("REJECTED");
  expect(userErrors).toEqual([expect.objectContaining({ code: "CARRIER_REJECTED", carrierErrorCode: "121000" })]);
});

it("a package is followed", async () => {
  const { shipment } = await buyTo({});
  const { trackingNumber } = shipment.packages[0];
  const { refreshTracker } = await service.run(
    `mutation ($number: String!) { refreshTracker(input: { trackingNumber: $number, carrierCode: "UPS" }) {
      tracker { events(first: 5) { description } } userErrors { code } } }`,
    { number: trackingNumber },
  );
  expect(refreshTracker).toMatchObject({ tracker: { events: expect.any(Array) }, userErrors: [] });
});

it("what is sent to UPS holds no half of a letter, whatever was shortened", () => {
  expect(JSON.parse(jsonText({ a: ["🙂", "🙂".slice(0, 1)], b: { c: 1, d: "e\0" } }))).toEqual({
    a: ["🙂", "\ufffd"],
    b: { c: 1, d: "e" },
  });
});

it.each([
  ["lists", "[", "]"],
  ["objects", '{"a":', "}"],
])("an answer of %s that lie inside each other without end is none, and ends nobody's stack", (_, open, close) => {
  const body = Buffer.from(`${open.repeat(200_000)}1${close.repeat(200_000)}`);
  const answer = { kind: "ANSWER", status: 200, retryAfter: null, errorInHeaders: null, carrierTransactionId: null };
  const verdict = classify({ ...answer, kind: "ANSWER", body }, new Date());
  expect(verdict).toMatchObject({ kind: "FAULT", reason: "PROTOCOL_ERROR", isProcessed: "MAYBE" });
});
