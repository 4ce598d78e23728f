import type { PackageDetails, ShipmentDetails } from "../../src/carrier/shipment-details.js";
import { checkShipment } from "../../src/ups/checks/check-shipment.js";
import { serviceOptions } from "../../src/ups/checks/options/service-options.js";
import { asAsked } from "../../src/ups/rating/as-asked.js";
import { ratingPath, serialiseRating } from "../../src/ups/rating/serialise-rating.js";
import { serialiseShip } from "../../src/ups/shipping/serialise-ship.js";
import { upsCatalogue } from "../../src/ups/words/catalogue.js";
import { serviceCodeOf } from "../../src/ups/words/codes.js";
import { simpleRateSize } from "../../src/ups/words/named-services.js";
import { aRatedService } from "../support/rate-builders.js";
import { anAccount, anAddress, aPackage, aRateRequest, aShipRequest, someDetails, someOptions } from "./builders.js";

const now = new Date("2026-03-02T12:00:00Z");
const cubic = (length: number, width: number, height: number) => ({ length, width, height, unit: "IN" as const });
const holding = (over: Partial<PackageDetails>, more: Partial<ShipmentDetails> = {}) =>
  someDetails({ packages: [aPackage(over)], ...more });
const abroad = { shipTo: anAddress("berlin") };

/** Service and package as Rate and Ship send them, which must be alike. */
function sent(serviceCode: string, details: ShipmentDetails) {
  const { Shipment: rated } = serialiseRating(anAccount(), aRateRequest({ details, serviceCode })).RateRequest;
  const { Shipment: bought } = serialiseShip(anAccount(), aShipRequest({ details, serviceCode }), "p").ShipmentRequest;
  const [{ PackagingType, ...asked }] = rated.Package as unknown as [Record<string, unknown>];
  const [{ Packaging, ReferenceNumber, Description, ...shipped }] = bought.Package as unknown as [
    Record<string, unknown>,
  ];
  expect(shipped).toEqual(asked);
  expect([bought.Service, Packaging]).toEqual([rated.Service, PackagingType]);
  return { Code: rated.Service?.Code, ...asked };
}

const weighing = (Weight: string, Code: string) => ({
  PackageWeight: { UnitOfMeasurement: { Code, Description: expect.any(String) }, Weight },
});

it.each<[string, ShipmentDetails, object]>([
  ["UPS_GROUND_SAVER", holding({ weight: { value: 0.5, unit: "LB" } }), { Code: "92", ...weighing("8", "OZS") }],
  ["UPS_GROUND_SAVER", holding({ weight: { value: 15.91, unit: "OZ" } }), { Code: "93", ...weighing("1", "LBS") }],
  ["UPS_GROUND_SAVER", holding({ weight: { value: 2.5, unit: "LB" } }), { Code: "93", ...weighing("2.5", "LBS") }],
  [
    "UPS_WORLDWIDE_ECONOMY_DDU",
    holding({ weight: { value: 2.5, unit: "LB" } }, abroad),
    { Code: "17", ...weighing("40", "OZS") },
  ],
  [
    "UPS_WORLDWIDE_ECONOMY_DDU",
    holding({ weight: { value: 66.01, unit: "LB" } }, abroad),
    { Code: "17", ...weighing("1057", "OZS") },
  ],
  [
    "UPS_WORLDWIDE_ECONOMY_DDP",
    holding({ weight: { value: 4, unit: "OZ" } }, abroad),
    { Code: "72", ...weighing("0.3", "LBS") },
  ],
  ["UPS_2ND_DAY_AIR_SIMPLE_RATE", holding({ dimensions: cubic(10, 8, 5) }), { Code: "02", SimpleRate: { Code: "M" } }],
])("sends %s with its own number and unit of weight", (service, details, expected) => {
  expect(sent(service, details)).toMatchObject(expected);
});

it("asks for transit times only where UPS has them", () => {
  const asked = (serviceCode: string, details = someDetails()) => {
    const request = aRateRequest({ details, serviceCode });
    return [
      ratingPath(request),
      "DeliveryTimeInformation" in serialiseRating(anAccount(), request).RateRequest.Shipment,
    ];
  };
  expect(asked("UPS_GROUND_SAVER")).toEqual(["/api/rating/v2409/Rate", false]);
  expect(asked("UPS_WORLDWIDE_ECONOMY_DDP", someDetails(abroad))).toEqual(["/api/rating/v2409/Rate", false]);
  const timed = ["/api/rating/v2409/Rate?additionalinfo=timeintransit", true];
  expect(asked("UPS_GROUND_SIMPLE_RATE")).toEqual(timed);
  expect(asked("UPS_GROUND")).toEqual(timed);
});

it("names nobody to pay duties where the service says it", () => {
  const details = someDetails({ ...abroad, options: someOptions({ dutiesPayer: "SENDER" }) });
  const charges = (serviceCode: string) =>
    serialiseShip(anAccount(), aShipRequest({ details, serviceCode }), "p").ShipmentRequest.Shipment.PaymentInformation
      .ShipmentCharge;
  expect(charges("UPS_WORLDWIDE_SAVER")).toHaveLength(2);
  expect(charges("UPS_WORLDWIDE_ECONOMY_DDP")).toHaveLength(1);
});

