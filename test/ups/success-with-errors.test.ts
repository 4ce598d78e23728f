import { anAccount, aRateRequest, aShipRequest } from "./builders.js";
import { type SimulatedUps, startSimulatedUps } from "./simulated-ups.js";

/*
 * HTTP says 200, the body holds UPS's errors and no ShipmentResponse. Nobody has recorded it of Ship: only what UPS's
 * tables call a plain refusal ends a purchase, all else leaves it to be looked up.
 */
let ups: SimulatedUps;
beforeAll(async () => {
  ups = await startSimulatedUps();
});
beforeEach(() => ups.reset());
afterAll(() => ups.close());

const context = { purchaseId: null };
const ship = async (fault: object) => {
  await ups.control.addFault({ operation: "SHIP", kind: "REFUSE", code: "", ...fault } as never);
  return ups.adapter.ship(anAccount(), aShipRequest(), context);
};

it.each([
  ["ADDRESS", "120206"],
  ["LANE", "121210"],
  ["WEIGHT", "121031"],
  ["OPTION", "120523"],
  ["LABEL", "120702"],
  ["REQUEST, of Ship", "120508"],
  ["ACCOUNT", "120100"],
  ["NO_CONTRACT", "126001"],
])("a hard refusal (%s) is one in a 200 too", async (_class, code) => {
  expect((await ship({ code, status: 200 })).kind).toMatch(/^(REJECTED|ACCOUNT_REFUSED)$/);
});

it.each([
  ["transient", "120001"],
  ["transient, of every product", "20001"],
  ["the gateway's limit of requests", "10429"],
  ["the gateway's, of the token", "250002"],
  ["the gateway's, of credentials", "250003"],
  ["the gateway's, of the message", "10002"],
  ["the gateway's, of a field", "20007"],
  ["asked for before", "120021"],
  ["a notice that goes with a success", "120022"],
  ["a notice about prices", "120900"],
  ["of voids", "190117"],
  ["of recovery", "9801031"],
  ["voided", "9801040"],
  ["of Locator", "350201"],
  ["not known", "999999"],
])("what is no hard refusal (%s: %s) leaves a purchase UNKNOWN", async (_class, code) => {
  const before = (await ups.control.ledger()).length;
  const outcome = await ship({ code, status: 200, afterProcessing: true });
  expect(outcome).toMatchObject({ kind: "UNKNOWN", messages: [{ code }] });
  expect(await ups.control.ledger()).toHaveLength(before + 1);
});

it.each(["120021", "120022", "9801040"])(
  "headers with %s beside an empty body prove no refusal either",
  async (code) => {
    expect(await ship({ kind: "HEADER_REFUSAL", code, body: "NONE" })).toMatchObject({ kind: "UNKNOWN" });
  },
);

it("is a plain refusal of a question, which owes nothing", async () => {
  await ups.control.addFault({ operation: "RATE", kind: "REFUSE", code: "20007", status: 200 });
  expect(await ups.adapter.rate(anAccount(), aRateRequest(), context)).toMatchObject({ kind: "REJECTED" });
});
