import { munich, paris, shipRequest } from "./requests.js";
import { type Body, errorCode, type SimulatedUps, shipPath, startUps, voidPath } from "./simulator-client.js";

let ups: SimulatedUps;
beforeEach(async () => {
  ups = await startUps({ now: () => new Date("2026-03-02T15:00:00Z") });
});
afterEach(() => ups.simulator.close());

async function book(count = 2): Promise<string[]> {
  const packages = Array.from({ length: count }, () => ({}));
  const { body } = await ups.post(shipPath, shipRequest({ packages }));
  return body.ShipmentResponse.ShipmentResults.PackageResults.map((pkg: Body) => pkg.TrackingNumber);
}

const voided = (numbers: string[]) =>
  numbers.map((TrackingNumber) => ({ TrackingNumber, Status: { Code: "1", Description: "Voided" } }));

it("voids a whole shipment, and says 190117 of a second time", async () => {
  const numbers = await book();
  const { status, body } = await ups.delete(`${voidPath}/${numbers[0]}`);
  expect(status).toBe(200);
  expect(body.VoidShipmentResponse).toEqual({
    Response: expect.objectContaining({ ResponseStatus: { Code: "1", Description: "Success" } }),
    SummaryResult: { Status: { Code: "1", Description: "Voided" } },
    PackageLevelResults: voided(numbers),
  });
  await ups.control.advanceClock(60);
  const again = await ups.delete(`${voidPath}/${numbers[0]}`);
  expect([again.status, errorCode(again)]).toEqual([400, "190117"]);
  const [shipment] = await ups.control.ledger();
  expect(shipment?.voidedAt).toBe("2026-03-02T15:00:00.000Z");
});

it("voids chosen packages by one number or a JSON list, the shipment with its last package", async () => {
  const [lead = "", second = "", third = ""] = await book(3);
  const single = await ups.delete(`${voidPath}/${lead}?trackingnumber=${second}`);
  expect(single.body.VoidShipmentResponse.PackageLevelResults).toEqual(voided([second]));
  expect((await ups.control.ledger())[0]?.voidedAt).toBeNull();
  const list = encodeURIComponent(JSON.stringify([lead, third]));
  const rest = await ups.delete(`${voidPath}/${lead}?trackingnumber=${list}`);
  expect(rest.body.VoidShipmentResponse.PackageLevelResults).toEqual(voided([lead, third]));
  expect((await ups.control.ledger())[0]?.voidedAt).not.toBeNull();
});

it("answers 190102 for unknown shipments, and for packages that are not of the shipment", async () => {
  const [lead = ""] = await book();
  const paths = ["1Z9999999999999999", `${lead}?trackingnumber=junk`, `${lead}?trackingnumber=%5Bjunk`];
  for (const path of paths) {
    const answer = await ups.delete(`${voidPath}/${path}`);
    expect([answer.status, errorCode(answer)]).toEqual([400, "190102"]);
  }
  expect((await ups.control.ledger())[0]?.voidedAt).toBeNull();
});

it("answers 190100 for what is no shipment number, and 190111 for more than 20 packages", async () => {
  expect(errorCode(await ups.delete(`${voidPath}/12345`))).toBe("190100");
  const numbers = await book(21);
  const list = encodeURIComponent(JSON.stringify(numbers));
  expect(errorCode(await ups.delete(`${voidPath}/${numbers[0]}?trackingnumber=${list}`))).toBe("190111");
});

it("closes the window after 90 days", async () => {
  const [lead] = await book();
  await ups.control.chooseJourney(lead ?? "", "SILENT");
  await ups.control.advanceClock(90 * 86_400 - 1);
  expect((await ups.delete(`${voidPath}/${lead}`, await ups.token())).status).toBe(200);
  await ups.control.advanceClock(2);
  expect(errorCode(await ups.delete(`${voidPath}/${lead}`, await ups.token()))).toBe("190101");
});

it("voids an international shipment as a whole only", async () => {
  const { body } = await ups.post(shipPath, shipRequest({ from: munich, to: paris, service: "11" }));
  const number = body.ShipmentResponse.ShipmentResults.ShipmentIdentificationNumber;
  const part = await ups.delete(`${voidPath}/${number}?trackingnumber=${number}`);
  expect([part.status, errorCode(part)]).toEqual([400, "190113"]);
  expect((await ups.delete(`${voidPath}/${number}`)).status).toBe(200);
});

describe("from the pickup on", () => {
  const pickup = "2026-03-02T18:00:00.000Z";
  const voidAt = async (instant: string, path: string) => {
    await ups.control.setClock(instant);
    return ups.delete(`${voidPath}/${path}`, await ups.token());
  };

  it("answers 190102, as for one package of several, and voids nothing", async () => {
    const [lead = "", second = ""] = await book();
    for (const path of [lead, `${lead}?trackingnumber=${second}`]) {
      const answer = await voidAt(pickup, path);
      expect([answer.status, errorCode(answer)]).toEqual([400, "190102"]);
    }
    expect((await ups.control.ledger())[0]?.packages.map((pkg) => pkg.voidedAt)).toEqual([null, null]);
    expect((await voidAt("2026-03-02T17:59:59Z", lead)).status).toBe(200);
  });

  it("calls voided what was voided before, and refuses the rest", async () => {
    const [lead = "", second = ""] = await book();
    await ups.delete(`${voidPath}/${lead}?trackingnumber=${second}`);
    expect((await voidAt(pickup, `${lead}?trackingnumber=${second}`)).status).toBe(200);
    expect(errorCode(await voidAt(pickup, lead))).toBe("190102");
  });

  it("voids what was never handed over", async () => {
    const { body } = await ups.post(shipPath, shipRequest({ toName: "Never Shipped" }));
    const number = body.ShipmentResponse.ShipmentResults.ShipmentIdentificationNumber;
    expect((await voidAt("2026-04-01T00:00:00Z", number)).status).toBe(200);
  });
});
