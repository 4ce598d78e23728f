import { upsAccountRules } from "../../src/ups/account/accounts.js";
import { checkAddress } from "../../src/ups/addresses/check-address.js";
import { serialisePhone } from "../../src/ups/words/phone.js";
import { type addresses, anAddress } from "./builders.js";

type Place = keyof typeof addresses;

it.each<[Place, string, string]>([
  ["newYork", "2125550100", "2125550100"],
  ["newYork", "+1 (212) 555-0100", "2125550100"],
  ["newYork", "1-212-555-0100", "2125550100"],
  ["newYork", "212.555.0100 ext. 7", "2125550100 x7"],
  ["newYork", "2125550100x1234", "2125550100 x1234"],
  ["newYork", "011 49 30 5550104", "49305550104"],
  ["newYork", "+44 20 7946 0000", "442079460000"],
  ["newYork", "001 212 555 0100", "2125550100"],
  ["newYork", "0044 20 7946 0000", "442079460000"],
  ["sanJuan", "(787) 555-0102", "7875550102"],
  ["toronto", "４１６ 555 0103", "4165550103"],
  ["berlin", "+49 30 5550104", "49305550104"],
  ["berlin", "030 5550104", "49305550104"],
  ["berlin", "0049 30/5550104", "49305550104"],
  ["berlin", "49305550104", "49305550104"],
  ["berlin", "+1 212 555 0100", "12125550100"],
  ["berlin", "030 5550104 ext. 7", "49305550104 x7"],
  ["paris", "01 55 50 01 05", "33155500105"],
])("sends from %s %j as %s", (place, phone, expected) => {
  const address = anAddress(place, { phone });
  const { Number: number, Extension } = serialisePhone(address).Phone ?? {};
  expect(`${number}${Extension ? ` x${Extension}` : ""}`).toBe(expected);
  expect(checkAddress(address, "CONTACT", [])).toEqual([]);
});

it.each([
  ["PR", "787 555 0102"],
  ["VI", "340-774-0001"],
  ["GU", "+1 671 472 0001"],
  ["AS", "(684) 633-0001"],
  ["MP", "1-670-664-0001"],
])("numbers the territory %s as the United States", (region, phone) => {
  const digits = phone.replace(/\D/g, "").slice(-10);
  for (const written of [
    { countryCode: "US", region },
    { countryCode: region, region: null },
  ]) {
    const address = anAddress("newYork", { ...written, postalCode: null, phone });
    expect(serialisePhone(address)).toEqual({ Phone: { Number: digits } });
  }
});

it.each<[Place, string, string]>([
  ["newYork", "5550100", "INVALID"],
  ["newYork", "0", "INVALID"],
  ["newYork", "911", "INVALID"],
  ["newYork", "n/a", "INVALID"],
  ["newYork", "212 555 0100 5", "INVALID"],
  ["newYork", "+47 55 55", "INVALID"],
  ["newYork", "212 555 0100 ext. 12345", "TOO_LONG"],
  ["toronto", "5550103", "INVALID"],
  ["sanJuan", "5550102", "INVALID"],
  ["berlin", "12", "INVALID"],
  ["berlin", "0892330012345 ext. 1234", "TOO_LONG"],
  ["paris", "0000", "INVALID"],
])("takes from %s no %j", (place, phone, code) => {
  const address = anAddress(place, { phone });
  expect(checkAddress(address, "CONTACT", ["shipTo"])).toEqual([
    expect.objectContaining({ code, path: ["shipTo", "phone"] }),
  ]);
  expect(serialisePhone(address)).toEqual({});
});

it("takes the digits of a country whose numbers nobody knows", () => {
  expect(serialisePhone(anAddress("paris", { countryCode: "AQ", phone: "12-345" }))).toEqual({
    Phone: { Number: "12345" },
  });
  const canary = anAddress("paris", { countryCode: "ES", region: "TF", postalCode: "38001", phone: "922 123 456" });
  expect(serialisePhone(canary)).toEqual({ Phone: { Number: "34922123456" } });
});

it("takes no extension of an account where UPS has none", () => {
  const check = (place: Place) =>
    upsAccountRules.checkShipper(anAddress(place, { phone: "+1 212 555 0100 ext. 7" })).map(({ path }) => path);
  expect([check("newYork"), check("berlin")]).toEqual([[], [["phone"]]]);
});
