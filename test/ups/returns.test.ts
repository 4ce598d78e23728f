import type { ReturnService, ReturnServiceKind } from "../../src/carrier/returns.js";
import { bringsLabels } from "../../src/carrier/returns.js";
import type { ShipmentDetails } from "../../src/carrier/shipment-details.js";
import { checkShipment } from "../../src/ups/checks/check-shipment.js";
import { serialiseRating } from "../../src/ups/rating/serialise-rating.js";
import { parseShip } from "../../src/ups/shipping/parse-ship.js";
import { serialiseShip } from "../../src/ups/shipping/serialise-ship.js";
import { anAccount, anAddress, aPackage, aRateRequest, aShipRequest, someDetails, someOptions } from "./builders.js";
import { fixture } from "./fixtures.js";
import { type SimulatedUps, startSimulatedUps } from "./simulated-ups.js";

const aReturn = (over: Partial<ReturnService> = {}): ReturnService => ({
  kind: "PRINT_RETURN_LABEL",
  email: null,
  boxNumber: null,
  ...over,
});
const someReturn = (service: Partial<ReturnService> = {}, over: Partial<ShipmentDetails> = {}) =>
  someDetails({
    shipFrom: anAddress("sanFrancisco"),
    shipTo: anAddress("newYork"),
    returnService: aReturn(service),
    ...over,
  });

const codes: [string, Partial<ReturnService>][] = [
  ["2", { kind: "PRINT_AND_MAIL" }],
  ["3", { kind: "ONE_PICKUP_ATTEMPT" }],
  ["5", { kind: "THREE_PICKUP_ATTEMPTS" }],
  ["8", { kind: "ELECTRONIC_RETURN_LABEL", email: "returns@example.com" }],
  ["9", { kind: "PRINT_RETURN_LABEL" }],
  ["10", { kind: "EXCHANGE" }],
  ...[1, 2, 3, 4, 5].flatMap((boxNumber): [string, Partial<ReturnService>][] => [
    [String(10 + boxNumber), { kind: "PACK_AND_COLLECT_ONE_ATTEMPT", boxNumber }],
    [String(15 + boxNumber), { kind: "PACK_AND_COLLECT_THREE_ATTEMPTS", boxNumber }],
  ]),
];

describe("the request for a return", () => {
  const ship = (details: ShipmentDetails) =>
    serialiseShip(anAccount(), aShipRequest({ details }), "c").ShipmentRequest.Shipment;
  const rate = (details: ShipmentDetails) =>
    serialiseRating(anAccount(), aRateRequest({ details, serviceCode: "UPS_GROUND" })).RateRequest.Shipment;

  it.each(codes)("names code %s in Ship under the shipment, in Rate under its options", (code, service) => {
    expect(ship(someReturn(service))).toMatchObject({ ReturnService: { Code: code } });
    expect(rate(someReturn(service))).toMatchObject({ ShipmentServiceOptions: { ReturnService: { Code: code } } });
  });

  it("collects at the one who returns, for the account as shipper and payer", () => {
    expect(ship(someReturn())).toMatchObject({
      Shipper: { ShipperNumber: "0A1B2C", Address: { City: "New York" } },
      ShipFrom: { Name: "Grace Sample", Address: { City: "San Francisco" } },
      ShipTo: { Name: "Example Books", Address: { City: "New York" } },
      PaymentInformation: { ShipmentCharge: [{ Type: "01", BillShipper: { AccountNumber: "0A1B2C" } }] },
    });
  });

  it("has an address for the label only where UPS sends it", () => {
    const [electronic] = [someReturn({ kind: "ELECTRONIC_RETURN_LABEL", email: " returns@example.com " })];
    expect(ship(electronic)).toMatchObject({
      ShipmentServiceOptions: { LabelDelivery: { EMail: { EMailAddress: "returns@example.com" } } },
    });
    expect(ship(someReturn())).not.toHaveProperty("ShipmentServiceOptions");
  });

  it("says what is in each package, in words that UPS has room for", () => {
    const described = (description: string | null) =>
      ship(someReturn({}, { packages: [aPackage({ description })] })).Package[0];
    expect(described("Two books")).toMatchObject({ Description: "Two books" });
    expect(described(null)).toMatchObject({ Description: "Returned goods" });
    expect(described("x".repeat(36))).toMatchObject({ Description: "Returned goods" });
    expect(ship(someDetails({ packages: [aPackage({ description: "Two books" })] })).Package[0]).not.toHaveProperty(
      "Description",
    );
  });
});

