import fc from "fast-check";
import { compareQuotes } from "../../src/shipping/rate/quote-order.js";

type Sortable = Parameters<typeof compareQuotes>[0];

let count = 0;
const quote = (parts: Partial<Sortable>): Sortable => {
  const id = `quo_${String(count++).padStart(3, "0")}`;
  return { ...{ priceCurrency: "USD", transitDays: 2, isSaturdayDelivery: false, id }, ...defaults, ...parts };
};
const defaults = { priceAmount: "10.00", serviceCode: "UPS_GROUND" };

it("puts the cheapest first, then the fastest, then sorts by service and Saturday", () => {
  const sorted = [
    quote({ priceAmount: "9.9" }),
    quote({ priceAmount: "10", transitDays: 1, serviceCode: "UPS_NEXT_DAY_AIR" }),
    quote({ priceAmount: "10.00", serviceCode: "UPS_2ND_DAY_AIR" }),
    quote({}),
    quote({ isSaturdayDelivery: true }),
    quote({ transitDays: null }),
    quote({ priceAmount: "100.00" }),
    quote({ priceAmount: "1.00", priceCurrency: "ZAR" }),
  ];
  expect([...sorted].reverse().sort(compareQuotes)).toEqual(sorted);
});

it("tells amounts apart that floating-point numbers cannot", () => {
  const cheaper = quote({ priceAmount: "900719925474.099300", id: "quo_z" });
  const dearer = quote({ priceAmount: "900719925474.099301", id: "quo_a" });
  expect([dearer, cheaper].sort(compareQuotes)).toEqual([cheaper, dearer]);
});

it("is the same order whatever the order before", () => {
  const quotes = fc.array(
    fc.record({
      priceAmount: fc.integer({ min: 0, max: 3000 }).map((cents) => (cents / 100).toFixed(2)),
      transitDays: fc.constantFrom(null, 1, 2),
      isSaturdayDelivery: fc.boolean(),
    }),
  );
  fc.assert(
    fc.property(quotes, (parts) => {
      const offers = parts.map(quote);
      expect([...offers].sort(compareQuotes)).toEqual([...offers].reverse().sort(compareQuotes));
    }),
  );
});
