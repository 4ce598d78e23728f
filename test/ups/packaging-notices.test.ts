import { shipmentNotices } from "../../src/ups/checks/shipment-notices.js";
import { anAddress, aPackage, someDetails } from "./builders.js";

const now = new Date("2026-11-30T15:00:00Z");
const told = (from: "newYork" | "berlin", packageType: string, value: number, unit: "LB" | "KG" | "OZ") =>
  shipmentNotices(
    someDetails({
      shipFrom: anAddress(from),
      shipTo: anAddress(from),
      packages: [aPackage({ packageType, weight: { value, unit } })],
    }),
    now,
  ).filter(({ code }) => code === "PACKAGING_OVERWEIGHT");

it.each([
  ["newYork", "UPS_LETTER", 8, 9, "OZ", "0.5 LB that the rate of a UPS Letter"],
  ["newYork", "UPS_LETTER", 0.5, 5, "LB", "0.5 LB that the rate of a UPS Letter"],
  ["berlin", "UPS_LETTER", 0.5, 0.6, "KG", "0.5 KG that the rate of a UPS Letter"],
  ["berlin", "UPS_10KG_BOX", 10, 11, "KG", "10 KG that the rate of a UPS 10 KG Box"],
  ["newYork", "UPS_10KG_BOX", 22, 23, "LB", "22 LB that the rate of a UPS 10 KG Box"],
  ["berlin", "UPS_25KG_BOX", 25, 26, "KG", "25 KG that the rate of a UPS 25 KG Box"],
] as const)("tells from %s that a %s over %s is rated by weight", (from, packageType, most, more, unit, words) => {
  expect(told(from, packageType, most, unit)).toEqual([]);
  const [notice] = told(from, packageType, more, unit);
  expect(notice).toMatchObject({ severity: "WARNING", text: expect.stringContaining(words) });
});

it.each(["UPS_PAK", "UPS_TUBE", "UPS_EXPRESS_BOX", "UPS_EXPRESS_BOX_LARGE", "UPS_CUSTOMER_PACKAGE"])(
  "has nothing to tell of the weight of %s",
  (packageType) => expect(told("newYork", packageType, 40, "LB")).toEqual([]),
);
