import { parseVoid } from "../../src/ups/shipping/parse-void.js";
import { voidPaths } from "../../src/ups/shipping/serialise-void.js";
import { answered } from "../../src/ups/words/alerts.js";
import { anAccount, aPackage, aShipRequest, someDetails } from "./builders.js";
import { fixture } from "./fixtures.js";
import { type SimulatedUps, startSimulatedUps } from "./simulated-ups.js";

describe("the Void request", () => {
  it("names the shipment alone, one package, or a list", () => {
    const paths = (trackingNumbers: string[]) => voidPaths({ shipmentIdentificationNumber: "1ZSHIP", trackingNumbers });
    expect(paths([])).toEqual(["/api/shipments/v2409/void/cancel/1ZSHIP"]);
    expect(paths(["1ZA"])).toEqual(["/api/shipments/v2409/void/cancel/1ZSHIP?trackingnumber=1ZA"]);
    expect(paths(["1ZA", "1ZB"])).toEqual([
      "/api/shipments/v2409/void/cancel/1ZSHIP?trackingnumber=%5B%221ZA%22%2C%221ZB%22%5D",
    ]);
  });

  it("takes twenty packages a call", () => {
    const numbers = Array.from({ length: 41 }, (_, index) => `1Z${index}`);
    const paths = voidPaths({ shipmentIdentificationNumber: "1ZSHIP", trackingNumbers: numbers });
    const named = paths.map((path) => new URL(path, "http://ups").searchParams.get("trackingnumber") ?? "");
    expect(named.flatMap((list) => (list.startsWith("[") ? JSON.parse(list) : [list]))).toEqual(numbers);
    expect(paths).toHaveLength(3);
  });
});

describe("the Void answer", () => {
  it("is no success while one package is not voided", () => {
    expect(parseVoid(fixture("void", "one-of-two-packages"))).toEqual(
      answered({
        isVoided: false,
        packages: [
          { trackingNumber: "1Z0A1B2C0300000014", isVoided: true },
          { trackingNumber: "1Z0A1B2C0300000023", isVoided: false },
        ],
      }),
    );
  });

  it("reads the singular name and codes full of carriage returns", () => {
    expect(parseVoid(fixture("void", "singular-name-with-returns"))).toEqual(
      answered({ isVoided: true, packages: [{ trackingNumber: "1Z0A1B2C0300000014", isVoided: true }] }),
    );
  });

  it.each([
    [{ SummaryResult: null, PackageLevelResults: null }],
    [{ SummaryResult: { Status: null } }],
    [{ SummaryResult: null, PackageLevelResults: [{ TrackingNumber: "1Z0A1B2C0300000014", Status: null }] }],
  ])("that does not say whether it is voided says nothing: %j", (said) => {
    const Response = { ResponseStatus: { Code: "1" } };
    expect(parseVoid({ VoidShipmentResponse: { Response, ...said } })).toBeNull();
  });

  it("says of a package without a word of its own what it says of the whole", () => {
    const said = { SummaryResult: { Status: { Code: "1" } }, PackageLevelResults: [{ TrackingNumber: "1Z1" }] };
    const answer = { VoidShipmentResponse: { Response: { ResponseStatus: { Code: "1" } }, ...said } };
    expect(parseVoid(answer)).toEqual(
      answered({ isVoided: true, packages: [{ trackingNumber: "1Z1", isVoided: true }] }),
    );
  });

  it("may speak for the whole shipment without naming packages", () => {
    expect(parseVoid(fixture("void", "whole-shipment"))).toEqual(answered({ isVoided: true, packages: [] }));
  });
});

describe("the Void call", () => {
  let ups: SimulatedUps;
  beforeAll(async () => {
    ups = await startSimulatedUps();
  });
  beforeEach(() => ups.reset());
  afterAll(() => ups.close());

  const context = { purchaseId: null };
  const buy = async (carrierReference: string, packageCount: number) => {
    const details = someDetails({ packages: Array.from({ length: packageCount }, () => aPackage()) });
    const request = aShipRequest({ details, carrierReference, labelFormat: "ZPL" });
    const outcome = await ups.adapter.ship(anAccount(), request, context);
    if (outcome.kind !== "ANSWERED") throw new Error(outcome.kind);
    return outcome.value;
  };

  it("voids one package, then the rest, then all of it again", async () => {
    const { shipmentIdentificationNumber, packages } = await buy("V0000000000001", 3);
    const [first] = packages.map((pkg) => pkg.trackingNumber) as [string];
    const voidIt = (trackingNumbers: string[]) =>
      ups.adapter.voidShipment(anAccount(), { shipmentIdentificationNumber, trackingNumbers }, context);
    expect(await voidIt([first])).toMatchObject({
      kind: "ANSWERED",
      value: { isVoided: true, packages: [{ trackingNumber: first, isVoided: true }] },
    });
    for (const _again of [1, 2]) {
      const outcome = await voidIt([]);
      expect(outcome).toMatchObject({ kind: "ANSWERED", value: { isVoided: true } });
    }
  });

  it("voids more packages than one call takes", async () => {
    const { shipmentIdentificationNumber, packages } = await buy("V0000000000002", 21);
    const trackingNumbers = packages.map((pkg) => pkg.trackingNumber);
    const outcome = await ups.adapter.voidShipment(
      anAccount(),
      { shipmentIdentificationNumber, trackingNumbers },
      context,
    );
    if (outcome.kind !== "ANSWERED") throw new Error(outcome.kind);
    expect(outcome.value.isVoided).toBe(true);
    expect(outcome.value.packages.map((pkg) => pkg.trackingNumber)).toEqual(trackingNumbers);
  });

  it("is sent once when its answer is lost, and is a success when asked for again", async () => {
    const { shipmentIdentificationNumber } = await buy("V0000000000003", 1);
    await ups.control.addFault({ operation: "VOID", kind: "LOSE_ANSWER", times: 1 });
    await ups.control.clearRequests();
    const request = { shipmentIdentificationNumber, trackingNumbers: [] };
    expect(await ups.adapter.voidShipment(anAccount(), request, context)).toMatchObject({ kind: "UNAVAILABLE" });
    expect((await ups.control.requests()).map(({ operation }) => operation)).toEqual(["VOID"]);
    expect(await ups.adapter.voidShipment(anAccount(), request, context)).toMatchObject({
      kind: "ANSWERED",
      value: { isVoided: true },
    });
  });

  it("tells a closed window from other refusals", async () => {
    const refusalOf = async (shipmentIdentificationNumber: string) => {
      const request = { shipmentIdentificationNumber, trackingNumbers: [] };
      const outcome = await ups.adapter.voidShipment(anAccount(), request, context);
      return outcome.kind === "REJECTED" ? outcome.messages : [];
    };
    expect(ups.adapter.voidRefusalReason(await refusalOf("1Z0A1B2C0399999990"))).toBe("WINDOW_CLOSED");
    expect(ups.adapter.voidRefusalReason(await refusalOf("not-a-number"))).toBeNull();
  });
});
