import type { ShipmentDetails } from "../../src/carrier/shipment-details.js";
import { checkAddress } from "../../src/ups/addresses/check-address.js";
import { checkShipment } from "../../src/ups/checks/check-shipment.js";
import { anAddress, someDetails, someOptions } from "./builders.js";

const now = new Date("2025-06-02T12:00:00Z");
const toDoor = (email: string) => someDetails({ shipTo: anAddress("sanFrancisco", { email }) });

/** Every place of a shipment with an e-mail address; the sender's is the recipient's of its return. */
const places: [string, (email: string) => ShipmentDetails][] = [
  ["shipTo.email", toDoor],
  ["shipFrom.email", (email) => someDetails({ shipFrom: anAddress("newYork", { email }) })],
  [
    "options.notifications.0.emails.0",
    (email) =>
      someDetails({ options: someOptions({ notifications: [{ event: "SHIPPED", emails: [email], memo: null }] }) }),
  ],
  [
    "returnService.email",
    (email) => ({ ...someDetails(), returnService: { kind: "ELECTRONIC_RETURN_LABEL", email, boxNumber: null } }),
  ],
];

describe.each(places)("the e-mail address at %s", (path, at) => {
  const check = (email: string) =>
    checkShipment(at(email), "UPS_GROUND", now).map((problem) => `${problem.code} ${problem.path.join(".")}`);

  it.each(["ada@example.com", " ada@example.com ", `${"a".repeat(38)}@example.com`])("can be '%s'", (email) => {
    expect(check(email)).toEqual([]);
  });

  it.each(["a@b", "nobody", "a b@example.com", "ada@example.", "ada@bob@example.com"])("cannot be '%s'", (email) => {
    expect(check(email)).toEqual([`INVALID ${path}`]);
  });

  it("has at most 50 characters", () => {
    expect(check(`${"a".repeat(39)}@example.com`)).toEqual([`TOO_LONG ${path}`]);
  });
});

it("is not needed for a price, nor of what form it is", () => {
  expect(checkShipment(toDoor("a@b"), null, now)).toEqual([]);
});

it("of an account's own address follows the same rule", () => {
  expect(checkAddress(anAddress("newYork", { email: "a@b" }), "SHIP", [])).toMatchObject([
    { code: "INVALID", path: ["email"] },
  ]);
  expect(checkAddress(anAddress("newYork", { email: " " }), "SHIP", [])).toEqual([]);
});
