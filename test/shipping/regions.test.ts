import { isRegion, regionCode } from "../../src/carrier/regions.js";

it.each([
  ["US", "NY", "NY"],
  ["US", "ny", "NY"],
  ["US", "US-NY", "NY"],
  ["US", "us–ny", "NY"],
  ["US", "New York", "NY"],
  ["US", "  new  york ", "NY"],
  ["US", "N.Y.", "NY"],
  ["US", "D.C.", "DC"],
  ["US", "District of Columbia", "DC"],
  ["US", "State of Washington", "WA"],
  ["US", "Armed Forces Europe", "AE"],
  ["US", "US-PR", "PR"],
  ["PR", "US-PR", "PR"],
  ["GU", "US-GU", "GU"],
  ["CA", "CA-ON", "ON"],
  ["CA", "Ontario", "ON"],
  ["CA", "Québec", "QC"],
  ["CA", "QUEBEC", "QC"],
  ["CA", "Île-du-Prince-Édouard", "PE"],
  ["CA", "Newfoundland & Labrador", "NL"],
  ["IT", "IT-MI", "MI"],
  ["IT", "Milano", "MI"],
  ["IT", "Provincia di Milano", "MI"],
  ["ES", "es-tf", "TF"],
  ["ES", "Santa Cruz de Tenerife", "TF"],
  ["ES", "Las Palmas", "GC"],
  ["IE", "Dublin", "D"],
  ["IE", "Co. Dublin", "D"],
  ["IE", "County Cork", "CO"],
  ["IE", "IE-CO", "CO"],
  ["VN", "VN-44", "44"],
  ["VN", "Hồ Chí Minh", "SG"],
  ["VN", "Đà Nẵng", "DN"],
  ["BR", "São Paulo", "SP"],
  ["MX", "MX-JAL", "JAL"],
  ["AU", "New South Wales", "NSW"],
  ["JP", "JP-13", "13"],
  ["DE", "Bayern", "BY"],
])("reads the region of %s %j as %s", (country, written, expected) => {
  expect([regionCode(country, written), isRegion(country, written)]).toEqual([expected, true]);
});

it.each([
  ["US", "ZZ"],
  ["US", "CA-ON"],
  ["US", "Ontario"],
  ["CA", "NY"],
  ["IE", "Leinster"],
  ["VN", "99"],
])("knows no region of %s %s", (country, region) => {
  expect(isRegion(country, region)).toBe(false);
});

it("leaves what it does not know as it is written, and takes it where districts have no list", () => {
  expect([regionCode("GB", " Greater London "), isRegion("GB", "Greater London")]).toEqual(["Greater London", true]);
  expect([regionCode("FR", "Île-de-France"), regionCode("FR", null), regionCode("FR", " ")]).toEqual([
    "Île-de-France",
    null,
    null,
  ]);
});
