import { checkShipment } from "../../src/ups/checks/check-shipment.js";
import { serviceOptions } from "../../src/ups/checks/options/service-options.js";
import { anAddress, someDetails } from "./builders.js";

const now = new Date("2026-11-30T15:00:00Z");
const there = (over: object) => anAddress("berlin", { region: null, postalCode: null, city: "Somewhere", ...over });

const suspended: [string, object, part: string][] = [
  ["Cuba", { countryCode: "CU" }, "countryCode"],
  ["Iran", { countryCode: "IR" }, "countryCode"],
  ["North Korea", { countryCode: "KP" }, "countryCode"],
  ["Syria", { countryCode: "sy" }, "countryCode"],
  ["Russia", { countryCode: "RU", postalCode: "101000" }, "countryCode"],
  ["Belarus", { countryCode: "BY", postalCode: "220030" }, "countryCode"],
  ["the Crimea", { countryCode: "UA", region: "UA-43" }, "region"],
  ["the Crimea", { countryCode: "UA", region: "Autonomous Republic of Crimea" }, "region"],
  ["the Crimea", { countryCode: "UA", postalCode: "99011" }, "postalCode"],
  ["the Crimea", { countryCode: "UA", postalCode: "295000" }, "postalCode"],
  ["the Crimea", { countryCode: "UA", city: "Sevastopol" }, "city"],
  ["the Donetsk region", { countryCode: "UA", region: "Donetska oblast" }, "region"],
  ["the Donetsk region", { countryCode: "UA", postalCode: "83000" }, "postalCode"],
  ["the Luhansk region", { countryCode: "UA", region: "09" }, "region"],
  ["the Luhansk region", { countryCode: "UA", postalCode: "91000" }, "postalCode"],
];

it.each(suspended)("carries nothing to or from %s: %j", (name, written, part) => {
  const message = `UPS carries nothing to or from ${name}: its service there is suspended`;
  for (const end of ["shipTo", "shipFrom"] as const) {
    for (const service of [null, "UPS_WORLDWIDE_SAVER"]) {
      const problems = checkShipment(someDetails({ [end]: there(written) }), service, now);
      expect(problems).toContainEqual({ code: "NOT_ALLOWED", path: [end, part], message });
    }
  }
  const to = there(written);
  const options = serviceOptions({ from: anAddress("berlin"), to, serviceCode: null, packageType: null });
  expect(new Set(options.map(({ reason }) => reason))).toEqual(new Set([`${message}.`]));
});

it.each([
  ["Kyiv", { countryCode: "UA", city: "Kyiv", postalCode: "01001", region: "30" }],
  ["Odesa", { countryCode: "UA", city: "Odesa", postalCode: "65000" }],
  ["Kharkiv", { countryCode: "UA", city: "Kharkiv", postalCode: "61000" }],
])("leaves %s to UPS", (_, written) => {
  const problems = checkShipment(someDetails({ shipTo: there(written) }), null, now);
  expect(problems.filter(({ code }) => code === "NOT_ALLOWED")).toEqual([]);
});
