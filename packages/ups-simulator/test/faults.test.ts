import { setTimeout as sleep } from "node:timers/promises";
import type { Fault } from "../src/faults/fault.js";
import { rateRequest, recoveryRequest, shipRequest } from "./requests.js";
import {
  askToken,
  type Body,
  errorCode,
  ratePath,
  recoveryPath,
  type SimulatedUps,
  shipPath,
  startUps,
  trackPath,
  voidPath,
} from "./simulator-client.js";

let ups: SimulatedUps;
beforeEach(async () => {
  ups = await startUps({ now: () => new Date("2026-03-02T15:00:00Z") });
});
afterEach(() => ups.simulator.close());

const buy = () => ups.post(shipPath, shipRequest({ pkg: { ReferenceNumber: [{ Value: "PFAULT" }] } }));
const booked = async () => (await ups.control.ledger()).length;
const recovered = async () => (await ups.post(recoveryPath, recoveryRequest({ reference: "PFAULT" }))).status;
const lastRequest = async () => (await ups.control.requests()).at(-1);

/** Buys, and hangs up when no answer has come in a while after the fault befell the request; gives how that ended. */
async function giveUpOn(fault: Fault["kind"]): Promise<unknown> {
  const headers = { authorization: `Bearer ${await ups.token()}` };
  const client = new AbortController();
  const request = { method: "POST", headers, body: JSON.stringify(shipRequest()), signal: client.signal };
  const answer = fetch(ups.simulator.url + shipPath, request).catch((error) => error);
  await ups.met(fault);
  await Promise.race([answer, sleep(200)]);
  client.abort();
  return answer;
}

it("RESET_BEFORE cuts the connection and books nothing, once", async () => {
  await ups.control.addFault({ operation: "SHIP", kind: "RESET_BEFORE" });
  await expect(buy()).rejects.toMatchObject({ cause: { code: "ECONNRESET" } });
  expect(await booked()).toBe(0);
  expect(await lastRequest()).toMatchObject({ operation: "SHIP", status: null, fault: "RESET_BEFORE" });
  expect((await buy()).status).toBe(200);
});

it("LOSE_ANSWER books and then cuts the connection; recovery finds the label", async () => {
  await ups.control.addFault({ operation: "SHIP", kind: "LOSE_ANSWER" });
  await expect(buy()).rejects.toMatchObject({ cause: { code: "ECONNRESET" } });
  expect(await booked()).toBe(1);
  expect(await recovered()).toBe(200);
});

it.each([0, 0.5, 0.99])("HALF_BODY books and sends %d of what it announces", async (fraction) => {
  await ups.control.addFault({ operation: "SHIP", kind: "HALF_BODY", fraction });
  await expect(buy()).rejects.toThrow();
  expect(await booked()).toBe(1);
});

it("HANG never answers and books nothing", async () => {
  await ups.control.addFault({ operation: "SHIP", kind: "HANG" });
  expect(await giveUpOn("HANG")).toMatchObject({ name: "AbortError" });
  expect(await booked()).toBe(0);
});

it("HANG with a limit closes the connection in the end", async () => {
  await ups.control.addFault({ operation: "SHIP", kind: "HANG", seconds: 0.05 });
  await expect(buy()).rejects.toMatchObject({ cause: { code: "UND_ERR_SOCKET" } });
});

it("BOOK_LATE never answers; the booking happens on the simulator's clock, even days later", async () => {
  await ups.control.addFault({ operation: "SHIP", kind: "BOOK_LATE", afterSeconds: 3 * 86_400 });
  expect(await giveUpOn("BOOK_LATE")).toMatchObject({ name: "AbortError" });
  await ups.control.advanceClock(3 * 86_400 - 1);
  expect(await booked()).toBe(0);
  await ups.control.advanceClock(10);
  expect((await ups.control.ledger()).map((shipment) => shipment.bookedAt)).toEqual(["2026-03-05T15:00:00.000Z"]);
});

it("RATE_LIMIT answers 429 10429, with Retry-After only when asked", async () => {
  await ups.control.addFault({ operation: "RATE", kind: "RATE_LIMIT" });
  const bare = await ups.post(ratePath, rateRequest());
  expect([bare.status, errorCode(bare), bare.headers.get("retry-after")]).toEqual([429, "10429", null]);
  await ups.control.addFault({ operation: "RATE", kind: "RATE_LIMIT", retryAfter: "7" });
  expect((await ups.post(ratePath, rateRequest())).headers.get("retry-after")).toBe("7");
});

it("STATUS answers a server error, before or after booking", async () => {
  await ups.control.addFault({ operation: "SHIP", kind: "STATUS", status: 503 });
  const before = await buy();
  expect([before.status, errorCode(before), await booked()]).toEqual([503, "10004", 0]);
  await ups.control.addFault({ operation: "SHIP", kind: "STATUS", status: 500, afterProcessing: true });
  expect([(await buy()).status, await booked()]).toEqual([500, 1]);
});

