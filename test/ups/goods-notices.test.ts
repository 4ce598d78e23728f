import { checkShipment } from "../../src/ups/checks/check-shipment.js";
import { goodsNotices } from "../../src/ups/checks/goods-notices.js";
import { type addresses, anAddress, aPackage, someDetails } from "./builders.js";

type Place = keyof typeof addresses;
const now = new Date("2026-11-30T15:00:00Z");
const lane = (from: Place, to: Place, over: object = {}) =>
  someDetails({
    shipFrom: anAddress(from),
    shipTo: anAddress(to),
    packages: [aPackage({ description: null, contentsValue: null, ...over })],
  });
const told = (details: ReturnType<typeof lane>) =>
  goodsNotices(details).flatMap(({ code, text }) => (code === "GOODS_NEEDED" ? [text] : []));
const isRefused = (details: ReturnType<typeof lane>, service: string) =>
  checkShipment(details, service, now).some(({ path }) => path.join(".") === "packages.0.description");

it("tells with prices that a label between two EU countries needs goods, but for Standard", () => {
  const details = lane("berlin", "paris");
  expect(told(details)).toEqual([
    "To buy a label from DE to FR, UPS needs items with a description, but for UPS Standard.",
  ]);
  expect([isRefused(details, "UPS_STANDARD"), isRefused(details, "UPS_WORLDWIDE_SAVER")]).toEqual([false, true]);
});

it("tells it of every service elsewhere, and of the value where UPS wants it", () => {
  expect(told(lane("sanJuan", "newYork"))).toEqual([
    "To buy a label from PR to US, UPS needs items with a description.",
  ]);
  expect(told(lane("newYork", "toronto"))).toEqual([
    "To buy a label from US to CA, UPS needs items with a description and the value of the goods.",
  ]);
});

it("has nothing to tell inside a country, of letters inside the Union, and where the goods are given", () => {
  const contentsValue = { amount: "40.00", currencyCode: "USD" };
  for (const details of [
    lane("newYork", "sanFrancisco"),
    lane("berlin", "paris", { packageType: "UPS_LETTER", weight: { value: 0.4, unit: "KG" } }),
    lane("berlin", "paris", { description: "Books" }),
    lane("newYork", "toronto", { description: "Books", contentsValue }),
  ]) {
    expect(told(details)).toEqual([]);
  }
});
