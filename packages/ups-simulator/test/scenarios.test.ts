import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Scenario } from "../src/scenario.js";
import { scenarios } from "../src/scenario-table.js";
import { noSuchDocument, push, remove, upload } from "./paperless-requests.js";
import {
  addressRequest,
  chicago,
  ownAccount,
  type RequestParts,
  rateRequest,
  recoveryRequest,
  shipRequest,
} from "./requests.js";
import {
  askToken,
  type Body,
  errorCode,
  type Reply,
  ratePath,
  recoveryPath,
  type SimulatedUps,
  shipPath,
  shopPath,
  startUps,
  trackPath,
  trackReferencePath,
  transitTimesPath,
  validateAddressPath,
  voidPath,
} from "./simulator-client.js";

let ups: SimulatedUps;
beforeEach(async () => {
  ups = await startUps({ now: () => new Date("2026-03-02T15:00:00Z") });
});
afterEach(() => ups.simulator.close());

/** A value that sets the scenario off. */
function trigger({ match, value }: Scenario): string {
  if (value === "bound-to-") return "bound-to-Z9Z9Z9";
  if (match === "is") return value;
  return match === "contains" ? `shop-${value}-1` : `A1B2C${value}`;
}

/** A request that carries the value at its place. */
function partsWith(scenario: Scenario): RequestParts {
  const value = trigger(scenario);
  switch (scenario.place) {
    case "account number":
      return { account: value };
    case "recipient postal code":
      return { to: { ...chicago, PostalCode: value } };
    case "recipient city":
      return { to: { ...chicago, City: value } };
    case "recipient name":
      return { toName: value };
    case "reference":
      return { pkg: { ReferenceNumber: [{ Value: value }] } };
    default:
      return {};
  }
}

const clientOf = (scenario: Scenario) => (scenario.place === "client id" ? trigger(scenario) : "test-client");
const secretOf = (scenario: Scenario) => (scenario.place === "client secret" ? trigger(scenario) : "test-secret");

/** How each operation answers under the scenario. */
async function ask(operation: string, scenario: Scenario): Promise<Reply> {
  if (operation === "TOKEN") return askToken(ups.simulator.url, clientOf(scenario), secretOf(scenario));
  const token = await ups.token(clientOf(scenario), secretOf(scenario));
  const parts = partsWith(scenario);
  switch (operation) {
    case "RATE":
      return ups.post(ratePath, rateRequest({ ...parts, pkg: {} }), token);
    case "SHIP":
      return ups.post(shipPath, shipRequest(parts), token);
    case "VOID":
      return ups.delete(`${voidPath}/1Z9999999999999999`, token);
    case "RECOVER_LABEL":
      return ups.post(recoveryPath, recoveryRequest({ reference: "PX" }), token);
    case "UPLOAD_DOCUMENT":
      return upload(ups, undefined, parts.account, token);
    case "PUSH_DOCUMENT":
      return push(ups, [noSuchDocument], "1Z9999999999999999", {}, token);
    case "DELETE_DOCUMENT":
      return remove(ups, noSuchDocument, parts.account, token);
    case "VALIDATE_ADDRESS":
      return ups.post(validateAddressPath, addressRequest(), token);
    case "LOCATE":
      return ups.post("/api/locations/v3/search/availabilities/1", {}, token);
    case "TRANSIT_TIMES":
      return ups.post(transitTimesPath, {}, token);
    case "TRACK":
      return ups.get(`${trackPath}/1Z9999999999999999`, token);
    default:
      return ups.get(`${trackReferencePath}/PX`, token);
  }
}

const named = (scenario: Scenario) => `${scenario.place} ${scenario.match} ${scenario.value}`;
const refusing = scenarios.flatMap((scenario) =>
  "refuse" in scenario.effect
    ? scenario.effect.refuse.flatMap((refusal) =>
        refusal.operations.map((operation) => [named(scenario), operation, refusal, scenario] as const),
      )
    : [],
);

it.each(refusing)("%s: %s is refused as the table says", async (_, operation, refusal, scenario) => {
  const answer = await ask(operation, scenario);
  expect([answer.status, errorCode(answer)]).toEqual([refusal.status, refusal.code]);
  expect(await ups.control.ledger()).toEqual([]);
});