it("HTML answers a page instead of JSON, also with status 200", async () => {
  await ups.control.addFault({ operation: "SHIP", kind: "HTML" });
  const page = await buy();
  expect([page.status, page.headers.get("content-type"), await booked()]).toEqual([200, "text/html", 0]);
  await ups.control.addFault({ operation: "TOKEN", kind: "HTML", status: 401 });
  expect((await askToken(ups.simulator.url)).status).toBe(401);
});

it("DELAY answers as usual, later", async () => {
  await ups.control.addFault({ operation: "RATE", kind: "DELAY", seconds: 0.1 });
  const start = performance.now();
  expect((await ups.post(ratePath, rateRequest())).status).toBe(200);
  expect(performance.now() - start).toBeGreaterThan(95);
});

it("HOLD does nothing until it is released, then answers as usual", async () => {
  await ups.control.addFault({ operation: "SHIP", kind: "HOLD" });
  const held = buy();
  await ups.met("HOLD");
  expect([await booked(), (await lastRequest())?.status]).toEqual([0, null]);
  expect((await buy()).status).toBe(200);
  await ups.control.release();
  expect([(await held).status, await booked()]).toEqual([200, 2]);
});

it("REDIRECT answers 308 to a place of the test's choice", async () => {
  await ups.control.addFault({ operation: "RATE", kind: "REDIRECT", location: "http://127.0.0.1:1/elsewhere" });
  const headers = { authorization: `Bearer ${await ups.token()}` };
  const answer = await fetch(ups.simulator.url + ratePath, { method: "POST", headers, body: "{}", redirect: "manual" });
  expect([answer.status, answer.headers.get("location")]).toEqual([308, "http://127.0.0.1:1/elsewhere"]);
});

it("HUGE_BODY sends so many megabytes of JSON", async () => {
  await ups.control.addFault({ operation: "RATE", kind: "HUGE_BODY", megabytes: 3 });
  const { body } = await ups.post(ratePath, rateRequest());
  expect(body.padding).toHaveLength(3 * 1024 * 1024);
});

it.each([
  [false, 0],
  [true, 1],
])("REFUSE refuses with the code that it is given, its work done: %s", async (afterProcessing, booked) => {
  await ups.control.addFault({ operation: "SHIP", kind: "REFUSE", code: "120001", afterProcessing });
  const answer = await ups.post(shipPath, shipRequest());
  expect([answer.status, errorCode(answer)]).toEqual([400, "120001"]);
  expect(await ups.control.ledger()).toHaveLength(booked);
});

it("HEADER_REFUSAL stands beside another status and body too", async () => {
  await ups.control.addFault({ operation: "RATE", kind: "HEADER_REFUSAL", code: "111210", status: 400, body: "HTML" });
  const headers = { authorization: `Bearer ${await ups.token()}` };
  const response = await fetch(ups.simulator.url + ratePath, { method: "POST", headers, body: "{}" });
  expect([response.status, response.headers.get("errorcode")]).toEqual([400, "111210"]);
  expect(await response.text()).toContain("<html>");
});

it("gives each answer a transaction number of its own, as UPS's own systems do", async () => {
  const numbers = [];
  for (const _twice of [1, 2]) {
    const headers = { authorization: `Bearer ${await ups.token()}` };
    numbers.push((await fetch(ups.simulator.url + ratePath, { method: "POST", headers })).headers.get("bkndtransid"));
  }
  expect(new Set(numbers).size).toBe(2);
  const seen = (await ups.control.requests()).filter(({ operation }) => operation === "RATE");
  expect(seen.map(({ backendTransactionId }) => backendTransactionId)).toEqual(numbers);
});

it("HEADER_REFUSAL refuses in headers alone, and books nothing", async () => {
  await ups.control.addFault({ operation: "SHIP", kind: "HEADER_REFUSAL", code: "120100" });
  const response = await fetch(`${ups.simulator.url}${shipPath}`, {
    method: "POST",
    headers: { authorization: `Bearer ${await ups.token()}`, "content-type": "application/json" },
    body: JSON.stringify(shipRequest()),
  });
  expect([response.status, await response.text()]).toEqual([200, ""]);
  expect(Object.fromEntries(response.headers)).toMatchObject({ errorcode: "120100", apierrorcode: "120100" });
  expect(await ups.control.ledger()).toEqual([]);
});

it("UNAUTHORIZED answers 401 250002 once, with a good token", async () => {
  await ups.control.addFault({ operation: "VOID", kind: "UNAUTHORIZED" });
  const first = await ups.delete(`${voidPath}/1Z9999999999999999`);
  expect([first.status, errorCode(first)]).toEqual([401, "250002"]);
  expect(errorCode(await ups.delete(`${voidPath}/1Z9999999999999999`))).toBe("190102");
});

