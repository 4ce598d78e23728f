import type { RateQuote } from "../../src/entities/rate-quote.js";
import { checkQuote, type QuotedPurchase } from "../../src/shipping/shipment/check-quote.js";
import { anAddress, aPackage, aQuoteOf, someDetails, someOptions } from "../support/rate-builders.js";

const at = ["input", "rateQuoteId"];
const lastBuyable = new Date("2026-05-01T11:59:59.999Z");

function check(quote: RateQuote | null, against: Partial<QuotedPurchase> = {}, now = lastBuyable) {
  const purchase = { details: someDetails(), accountId: "cac_1", serviceCode: "UPS_GROUND", ...against };
  return checkQuote(quote, purchase, now, at);
}

const mismatch = (difference: string) => [
  {
    code: "QUOTE_MISMATCH",
    message: `The rate quote was made for ${difference}: ask for rates again.`,
    field: at,
    carrierErrorCode: null,
  },
];

it("finds nothing wrong with a quote of exactly this, to its last instant", () => {
  expect(check(aQuoteOf(someDetails()))).toEqual([]);
});

it("lets the purchase leave the service to the quote", () => {
  expect(check(aQuoteOf(someDetails()), { serviceCode: null })).toEqual([]);
});

it("allows another person at the same address", () => {
  const shipTo = anAddress({ name: "Grace Sample", phone: null, email: null });
  expect(check(aQuoteOf(someDetails()), { details: someDetails({ shipTo }) })).toEqual([]);
});

it("refuses a quote that is not there", () => {
  expect(check(null)).toEqual([
    { code: "NOT_FOUND", message: "There is no such rate quote.", field: at, carrierErrorCode: null },
  ]);
});

it("refuses a quote from the instant it expires", () => {
  expect(check(aQuoteOf(someDetails()), {}, new Date("2026-05-01T12:00:00.000Z"))).toEqual([
    {
      code: "QUOTE_EXPIRED",
      message: "The rate quote expired at 2026-05-01T12:00:00.000Z: ask for rates again.",
      field: at,
      carrierErrorCode: null,
    },
  ]);
});

const saturday = someDetails({ options: someOptions({ isSaturdayDelivery: true }) });

it.each<[string, RateQuote, Partial<QuotedPurchase>]>([
  ["another carrier account", aQuoteOf(someDetails()), { accountId: "cac_2" }],
  ["the service UPS_GROUND", aQuoteOf(someDetails()), { serviceCode: "UPS_NEXT_DAY_AIR" }],
  ["another shipment", aQuoteOf(someDetails()), { details: someDetails({ packages: [aPackage(), aPackage()] }) }],
  ["delivery on a weekday", aQuoteOf(someDetails()), { details: saturday }],
  ["delivery on a Saturday", aQuoteOf(saturday), {}],
])("refuses a quote of %s", (difference, quote, against) => {
  expect(check(quote, against)).toEqual(mismatch(difference));
});
