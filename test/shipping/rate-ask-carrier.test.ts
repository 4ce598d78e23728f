import type { CarrierAdapter } from "../../src/carrier/adapter.js";
import type { Outcome } from "../../src/carrier/outcome.js";
import type { RatedService, RateRequest } from "../../src/carrier/rating.js";
import { SecretText } from "../../src/carrier/secret-text.js";
import type { CarrierAccount } from "../../src/entities/carrier-account.js";
import type { LoadedAccount } from "../../src/shipping/account/load-account.js";
import { askCarrier } from "../../src/shipping/rate/ask-carrier.js";
import { toCarrierDetails } from "../../src/shipping/shipment/carrier-details.js";
import { anAddress, aRatedService, someDetails } from "../support/rate-builders.js";

const answered: Outcome<RatedService[]> = { kind: "ANSWERED", value: [aRatedService()], messages: [] };

/** A carrier whose answers the test gives, one per call, in the order of the calls. */
function aSlowCarrier() {
  const calls: { resolve(outcome: Outcome<RatedService[]>): void; reject(error: Error): void }[] = [];
  const rate = () => new Promise<Outcome<RatedService[]>>((resolve, reject) => calls.push({ resolve, reject }));
  return { calls, adapter: { rate } as unknown as CarrierAdapter };
}

function anAccount(adapter: CarrierAdapter, parts: Partial<LoadedAccount["access"]> = {}): LoadedAccount {
  const access = {
    ...{ tenantId: "t1", accountId: "cac_1", environment: "SIMULATOR" as const, accountNumber: "A1B2C3" },
    ...{ credentialVersion: 1, credentials: { apiKey: new SecretText("key") } },
    ...{ shipper: anAddress(), ...parts },
  };
  return { account: { id: access.accountId } as CarrierAccount, adapter, access };
}

const aRequest = (parts: Partial<RateRequest> = {}): RateRequest => ({
  details: toCarrierDetails(someDetails(), null),
  ...{ serviceCode: null, weightUnit: null, dimensionUnit: null },
  ...parts,
});

it("shares one call among 50 equal requests and gives all the same answer", async () => {
  const { adapter, calls } = aSlowCarrier();
  const answers = Array.from({ length: 50 }, () => askCarrier(anAccount(adapter), aRequest()));
  expect(calls).toHaveLength(1);
  calls[0]?.resolve(answered);
  expect(await Promise.all(answers)).toEqual(Array(50).fill(answered));
});

it("asks again once the answer has come", async () => {
  const { adapter, calls } = aSlowCarrier();
  const first = askCarrier(anAccount(adapter), aRequest());
  calls[0]?.resolve(answered);
  await first;
  void askCarrier(anAccount(adapter), aRequest());
  expect(calls).toHaveLength(2);
});

it("fails all that waited and keeps nothing of the failure", async () => {
  const { adapter, calls } = aSlowCarrier();
  const waiting = [1, 2].map(() => askCarrier(anAccount(adapter), aRequest()));
  calls[0]?.reject(new Error("a bug in the adapter"));
  const failed = await Promise.allSettled(waiting);
  expect(failed.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
  const again = askCarrier(anAccount(adapter), aRequest());
  calls[1]?.resolve(answered);
  expect(await again).toEqual(answered);
});

it.each<[string, Partial<LoadedAccount["access"]>, Partial<RateRequest>]>([
  ["of another tenant", { tenantId: "t2" }, {}],
  ["of another account", { accountId: "cac_2" }, {}],
  ["with renewed credentials", { credentialVersion: 2 }, {}],
  ["from a changed account address", { shipper: anAddress({ postalCode: "10019" }) }, {}],
  ["in other units", {}, { weightUnit: "KG" }],
  ["for another service", {}, { serviceCode: "UPS_GROUND" }],
  ["for other details", {}, { details: toCarrierDetails(someDetails({ shipDate: "2026-05-04" }), null) }],
])("does not share a call with a request %s", (_what, access, request) => {
  const { adapter, calls } = aSlowCarrier();
  void askCarrier(anAccount(adapter), aRequest());
  void askCarrier(anAccount(adapter, access), aRequest(request));
  expect(calls).toHaveLength(2);
});