it.each([
  ["DOT", undefined, /^GIF8/],
  ["HTML", "GIF", /^<!DOCTYPE html/],
  ["PNG", "PNG", /^.PNG/],
  ["JPEG", "", /^\xff\xd8\xff/],
  ["UPRIGHT", undefined, /^GIF8/],
  ["LONG", undefined, /^GIF8/],
  ["ODD", undefined, /^GIF8/],
] as const)("LABEL gives the image %s, named %s, and books all the same", async (image, named, bytes) => {
  await ups.control.addFault({ operation: "SHIP", kind: "LABEL", image, ...(named !== undefined && { named }) });
  const { body } = await ups.post(shipPath, shipRequest({ labelFormat: "GIF" }));
  const { ShippingLabel } = body.ShipmentResponse.ShipmentResults.PackageResults[0];
  expect(Buffer.from(ShippingLabel.GraphicImage, "base64").toString("latin1")).toMatch(bytes);
  expect(ShippingLabel.ImageFormat?.Code).toBe(named === "" ? undefined : (named ?? "GIF"));
  expect(await ups.control.ledger()).toHaveLength(1);
});

it("SHAPE collapses lists of one and empties containers until cleared, in products born as XML", async () => {
  await ups.control.addFault({ operation: "ANY", kind: "SHAPE" });
  const { body } = await ups.post(ratePath, rateRequest({ shipment: { ShipmentRatingOptions: {} } }));
  expect(body.RateResponse.RatedShipment.Service).toEqual({ Code: "03", Description: "" });
  expect(body.RateResponse.RatedShipment.ItemizedCharges).toBe("");
  expect(body.RateResponse.RatedShipment.RatedPackage.ItemizedCharges.Code).toBe("375");
  expect(body.RateResponse.Response.Alert.Code).toBe("110971");
  const shipped: Body = (await buy()).body;
  const number = shipped.ShipmentResponse.ShipmentResults.PackageResults.TrackingNumber;
  const voided: Body = (await ups.delete(`${voidPath}/${number}`)).body;
  expect(voided.VoidShipmentResponse.PackageLevelResults.TrackingNumber).toBe(number);
  expect(Array.isArray((await ups.get(`${trackPath}/${number}`)).body.trackResponse.shipment)).toBe(true);
  await ups.control.clearFaults();
  expect(Array.isArray((await ups.post(ratePath, rateRequest())).body.RateResponse.RatedShipment)).toBe(true);
});

it("NULLS writes null for what an answer leaves out, until cleared", async () => {
  await ups.control.addFault({ operation: "ANY", kind: "NULLS" });
  const plain = rateRequest({ shipment: { ShipmentRatingOptions: {} } });
  const [rated] = (await ups.post(ratePath, plain)).body.RateResponse.RatedShipment;
  expect(rated).toMatchObject({ Service: { Code: "03" }, NegotiatedRateCharges: null, TimeInTransit: null });
  expect(rated.RatedPackage[0]).toMatchObject({ NegotiatedCharges: null, ItemizedCharges: [{ SubType: null }] });
  const shipped: Body = (await buy()).body;
  const number = shipped.ShipmentResponse.ShipmentResults.PackageResults[0].TrackingNumber;
  const [tracked] = (await ups.get(`${trackPath}/${number}`)).body.trackResponse.shipment;
  expect(tracked.package[0]).toMatchObject({ trackingNumber: number, deliveryInformation: null });
  await ups.control.clearFaults();
  expect((await ups.post(ratePath, plain)).body.RateResponse.RatedShipment[0]).not.toHaveProperty("TimeInTransit");
});

it("happens as often as asked, in the order asked, and only to its operation", async () => {
  await ups.control.addFault({ operation: "RATE", kind: "STATUS", status: 502, times: 2 });
  await ups.control.addFault({ operation: "ANY", kind: "STATUS", status: 500 });
  const statuses = [];
  for (let time = 0; time < 4; time += 1) statuses.push((await ups.post(ratePath, rateRequest())).status);
  expect(statuses).toEqual([502, 502, 500, 200]);
});

it("refuses faults it does not know, and parameters that do not belong", async () => {
  const wrong = [
    { operation: "SHIP", kind: "EXPLODE" },
    { operation: "NOTHING", kind: "HANG" },
    { operation: "SHIP", kind: "RESET_BEFORE", seconds: 3 },
    { operation: "SHIP", kind: "BOOK_LATE" },
  ];
  for (const fault of wrong) await expect(ups.control.addFault(fault as Fault)).rejects.toThrow(/400/);
});