describe("the limits of returns", () => {
  const now = new Date("2025-06-02T12:00:00Z");
  const check = (details: ShipmentDetails, service = "UPS_GROUND") =>
    checkShipment(details, service, now, anAddress("newYork")).map(({ code, path }) => [code, path.join(".")]);

  it.each(codes)("takes code %s", (_, service) => {
    expect(check(someReturn(service))).toEqual([]);
  });

  it.each([
    ["no address for the label", { kind: "ELECTRONIC_RETURN_LABEL" }, "REQUIRED", "returnService.email"],
    ["none that is one", { kind: "ELECTRONIC_RETURN_LABEL", email: "nobody" }, "INVALID", "returnService.email"],
    ["an address that UPS would not use", { email: "returns@example.com" }, "INVALID", "returnService.email"],
    ["no box", { kind: "PACK_AND_COLLECT_ONE_ATTEMPT" }, "REQUIRED", "returnService.boxNumber"],
    ["a sixth box", { kind: "PACK_AND_COLLECT_ONE_ATTEMPT", boxNumber: 6 }, "INVALID", "returnService.boxNumber"],
    ["a box that nobody brings", { boxNumber: 1 }, "INVALID", "returnService.boxNumber"],
  ] as [string, Partial<ReturnService>, string, string][])("refuses %s", (_, service, code, path) => {
    expect(check(someReturn(service))).toEqual([[code, path]]);
  });

  it("refuses an address that is longer than UPS takes", () => {
    const email = `${"r".repeat(40)}@example.com`;
    expect(check(someReturn({ kind: "ELECTRONIC_RETURN_LABEL", email }))).toEqual([
      ["TOO_LONG", "returnService.email"],
    ]);
  });

  it.each(["UPS_NEXT_DAY_AIR_SAVER", "UPS_2ND_DAY_AIR_AM"])(
    "refuses the service %s, with which nothing comes back",
    (service) => {
      expect(check(someReturn(), service)).toEqual([["NOT_ALLOWED", "service"]]);
    },
  );

  it.each(["UPS_25KG_BOX", "UPS_10KG_BOX"])("refuses a package type %s", (packageType) => {
    const lane = { shipFrom: anAddress("berlin"), shipTo: anAddress("newYork") };
    const packages = [aPackage({ packageType, weight: { value: 1, unit: "KG" }, description: "Books" })];
    expect(check(someReturn({}, { ...lane, packages }), "UPS_WORLDWIDE_EXPRESS")).toEqual([
      ["NOT_ALLOWED", "packages.0.packageType"],
    ]);
  });

  it("takes one package from the United States, and twenty from elsewhere", () => {
    const packages = (count: number) => Array.from({ length: count }, () => aPackage({ description: "Books" }));
    expect(check(someReturn({}, { packages: packages(2) }))).toEqual([["NOT_ALLOWED", "packages"]]);
    const toNewYork = { shipFrom: anAddress("berlin"), shipTo: anAddress("newYork") };
    const many = (count: number) =>
      packages(count).map((pkg) => ({ ...pkg, weight: { value: 1, unit: "KG" as const } }));
    expect(check(someReturn({}, { ...toNewYork, packages: many(20) }), "UPS_WORLDWIDE_SAVER")).toEqual([]);
    expect(check(someReturn({}, { ...toNewYork, packages: many(21) }), "UPS_WORLDWIDE_SAVER")).toEqual([
      ["NOT_ALLOWED", "packages"],
    ]);
  });

  it("refuses a return between three countries", () => {
    const packages = [aPackage({ weight: { value: 1, unit: "KG" }, description: "Books" })];
    const lane = { shipFrom: anAddress("berlin"), shipTo: anAddress("paris"), packages };
    expect(check(someReturn({}, lane), "UPS_STANDARD")).toEqual([["NOT_ALLOWED", "shipTo.countryCode"]]);
  });

  it("refuses options that returns have not", () => {
    const options = someOptions({
      payer: "RECIPIENT",
      payerAccountNumber: "0X9Y8Z",
      signature: "SIGNATURE",
      isSaturdayDelivery: true,
      collectOnDelivery: { amount: "10.00", currencyCode: "USD" },
    });
    const refused = check(someReturn({}, { options }), "UPS_2ND_DAY_AIR");
    for (const option of ["payer", "signature", "isSaturdayDelivery", "collectOnDelivery"])
      expect(refused).toContainEqual(["OPTION_NOT_ALLOWED", `options.${option}`]);
  });
});

