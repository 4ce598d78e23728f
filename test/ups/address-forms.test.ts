import type { Address } from "../../src/carrier/values.js";
import { checkAddress } from "../../src/ups/addresses/check-address.js";
import { serialiseAddress } from "../../src/ups/words/address.js";
import { anAddress } from "./builders.js";

const sent = (over: Partial<Address>) => {
  const { StateProvinceCode, PostalCode } = serialiseAddress(anAddress("paris", { region: null, ...over }));
  return [StateProvinceCode, PostalCode];
};
const faults = (over: Partial<Address>) =>
  checkAddress(anAddress("paris", { region: null, ...over }), "RATE", []).map(
    ({ code, path }) => `${code} ${path.join(".")}`,
  );

it.each([
  [{ countryCode: "US", region: "US-NY", postalCode: "10007-1234" }, "NY", "100071234"],
  [{ countryCode: "US", region: "New York", postalCode: "10007 1234" }, "NY", "100071234"],
  [{ countryCode: "US", region: "Puerto Rico", postalCode: "00901" }, "PR", "00901"],
  [{ countryCode: "CA", region: "Québec", postalCode: "h2y 1c6" }, "QC", "H2Y1C6"],
  [{ countryCode: "GB", region: "Greater London", postalCode: "e161ze" }, undefined, "E16 1ZE"],
  [{ countryCode: "IE", region: "Co. Dublin", postalCode: "d02af30" }, "D", "D02 AF30"],
  [{ countryCode: "VN", region: "VN-44", postalCode: "880000" }, "VN-44", "880000"],
  [{ countryCode: "VN", region: "An Giang", postalCode: null }, "VN-44", undefined],
  [{ countryCode: "SA", region: null, postalCode: "12345-6789" }, undefined, "123456789"],
  [{ countryCode: "BR", region: "BR-SP", postalCode: "01310100" }, "SP", "01310-100"],
  [{ countryCode: "HK", region: null, postalCode: "00000" }, undefined, undefined],
  [{ countryCode: "GH", postalCode: "ga-184-1234" }, undefined, "GA1841234"],
  [{ countryCode: "DE", region: "Bayern", postalCode: "D-80331" }, "BY", "80331"],
])("sends %j as UPS reads it", (over, region, postalCode) => {
  expect(sent(over)).toEqual([region, postalCode]);
  expect(faults(over)).toEqual([]);
});

it.each([
  [{ countryCode: "US", region: "MA", postalCode: "2116" }, ["INVALID postalCode"]],
  [{ countryCode: "US", region: "ZZ", postalCode: "10007" }, ["INVALID region"]],
  [{ countryCode: "CA", region: "NY", postalCode: "M5H 2N2" }, ["INVALID region"]],
  [{ countryCode: "IE", region: "Leinster", postalCode: "D02" }, ["INVALID postalCode", "INVALID region"]],
  [{ countryCode: "GB", postalCode: "E16" }, ["INVALID postalCode"]],
  [{ countryCode: "GH", postalCode: "GA-184-12345" }, ["TOO_LONG postalCode"]],
])("refuses %j with its path, for a price too", (over, expected) => {
  expect(faults(over)).toEqual(expected);
});
