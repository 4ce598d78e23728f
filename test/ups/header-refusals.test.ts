import type { Fault } from "@shipping-subgraph/ups-simulator/faults/fault.js";
import { anAccount, anAddress, aRateRequest, aShipRequest } from "./builders.js";
import { type SimulatedUps, startSimulatedUps } from "./simulated-ups.js";

let ups: SimulatedUps;
beforeAll(async () => {
  ups = await startSimulatedUps();
});
beforeEach(() => ups.reset());
afterAll(() => ups.close());

const context = { purchaseId: null };
const number = "1Z12345E0305271640";
const calls: [Fault["operation"], () => Promise<{ kind: string; messages: { code: string }[] }>][] = [
  ["RATE", () => ups.adapter.rate(anAccount(), aRateRequest(), context)],
  ["SHIP", () => ups.adapter.ship(anAccount(), aShipRequest(), context)],
  [
    "VOID",
    () => ups.adapter.voidShipment(anAccount(), { shipmentIdentificationNumber: number, trackingNumbers: [] }, context),
  ],
  [
    "RECOVER_LABEL",
    () => ups.adapter.recoverLabels(anAccount(), { labelFormat: "GIF", trackingNumber: number }, context),
  ],
  ["TRACK", () => ups.adapter.track(anAccount(), number, context)],
  ["TRACK_BY_REFERENCE", () => ups.adapter.findByReference(anAccount(), "R1", new Date(), context)],
  ["VALIDATE_ADDRESS", () => ups.adapter.addressValidation.validate(anAccount(), anAddress("newYork"), context)],
  ["LOCATE", () => ups.adapter.locations.find(anAccount(), { accessPointId: "U20000002", countryCode: "CA" }, context)],
  ["DELETE_DOCUMENT", () => ups.adapter.documents.delete(anAccount(), "2013-12-04-00.15.33.207814", context)],
];

describe.each(calls)("%s", (operation, call) => {
  it.each([
    [200, "NONE"],
    [200, "EMPTY_OBJECT"],
    [200, "HTML"],
    [400, "NONE"],
    [404, "HTML"],
  ] as const)("is refused by headers beside %i and a body of %s", async (status, body) => {
    await ups.control.addFault({ operation, kind: "HEADER_REFUSAL", code: "120541", status, body });
    expect(await call()).toMatchObject({
      kind: "REJECTED",
      messages: [{ code: "120541", text: "The shipment was refused." }],
    });
    expect(ups.calls.at(-1)).toMatchObject({ httpStatus: status, carrierErrorCode: "120541" });
    expect(ups.calls.at(-1)?.carrierTransactionId).toMatch(/^sim/);
  });

  it.each(["20001", "10429", "250002", "120100"])("is not the input's fault by headers with %s", async (code) => {
    await ups.control.addFault({ operation, kind: "HEADER_REFUSAL", code, times: 3 });
    const { kind } = await call();
    const unspent = code === "10429" ? "NOT_SENT" : "UNKNOWN";
    const passing = operation === "SHIP" ? unspent : "UNAVAILABLE";
    expect(kind).toBe(code.startsWith("2500") || code === "120100" ? "ACCOUNT_REFUSED" : passing);
  });
});

it.each([
  ["120900", "NONE"],
  ["129002", "HTML"],
] as const)("a notice %s in the headers of an answer that is lost is no refusal of a purchase", async (code, body) => {
  await ups.control.addFault({ operation: "SHIP", kind: "HEADER_REFUSAL", code, status: 200, body });
  expect(await ups.adapter.ship(anAccount(), aShipRequest(), context)).toMatchObject({ kind: "UNKNOWN" });
});
