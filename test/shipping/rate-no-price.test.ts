import type { CarrierAdapter } from "../../src/carrier/adapter.js";
import type { LoadedAccount } from "../../src/shipping/account/load-account.js";
import type { ShippingDeps } from "../../src/shipping/deps.js";
import type { Ask } from "../../src/shipping/rate/ask-carrier.js";
import { currentPrice } from "../../src/shipping/rate/current-price.js";
import { readOutcome } from "../../src/shipping/rate/read-outcome.js";
import { upsCatalogue } from "../../src/ups/words/catalogue.js";
import { anAddress, aRatedService, someDetails, someOptions } from "../support/rate-builders.js";

const usd = (amount: string) => ({ amount, currencyCode: "USD" });
const zero = aRatedService({ total: usd("0.00"), published: usd("0.00") });
const answer = {
  kind: "ANSWERED" as const,
  value: [zero, aRatedService({ serviceCode: "UPS_2ND_DAY_AIR" })],
  messages: [],
};

const adapter = { catalogue: upsCatalogue, checkShipment: () => [], rate: async () => answer };
const loaded = { adapter: adapter as unknown as CarrierAdapter, account: { address: anAddress() } } as LoadedAccount;
const someoneElse = someOptions({ payer: "THIRD_PARTY", payerAccountNumber: "0A1B2C" });

function read(details = someDetails()) {
  const ask: Ask = { kind: "ASK", choice: { accountId: "cac_1", method: null }, loaded, details, isDraft: false };
  const { offers, unavailable } = readOutcome(ask, answer);
  return { offered: offers.map(({ rated }) => rated.serviceCode), unavailable };
}

it("is no offer to whoever pays, and says so", () => {
  expect(read()).toEqual({
    offered: ["UPS_2ND_DAY_AIR"],
    unavailable: [
      {
        shippingMethod: null,
        service: expect.objectContaining({ code: "UPS_GROUND" }),
        reason: "NO_PRICE",
        message: "The carrier gave no price for it: it answered zero.",
      },
    ],
  });
});

it("is one where somebody else pays the carrier", () => {
  const { offered, unavailable } = read(someDetails({ options: someoneElse }));
  expect({ offered, unavailable }).toEqual({ offered: ["UPS_GROUND", "UPS_2ND_DAY_AIR"], unavailable: [] });
});

it("never passes for a price within the limits of a purchase", async () => {
  const deps = {} as ShippingDeps;
  const price = await currentPrice(deps, loaded, someDetails(), "UPS_GROUND", null);
  expect(price).toMatchObject({ kind: "REJECTED", messages: [{ code: "NO_PRICE" }] });
  expect(await currentPrice(deps, loaded, someDetails({ options: someoneElse }), "UPS_GROUND", null)).toMatchObject({
    kind: "ANSWERED",
  });
});
