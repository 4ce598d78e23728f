import type { CarrierAdapter } from "../../src/carrier/adapter.js";
import type { Outcome } from "../../src/carrier/outcome.js";
import type { RatedService, RateRequest } from "../../src/carrier/rating.js";
import type { LoadedAccount } from "../../src/shipping/account/load-account.js";
import type { ShippingDeps } from "../../src/shipping/deps.js";
import { currentPrice } from "../../src/shipping/rate/current-price.js";
import { toCarrierDetails } from "../../src/shipping/shipment/carrier-details.js";
import { aRatedService, someDetails, someOptions } from "../support/rate-builders.js";

const deps = { log: { warn: () => undefined } } as unknown as ShippingDeps;
const saturday = someDetails({ options: someOptions({ isSaturdayDelivery: true }) });
const plainRate = aRatedService();
const saturdayRate = aRatedService({ isSaturdayDelivery: true, total: { amount: "30.34", currencyCode: "USD" } });
const alert = { code: "110971", severity: "WARNING" as const, text: "Your invoice may vary" };

function aCarrierThatSays(outcome: Outcome<RatedService[]>) {
  const asked: RateRequest[] = [];
  const rate = async (_access: unknown, request: RateRequest) => {
    asked.push(request);
    return outcome;
  };
  return { asked, loaded: { adapter: { rate } as unknown as CarrierAdapter } as LoadedAccount };
}

const answer = (...value: RatedService[]): Outcome<RatedService[]> => ({ kind: "ANSWERED", value, messages: [alert] });

it("asks once for the one service, in the units given", async () => {
  const { asked, loaded } = aCarrierThatSays(answer(plainRate));
  const units = { weightUnit: "KG", dimensionUnit: "CM" } as const;
  const price = await currentPrice(deps, loaded, someDetails(), "UPS_GROUND", units);
  expect(price).toEqual({ kind: "ANSWERED", value: plainRate, messages: [alert] });
  expect(asked).toEqual([{ details: toCarrierDetails(someDetails(), null), serviceCode: "UPS_GROUND", ...units }]);
});

it("leaves the units to the carrier's origin without any", async () => {
  const { asked, loaded } = aCarrierThatSays(answer(plainRate));
  await currentPrice(deps, loaded, someDetails(), "UPS_GROUND", null);
  expect(asked[0]).toMatchObject({ weightUnit: null, dimensionUnit: null });
});

it.each([
  ["weekday", someDetails(), plainRate],
  ["Saturday", saturday, saturdayRate],
])("gives the %s price where both come back", async (_day, details, expected) => {
  const { loaded } = aCarrierThatSays(answer(saturdayRate, plainRate));
  const price = await currentPrice(deps, loaded, details, "UPS_GROUND", null);
  expect(price).toMatchObject({ kind: "ANSWERED", value: expected });
});

it("refuses when Saturday delivery was asked for and only a weekday came back", async () => {
  const { loaded } = aCarrierThatSays(answer(plainRate));
  expect(await currentPrice(deps, loaded, saturday, "UPS_GROUND", null)).toEqual({
    kind: "REJECTED",
    messages: [
      alert,
      {
        code: "NOT_OFFERED",
        severity: "ERROR",
        text: "The carrier gave no price for the service with Saturday delivery.",
      },
    ],
  });
});

it("hands on a carrier's failure as it is", async () => {
  const failure = {
    ...{ kind: "UNAVAILABLE" as const, reason: "TIMEOUT" as const, message: "UPS gave no usable answer: timeout" },
    ...{ retryAfterSeconds: null, messages: [] },
  };
  const { loaded } = aCarrierThatSays(failure);
  expect(await currentPrice(deps, loaded, someDetails(), "UPS_GROUND", null)).toBe(failure);
});