describe("the answer to a return", () => {
  it("has no image where UPS delivers the label itself", () => {
    const answer = fixture("ship", "package-without-label");
    expect(parseShip(answer, 1)?.value.packages[0]?.label?.bytes).toEqual(Buffer.alloc(0));
    expect(parseShip(answer, 1, false)?.value.packages).toEqual([
      { trackingNumber: expect.stringMatching(/^1Z/), label: null, chargeItems: expect.any(Array) },
    ]);
  });
});

describe("a return at the simulator", () => {
  let ups: SimulatedUps;
  beforeAll(async () => {
    ups = await startSimulatedUps();
  });
  beforeEach(() => ups.reset());
  afterAll(() => ups.close());

  const context = { purchaseId: null };
  const ship = async (service: Partial<ReturnService>, carrierReference: string) => {
    const request = aShipRequest({ details: someReturn(service), carrierReference, labelFormat: "ZPL" });
    const outcome = await ups.adapter.ship(anAccount(), request, context);
    if (outcome.kind !== "ANSWERED") throw new Error(JSON.stringify(outcome));
    return outcome.value;
  };

  it.each(codes)("is booked with code %s, at the price that was rated", async (code, service) => {
    const carrierReference = `R${code.padStart(13, "0")}`;
    const shipped = await ship(service, carrierReference);
    const isPrinted = bringsLabels({ kind: service.kind as ReturnServiceKind });
    expect(shipped.packages.map((pkg) => pkg.label !== null)).toEqual([isPrinted]);
    const [booked] = (await ups.control.ledger()).filter((booking) => booking.references.includes(carrierReference));
    expect(booked?.returnService).toEqual({ code, email: service.email ?? "" });
    const rates = aRateRequest({ details: someReturn(service), serviceCode: "UPS_GROUND" });
    const rated = await ups.adapter.rate(anAccount(), rates, context);
    if (code === "2") expect(rated).toMatchObject({ kind: "REJECTED", messages: [{ code: "NOT_RATED" }] });
    else expect(rated).toMatchObject({ kind: "ANSWERED", value: [{ total: shipped.charges }] });
  });

  it("is recovered without waiting for an image that never comes", async () => {
    const carrierReference = "R9000000000001";
    const shipped = await ship({ kind: "ELECTRONIC_RETURN_LABEL", email: "returns@example.com" }, carrierReference);
    const request = { labelFormat: "ZPL" as const, carrierReference };
    expect(await ups.adapter.recoverLabels(anAccount(), request, context)).toMatchObject({
      kind: "ANSWERED",
      value: { found: "ONE", shipment: { packages: [{ ...shipped.packages[0], label: null, chargeItems: [] }] } },
    });
  });

  it("is marked as such on its label", async () => {
    const [pkg] = (await ship({}, "R9000000000002")).packages;
    expect(pkg?.label?.bytes.toString("latin1")).toContain("RETURN SERVICE");
  });

  it("is voided as a whole only", async () => {
    const { shipmentIdentificationNumber, packages } = await ship({}, "R9000000000003");
    const voidIt = (trackingNumbers: string[]) =>
      ups.adapter.voidShipment(anAccount(), { shipmentIdentificationNumber, trackingNumbers }, context);
    expect(await voidIt(packages.map((pkg) => pkg.trackingNumber))).toMatchObject({ kind: "REJECTED" });
    expect(await voidIt([])).toMatchObject({ kind: "ANSWERED", value: { isVoided: true } });
  });
});
