import type { Rejected } from "../../src/carrier/outcome.js";
import { placeRefusal } from "../../src/ups/shipping/place-refusal.js";
import { anAddress, someDetails } from "./builders.js";

const details = someDetails({ shipFrom: anAddress("newYork"), shipTo: anAddress("sanFrancisco") });
const refusedWith = (code: string, text = "m", of = details) =>
  placeRefusal<Rejected>({ kind: "REJECTED", messages: [{ code, severity: "ERROR", text }] }, of);
const pathOf = (code: string, text?: string) => {
  const outcome = refusedWith(code, text);
  return outcome.kind === "REJECTED" ? outcome.messages[0]?.path : outcome;
};

it.each([
  ["120207", ["shipTo", "postalCode"]],
  ["120305", ["shipFrom", "city"]],
  ["121210", ["service"]],
  ["128068", ["customs", "incoterm"]],
  ["120412", { kind: "ACCOUNT_REFUSED", reason: "WRONG_ACCOUNT" }],
  ["111580", { kind: "ACCOUNT_REFUSED", reason: "WRONG_ACCOUNT" }],
  ["120107", undefined],
  ["999999", undefined],
])("%s is about %j", (code, path) => {
  const told = pathOf(code);
  if (path === undefined) expect(told).toBeUndefined();
  else if (Array.isArray(path)) expect(told).toEqual(path);
  else expect(told).toMatchObject(path);
});

it.each([
  [
    "111285",
    `The postal code ${details.shipFrom.postalCode} is invalid for VA United States.`,
    "shipFrom",
    "postalCode",
  ],
  ["111285", `The postal code ${details.shipTo.postalCode} is invalid for VA United States.`, "shipTo", "postalCode"],
  ["121285", "The postal code is invalid.", "shipTo", "postalCode"],
  ["111286", "NY is not a valid state for the specified shipment.", "shipFrom", "region"],
  ["121286", "CA is not a valid state for the specified shipment.", "shipTo", "region"],
  ["111286", "CANYON is not a valid state.", "shipTo", "region"],
])("%s with the words %s is about %s", (code, text, ...path) => {
  expect(pathOf(code, text)).toEqual(path);
});

it("leaves another payer's account number to whoever gave it", () => {
  const options = { ...details.options, payer: "THIRD_PARTY" as const };
  expect(refusedWith("120412", "m", { ...details, options })).toMatchObject({
    kind: "REJECTED",
    messages: [{ path: ["options", "payerAccountNumber"] }],
  });
});
