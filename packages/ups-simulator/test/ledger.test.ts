import { appendFile, mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { recoveryRequest, shipRequest } from "./requests.js";
import { type Body, recoveryPath, type SimulatedUps, shipPath, startUps, voidPath } from "./simulator-client.js";

let dataDir: string;
let ups: SimulatedUps;
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), "ups-simulator-"));
  ups = await startUps({ dataDir });
});
afterEach(async () => {
  await ups.simulator.close();
  await rm(dataDir, { recursive: true });
});

async function book(): Promise<string> {
  const { body } = await ups.post(shipPath, shipRequest({ pkg: { ReferenceNumber: [{ Value: "PKEEP" }] } }));
  return body.ShipmentResponse.ShipmentResults.ShipmentIdentificationNumber;
}

async function restart(): Promise<void> {
  await ups.simulator.close();
  ups = await startUps({ dataDir });
}

it("remembers shipments, voids and labels over a restart, and gives no number twice", async () => {
  const [kept, voided] = [await book(), await book()];
  await ups.delete(`${voidPath}/${voided}`);
  const label = async (): Promise<Body> =>
    (await ups.post(recoveryPath, recoveryRequest({ trackingNumber: kept }))).body.LabelRecoveryResponse.LabelResults;
  const [before, labelBefore] = [await ups.control.ledger(), await label()];
  await restart();
  expect(await ups.control.ledger()).toEqual(before);
  expect(await label()).toEqual(labelBefore);
  expect([kept, voided]).not.toContain(await book());
  expect((await ups.delete(`${voidPath}/${kept}`)).status).toBe(200);
});

it("has written a booking before it answers: a second reader sees it at once", async () => {
  const number = await book();
  const reader = await startUps({ dataDir });
  const seen = (await reader.control.ledger()).map((shipment) => shipment.shipmentIdentificationNumber);
  await reader.simulator.close();
  expect(seen).toEqual([number]);
});

it("cuts off a line torn by a crash and goes on", async () => {
  const first = await book();
  const [file = ""] = await readdir(dataDir);
  await ups.simulator.close();
  await appendFile(join(dataDir, file), '{"type":"BOOKED","shipment":{"shipmentIdent');
  ups = await startUps({ dataDir });
  const second = await book();
  await restart();
  const numbers = (await ups.control.ledger()).map((shipment) => shipment.shipmentIdentificationNumber);
  expect(numbers).toEqual([first, second]);
});

it("books many shipments at once without losing or mixing any", async () => {
  const numbers = await Promise.all(Array.from({ length: 30 }, book));
  expect(new Set(numbers).size).toBe(30);
  await restart();
  const kept = (await ups.control.ledger()).map((shipment) => shipment.shipmentIdentificationNumber);
  expect(kept.sort()).toEqual(numbers.sort());
});
