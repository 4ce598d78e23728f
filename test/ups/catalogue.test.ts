import { upsCatalogue } from "../../src/ups/words/catalogue.js";
import { serviceCodeOf, serviceRows } from "../../src/ups/words/codes.js";

const plainServices = (origin: string, destination: string) =>
  upsCatalogue.services(origin, destination).filter(({ isRatedByName }) => !isRatedByName);

const namesOf = (origin: string, destination: string) =>
  Object.fromEntries(plainServices(origin, destination).map((service) => [service.carrierServiceCode, service.name]));

it.each([
  ["US", "US", { "01": "UPS Next Day Air", "03": "UPS Ground", "12": "UPS 3 Day Select" }],
  ["US", "DE", { "07": "UPS Worldwide Express", "65": "UPS Worldwide Saver" }],
  ["US", "CA", { "11": "UPS Standard" }],
  ["CA", "CA", { "01": "UPS Express", "02": "UPS Expedited", "13": "UPS Express Saver" }],
  ["CA", "US", { "65": "UPS Express Saver", "12": "UPS 3 Day Select" }],
  ["DE", "DE", { "74": "UPS Express 12:00", "65": "UPS Express Saver" }],
  ["FR", "DE", { "07": "UPS Express", "11": "UPS Standard" }],
  ["PL", "PL", { "82": "UPS Today Standard", "54": "UPS Express Plus" }],
  ["MX", "MX", { "65": "UPS Saver" }],
  ["PR", "US", { "03": "UPS Ground" }],
  ["JP", "US", { "07": "UPS Express", "08": "UPS Worldwide Expedited" }],
])("names the services from %s to %s as UPS does there", (origin, destination, expected) => {
  expect(namesOf(origin, destination)).toMatchObject(expected);
});

it("offers no service where UPS has none", () => {
  expect(namesOf("US", "US")).not.toHaveProperty("11");
  expect(namesOf("FR", "FR")).not.toHaveProperty("03");
  expect(namesOf("FR", "FR")).not.toHaveProperty("74");
  expect(namesOf("FR", "FR")).not.toHaveProperty("08");
});

it.each([
  [
    "inside Europe",
    [
      ["DE", "DE"],
      ["DE", "CH"],
      ["GB", "DE"],
      ["NO", "SE"],
      ["FR", "MC"],
      ["ES", "IC"],
    ],
    true,
  ],
  [
    "between Canada, Mexico and the United States",
    [
      ["US", "CA"],
      ["CA", "CA"],
      ["MX", "US"],
      ["CA", "MX"],
    ],
    true,
  ],
  [
    "over the seas",
    [
      ["DE", "US"],
      ["US", "DE"],
      ["JP", "KR"],
      ["GB", "AU"],
      ["US", "VI"],
      ["BR", "AR"],
    ],
    false,
  ],
  [
    "to and from where nothing is known of it",
    ["GI", "IS", "AL", "BA", "ME", "MK", "KV", "MD", "TR", "UA"].flatMap((country) => [
      ["DE", country],
      [country, "DE"],
    ]),
    false,
  ],
  [
    "inside the United States",
    [
      ["US", "US"],
      ["US", "PR"],
      ["PR", "US"],
    ],
    false,
  ],
])("sells Standard by road: %s", (_, lanes, isSold) => {
  for (const [origin, destination] of lanes as [string, string][])
    expect([origin, destination, "11" in namesOf(origin, destination)]).toEqual([origin, destination, isSold]);
});

it("sells international services alone to the territories of the United States", () => {
  for (const territory of ["VI", "GU", "AS", "MP", "UM"])
    expect(Object.keys(namesOf("US", territory)).sort()).toEqual(["07", "08", "54", "65"]);
});

it("gives what the origin offers while the destination is not known", () => {
  const codes = upsCatalogue.services("US", null).map((service) => service.code);
  expect(codes).toEqual(expect.arrayContaining(["UPS_GROUND", "UPS_WORLDWIDE_SAVER", "UPS_STANDARD"]));
});

it("has one code and one number for each service, and finds each by its code", () => {
  expect(new Set(serviceRows.map((row) => row.code)).size).toBe(serviceRows.length);
  const rows = serviceRows.filter(({ named }) => !named?.isSimpleRate);
  expect(new Set(rows.map((row) => row.ups)).size).toBe(rows.length);
  for (const { code, ups } of rows) {
    expect(serviceCodeOf(ups)).toBe(code);
    expect(upsCatalogue.findService(code, null)?.carrierServiceCode).toBe(ups);
  }
});

it("makes up a code for a number it does not know, and finds it again", () => {
  for (const ups of ["9Z", "M9", "XYZ", "A03"]) {
    expect(serviceCodeOf(ups)).toBe(`UPS_SERVICE_${ups}`);
    expect(upsCatalogue.findService(`UPS_SERVICE_${ups}`, "US")).toMatchObject({ carrierServiceCode: ups });
  }
  expect(upsCatalogue.findService("FEDEX_GROUND", "US")).toBeNull();
});

it("knows a service by its number, with the zeros that UPS writes", () => {
  expect([serviceCodeOf("3"), serviceCodeOf("03"), serviceCodeOf("003")]).toEqual(Array(3).fill("UPS_GROUND"));
  expect(upsCatalogue.findService("UPS_SERVICE_03", "US")?.code).toBe("UPS_GROUND");
  expect(upsCatalogue.findService("UPS_SERVICE_93", "US")?.code).toBe("UPS_GROUND_SAVER");
});

it("offers the packaging that goes with the service, its default among it", () => {
  const codes = (service: string | null) => upsCatalogue.packageTypes(service).map((type) => type.code);
  expect(codes("UPS_GROUND")).toEqual([upsCatalogue.defaultPackageType]);
  expect(codes("UPS_NEXT_DAY_AIR")).toContain("UPS_LETTER");
  expect(codes("UPS_NEXT_DAY_AIR")).not.toContain("UPS_25KG_BOX");
  expect(codes("UPS_WORLDWIDE_EXPRESS")).toContain("UPS_25KG_BOX");
  expect(codes(null)).toHaveLength(10);
});
