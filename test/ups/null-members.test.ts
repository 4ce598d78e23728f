import type { LocationQuery } from "../../src/carrier/locations.js";
import { anAccount, anAddress, aPackage, aRateRequest, aShipRequest, someDetails } from "./builders.js";
import { type SimulatedUps, startSimulatedUps } from "./simulated-ups.js";

let ups: SimulatedUps;
beforeAll(async () => {
  ups = await startSimulatedUps();
});
afterEach(() => ups.reset());
afterAll(() => ups.close());

const call = { purchaseId: null };
const account = anAccount();
const writeNulls = () => ups.control.addFault({ operation: "ANY", kind: "NULLS" });

/** The same question twice, the second answered with null for what is absent. */
async function bothWays<T>(ask: () => Promise<T>): Promise<[T, T]> {
  const plain = await ask();
  await writeNulls();
  return [plain, await ask()];
}

const near: LocationQuery = {
  origin: {
    by: "ADDRESS",
    address: { lines: [], city: "New York", region: "NY", postalCode: "10118", countryCode: "US" },
  },
  ...{ radius: null, distanceUnit: "MI", kinds: [], services: [], first: 5 },
};

describe("null for what is absent", () => {
  it.each([
    ["inside the United States", "newYork", "sanFrancisco"],
    ["to Germany", "newYork", "berlin"],
  ] as const)("costs no rate %s", async (_, from, to) => {
    const details = someDetails({ shipFrom: anAddress(from), shipTo: anAddress(to) });
    for (const accountNumber of ["0A1B2C", "0A1B2N"]) {
      const ask = () => ups.adapter.rate(anAccount({ accountNumber }), aRateRequest({ details }), call);
      const [plain, withNulls] = await bothWays(ask);
      expect(plain).toMatchObject({ kind: "ANSWERED" });
      expect(withNulls).toEqual(plain);
      await ups.control.clearFaults();
    }
  });

  it("costs no label, no recovered one and no void", async () => {
    await writeNulls();
    const request = aShipRequest({ details: someDetails({ packages: [aPackage(), aPackage()] }), labelFormat: "ZPL" });
    const bought = await ups.adapter.ship(account, request, call);
    if (bought.kind !== "ANSWERED") throw new Error(JSON.stringify(bought));
    expect(bought.value.packages.map(({ label }) => label?.format)).toEqual(["ZPL", "ZPL"]);
    const { shipmentIdentificationNumber } = bought.value;
    const trackingNumber = bought.value.packages[1]?.trackingNumber ?? "";
    const recovery = { labelFormat: "ZPL", trackingNumber } as const;
    expect(await ups.adapter.recoverLabels(account, recovery, call)).toMatchObject({ value: { found: "ONE" } });
    expect(await ups.adapter.track(account, trackingNumber, call)).toMatchObject({
      value: { status: "LABEL_CREATED" },
    });
    const voiding = { shipmentIdentificationNumber, trackingNumbers: [] };
    expect(await ups.adapter.voidShipment(account, voiding, call)).toMatchObject({ value: { isVoided: true } });
  });

  it("costs no place and no candidate", async () => {
    const [places, sparsePlaces] = await bothWays(() => ups.adapter.locations.find(account, near, call));
    expect(places).toMatchObject({ kind: "ANSWERED" });
    expect(sparsePlaces).toEqual(places);
    await ups.control.clearFaults();
    const ask = () => ups.adapter.addressValidation.validate(account, anAddress("newYork"), call);
    const [candidates, sparseCandidates] = await bothWays(ask);
    expect(candidates).toMatchObject({ kind: "ANSWERED" });
    expect(sparseCandidates).toEqual(candidates);
  });
});
