import type { CarrierAdapter } from "../../src/carrier/adapter.js";
import type { LoadedAccount } from "../../src/shipping/account/load-account.js";
import { readOutcome } from "../../src/shipping/rate/read-outcome.js";
import { checkShipment } from "../../src/ups/checks/check-shipment.js";
import { upsCatalogue } from "../../src/ups/words/catalogue.js";
import { serviceCodeOf } from "../../src/ups/words/codes.js";
import { anAddress, aRatedService, someDetails } from "../support/rate-builders.js";

const now = new Date("2026-03-02T12:00:00Z");
const adapter: Pick<CarrierAdapter, "catalogue" | "checkShipment"> = {
  catalogue: upsCatalogue,
  checkShipment: (details, serviceCode, shipper = null) => checkShipment(details, serviceCode, now, shipper),
};
const loaded = { adapter, account: { address: anAddress() } } as unknown as LoadedAccount;

function answered(upsCode: string) {
  const rated = aRatedService({ serviceCode: serviceCodeOf(upsCode), carrierServiceCode: upsCode });
  const choice = { accountId: "cac_1", method: null };
  const ask = { kind: "ASK" as const, choice, loaded, details: someDetails(), isDraft: false };
  return readOutcome(ask, { kind: "ANSWERED", value: [rated], messages: [] });
}

it.each([
  ...["70", "71", "75", "94", "95", "96", "M2", "M3", "M4", "M5", "M6", "M7", "C6", "C7", "C8", "T0", "T1"],
  ...["9Z", "ZZ", "ABC", "z9", "A03", "ABCDE"],
])("UPS's service %s is told, and not offered", (upsCode) => {
  const { offers, unavailable } = answered(upsCode);
  expect(offers).toEqual([]);
  const { name } = unavailable[0]!.service ?? { name: serviceCodeOf(upsCode) };
  const message = `${name} is not supported by this service`;
  expect(unavailable).toMatchObject([{ reason: "SERVICE_NOT_SUPPORTED", message }]);
});

it.each(["17", "72", "92", "93"])("UPS's service %s wants a method of its own", (upsCode) => {
  const { offers, unavailable } = answered(upsCode);
  expect({ offers, reasons: unavailable.map(({ reason }) => reason) }).toEqual({
    offers: [],
    reasons: ["METHOD_REQUIRED"],
  });
});

it("UPS's service on a lane that is not in the catalogue is told as one of the lane", () => {
  expect(answered("11").unavailable).toMatchObject([
    { reason: "LANE_NOT_SERVED", message: "UPS Standard is not supported by this service inside US" },
  ]);
});

it("UPS's service that is sold is offered, zeros before its number or not", () => {
  expect([answered("03"), answered("003")].map(({ offers }) => offers.length)).toEqual([1, 1]);
});
