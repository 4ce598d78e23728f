import type { CarrierAdapter } from "../../src/carrier/adapter.js";
import type { Answered } from "../../src/carrier/outcome.js";
import type { RatedService } from "../../src/carrier/rating.js";
import type { CarrierShippingMethod } from "../../src/entities/carrier-shipping-method.js";
import type { LoadedAccount } from "../../src/shipping/account/load-account.js";
import type { ShippingDeps } from "../../src/shipping/deps.js";
import type { Ask } from "../../src/shipping/rate/ask-carrier.js";
import { currentPrice } from "../../src/shipping/rate/current-price.js";
import { readOutcome } from "../../src/shipping/rate/read-outcome.js";
import { upsCatalogue } from "../../src/ups/words/catalogue.js";
import { anAddress, aRatedService, someDetails, someOptions } from "../support/rate-builders.js";

const usd = (amount: string) => ({ amount, currencyCode: "USD" });
const zero = aRatedService({ total: usd("0.00"), published: usd("0.00") });
const negative = aRatedService({ serviceCode: "UPS_3_DAY_SELECT", total: usd("-3.00") });
const text = "UPS's price of its service 12 cannot be read, so the service is not offered.";
const unread = { code: "PRICE_UNREADABLE", severity: "WARNING" as const, text, serviceCode: "UPS_3_DAY_SELECT" };
const answer: Answered<RatedService[]> = {
  kind: "ANSWERED",
  value: [zero, aRatedService({ serviceCode: "UPS_2ND_DAY_AIR" })],
  messages: [],
};

let answered = answer;
beforeEach(() => {
  answered = answer;
});
const adapter = { catalogue: upsCatalogue, checkShipment: () => [], rate: async () => answered };
const loaded = { adapter: adapter as unknown as CarrierAdapter, account: { address: anAddress() } } as LoadedAccount;
const someoneElse = someOptions({ payer: "THIRD_PARTY", payerAccountNumber: "0A1B2C" });

function read(details = someDetails(), serviceCode: string | null = null) {
  const method = serviceCode === null ? null : ({ serviceCode } as CarrierShippingMethod);
  const ask: Ask = { kind: "ASK", choice: { accountId: "cac_1", method }, loaded, details, isDraft: false };
  const { offers, unavailable } = readOutcome(ask, answered);
  return { offered: offers.map(({ rated }) => rated?.serviceCode), unavailable };
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

it.each([someDetails(), someDetails({ options: someoneElse })])(
  "is no offer where it is negative, whoever pays",
  (of) => {
    answered = { ...answer, value: [negative] };
    const message = "The carrier gave no price for it: it answered a negative amount.";
    expect(read(of)).toMatchObject({ offered: [], unavailable: [{ reason: "NO_PRICE", message }] });
  },
);

it.each([
  ["a method's own service", "UPS_3_DAY_SELECT", []],
  ["one of all", null, ["UPS_GROUND", "UPS_2ND_DAY_AIR"]],
])("is none where it cannot be read, of %s", (_what, wanted, offered) => {
  answered = { ...answer, messages: [unread] };
  const { unavailable, offered: got } = read(someDetails({ options: someoneElse }), wanted);
  expect(got).toEqual(offered);
  expect(unavailable).toEqual([
    expect.objectContaining({
      service: expect.objectContaining({ code: "UPS_3_DAY_SELECT" }),
      ...{ reason: "NO_PRICE", message: text },
    }),
  ]);
});

it("that is another service's and cannot be read is not told of a method", () => {
  answered = { ...answer, messages: [unread] };
  expect(read(someDetails(), "UPS_2ND_DAY_AIR")).toEqual({ offered: ["UPS_2ND_DAY_AIR"], unavailable: [] });
  expect(read(someDetails(), "UPS_NEXT_DAY_AIR").unavailable).toMatchObject([{ reason: "LANE_NOT_SERVED" }]);
});

it("that cannot be read is asked for again, by whoever buys or pays", async () => {
  answered = { kind: "ANSWERED", value: [], messages: [unread] };
  const price = await currentPrice({} as ShippingDeps, loaded, someDetails(), "UPS_3_DAY_SELECT", null);
  expect(price).toMatchObject({ kind: "UNAVAILABLE", reason: "PROTOCOL_ERROR" });
});