const allOperations = ["TOKEN", "RATE", "SHIP"];
const untouched = scenarios.flatMap((scenario) => {
  const refused = "refuse" in scenario.effect ? scenario.effect.refuse.flatMap(({ operations }) => operations) : [];
  const isEverythingElseFine = !("bindsAccount" in scenario.effect) && scenario.place !== "client secret";
  const fine = allOperations.filter((operation) => !(refused as string[]).includes(operation));
  return isEverythingElseFine ? fine.map((operation) => [named(scenario), operation, scenario] as const) : [];
});

it.each(untouched)("%s: %s works as usual", async (_, operation, scenario) => {
  expect((await ask(operation, scenario)).status).toBe(200);
});

it("binds an app to its account: others are refused, their shipments not found", async () => {
  const token = await ups.token("bound-to-Z9Z9Z9");
  expect(errorCode(await ups.post(ratePath, rateRequest(), token))).toBe("112111");
  expect(errorCode(await ups.post(shipPath, shipRequest(), token))).toBe("120100");
  expect((await ups.post(ratePath, rateRequest({ account: "Z9Z9Z9" }), token)).status).toBe(200);
  const foreign = await ups.control.bookBehindTheBack({ shipperNumber: ownAccount, reference: "PX" });
  const number = foreign.shipmentIdentificationNumber;
  expect(errorCode(await ups.delete(`${voidPath}/${number}`, token))).toBe("190102");
  expect(errorCode(await ups.post(recoveryPath, recoveryRequest({ trackingNumber: number }), token))).toBe("9801031");
});

it("gives short-lived apps tokens of a minute", async () => {
  const { body } = await askToken(ups.simulator.url, "short-lived-shop");
  expect(body.expires_in).toBe("60");
  await ups.control.advanceClock(60);
  expect((await ups.post(ratePath, rateRequest(), body.access_token)).status).toBe(401);
});

it("lists services of contracts when shopping, whether or not they can be had", async () => {
  const token = await ups.token("contract-services");
  const { body } = await ups.post(shopPath, rateRequest(), token);
  const codes = body.RateResponse.RatedShipment.map(({ Service }: Body) => Service.Code);
  expect(codes).toEqual(expect.arrayContaining(["03", "93", "70", "17", "75", "9Z"]));
  for (const service of ["70", "75", "9Z"])
    expect(errorCode(await ups.post(shipPath, shipRequest({ service }), token))).toBe("121100");
});

it("leaves negotiated prices out for accounts that end in N, and says so", async () => {
  const rate: Body = (await ups.post(ratePath, rateRequest({ account: "A1B2CN" }))).body.RateResponse;
  expect(rate.RatedShipment[0].NegotiatedRateCharges).toBeUndefined();
  expect(rate.Response.Alert.map((alert: Body) => alert.Code)).toEqual(["110971", "120900"]);
  const ship: Body = (await ups.post(shipPath, shipRequest({ account: "A1B2CN" }))).body.ShipmentResponse;
  expect(ship.ShipmentResults.NegotiatedRateCharges).toBeUndefined();
  expect(ship.Response.Alert.map((alert: Body) => alert.Code)).toEqual(["120900"]);
});

it("alerts that an address was reclassified", async () => {
  const { body } = await ups.post(ratePath, rateRequest({ to: { ...chicago, City: "Reclassified" } }));
  expect(body.RateResponse.Response.Alert.map((alert: Body) => alert.Code)).toContain("110920");
});

it("is told in the README, row by row", () => {
  const readme = readFileSync(join(__dirname, "../README.md"), "utf8");
  const rows = scenarios.map(
    ({ place, match, value, meaning }) => `| ${place} | ${match} | \`${value}\` | ${meaning} |`,
  );
  expect(rows.length).toBeGreaterThan(10);
  for (const row of rows) expect(readme).toContain(row);
  expect(readme.match(/^\| (client|account|recipient|reference)/gm)).toHaveLength(rows.length);
});