it("knows the answer's service by what was asked for", () => {
  const answer = { kind: "ANSWERED" as const, value: [aRatedService()], messages: [] };
  const request = (serviceCode: string | null) => aRateRequest({ serviceCode });
  expect(asAsked(answer, request("UPS_GROUND_SIMPLE_RATE"))?.value[0]?.serviceCode).toBe("UPS_GROUND_SIMPLE_RATE");
  expect(asAsked(answer, request("UPS_GROUND_SAVER"))?.value[0]?.serviceCode).toBe("UPS_GROUND");
  expect(asAsked(answer, request(null))).toEqual(answer);
  expect([serviceCodeOf("92"), serviceCodeOf("93")]).toEqual(["UPS_GROUND_SAVER", "UPS_GROUND_SAVER"]);
});

const problems = (service: string, details: ShipmentDetails) =>
  checkShipment(details, service, now).map(({ code, path }) => `${code} ${path.join(".")}`);

it.each<[string, string, ShipmentDetails, string]>([
  ["two packages", "UPS_GROUND_SAVER", someDetails({ packages: [aPackage(), aPackage()] }), "NOT_ALLOWED packages"],
  ["71 lb", "UPS_GROUND_SAVER", holding({ weight: { value: 71, unit: "LB" } }), "INVALID packages.0.weight.value"],
  ["131 in", "UPS_GROUND_SAVER", holding({ dimensions: cubic(51, 20, 20) }), "INVALID packages.0.dimensions"],
  ["a pak", "UPS_GROUND_SAVER", holding({ packageType: "UPS_PAK" }), "NOT_ALLOWED packages.0.packageType"],
  ["Germany", "UPS_GROUND_SAVER", someDetails(abroad), "NOT_ALLOWED service"],
  ["Puerto Rico", "UPS_GROUND_SAVER", someDetails({ shipTo: anAddress("sanJuan") }), "NOT_ALLOWED service"],
  ["Canada as origin", "UPS_GROUND_SAVER", someDetails({ shipFrom: anAddress("toronto") }), "NOT_ALLOWED service"],
  [
    "a signature",
    "UPS_GROUND_SAVER",
    someDetails({ options: someOptions({ signature: "SIGNATURE" }) }),
    "OPTION_NOT_ALLOWED options.signature",
  ],
  [
    "Saturday",
    "UPS_GROUND_SAVER",
    someDetails({ options: someOptions({ isSaturdayDelivery: true }) }),
    "OPTION_NOT_ALLOWED options.isSaturdayDelivery",
  ],
  ["its own country", "UPS_WORLDWIDE_ECONOMY_DDU", someDetails(), "NOT_ALLOWED service"],
  [
    "duties paid",
    "UPS_WORLDWIDE_ECONOMY_DDU",
    someDetails({ ...abroad, options: someOptions({ dutiesPayer: "SENDER" }) }),
    "OPTION_NOT_ALLOWED options.dutiesPayer",
  ],
  [
    "duties unpaid",
    "UPS_WORLDWIDE_ECONOMY_DDP",
    someDetails({ ...abroad, options: someOptions({ dutiesPayer: "RECIPIENT" }) }),
    "OPTION_NOT_ALLOWED options.dutiesPayer",
  ],
  ["no size", "UPS_GROUND_SIMPLE_RATE", someDetails(), "REQUIRED packages.0.dimensions"],
  [
    "a large box",
    "UPS_GROUND_SIMPLE_RATE",
    holding({ dimensions: cubic(13, 12, 12) }),
    "INVALID packages.0.dimensions",
  ],
  [
    "51 lb",
    "UPS_GROUND_SIMPLE_RATE",
    holding({ weight: { value: 51, unit: "LB" }, dimensions: cubic(9, 9, 9) }),
    "INVALID packages.0.weight.value",
  ],
])("refuses %s with %s", (_what, service, details, expected) => {
  expect(problems(service, details)).toContain(expected);
});

it("takes plain parcels without a word", () => {
  expect(problems("UPS_GROUND_SAVER", someDetails())).toEqual([]);
  expect(problems("UPS_GROUND_SIMPLE_RATE", holding({ dimensions: cubic(12, 12, 12) }))).toEqual([]);
});

it("tells of Ground Saver beforehand what it refuses", () => {
  const place = { countryCode: "US", region: "NY", postalCode: "10007" };
  const options = serviceOptions({ from: place, to: place, serviceCode: "UPS_GROUND_SAVER", packageType: null });
  const lacking = options.filter(({ isAvailable }) => !isAvailable).map(({ code }) => code);
  expect(lacking).toEqual(
    expect.arrayContaining([
      "SIGNATURE",
      "COLLECT_ON_DELIVERY",
      "ACCESS_POINT_DELIVERY",
      "RETURN_BY_PRINT_RETURN_LABEL",
    ]),
  );
});

it("has own packaging only, and is rated by name", () => {
  for (const code of ["UPS_GROUND_SAVER", "UPS_WORLDWIDE_ECONOMY_DDU", "UPS_2ND_DAY_AIR_SIMPLE_RATE"]) {
    expect(upsCatalogue.packageTypes(code).map((type) => type.code)).toEqual(["UPS_CUSTOMER_PACKAGE"]);
    expect(upsCatalogue.findService(code, "US")?.isRatedByName).toBe(true);
  }
  expect(upsCatalogue.findService("UPS_GROUND", "US")?.isRatedByName).toBe(false);
});

it.each([
  [1, "XS"],
  [100, "XS"],
  [101, "S"],
  [250, "S"],
  [650, "M"],
  [1050, "L"],
  [1728, "XL"],
  [1729, null],
])("is of the size that holds %s cubic inches: %s", (cubicInches, size) => {
  expect(simpleRateSize(cubicInches)).toBe(size);
});
