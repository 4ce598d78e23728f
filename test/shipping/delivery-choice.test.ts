import { Decimal } from "decimal.js";
import fc from "fast-check";
import { type Candidate, chooseOptions } from "../../src/shipping/delivery/delivery-option.js";

const usd = (amount: string) => ({ amount, currencyCode: "USD" });
const candidate = (name: string, amount: string, day: string | null = null, parts: Partial<Candidate> = {}) => ({
  ...{ name, price: usd(amount), promisedDate: day, promisedLatestDate: day, sameness: null },
  ...parts,
});
const shown = (candidates: Candidate[]) =>
  chooseOptions(candidates).map(({ name, isCheapest, isFastest }) =>
    [name, isCheapest && "cheapest", isFastest && "fastest"].filter(Boolean).join(" "),
  );

const ground = { sameness: "UPS UPS_GROUND" };

it.each([
  [
    "sorts by price, then by day, with unknown days last",
    [candidate("c", "9.00"), candidate("b", "9.00", "2026-03-09"), candidate("a", "10.00", "2026-03-04")],
    ["b cheapest", "c", "a fastest"],
  ],
  ["compares amounts as numbers", [candidate("ten", "10.00"), candidate("nine", "9.5")], ["nine cheapest", "ten"]],
  [
    "keeps one service twice where its promises differ",
    [candidate("weekday", "9.00", "2026-03-09", ground), candidate("saturday", "25.00", "2026-03-07", ground)],
    ["weekday cheapest", "saturday fastest"],
  ],
  [
    "keeps what leaves later and costs more, as its merchant offers it",
    [candidate("made for you", "12.00", "2026-03-12", ground), candidate("in stock", "9.00", "2026-03-09", ground)],
    ["in stock cheapest fastest", "made for you"],
  ],
  [
    "drops what promises the same and is dearer",
    [candidate("dear", "12.00", "2026-03-09", ground), candidate("fair", "9.00", "2026-03-09", ground)],
    ["fair cheapest fastest"],
  ],
  [
    "keeps what is of no service, however alike",
    [candidate("bike", "5.00", "2026-03-09"), candidate("tram", "5.00", "2026-03-09")],
    ["bike cheapest fastest", "tram"],
  ],
  [
    "marks the earliest certain day as the fastest, not the earliest possible one",
    [
      candidate("range", "5.00", "2026-03-05", { promisedLatestDate: "2026-03-12" }),
      candidate("day", "6.00", "2026-03-06"),
    ],
    ["range cheapest", "day fastest"],
  ],
  [
    "calls nothing the cheapest in two currencies",
    [candidate("euro", "1.00", null, { price: { amount: "1.00", currencyCode: "EUR" } }), candidate("dollar", "1.00")],
    ["euro", "dollar"],
  ],
])("%s", (_, candidates, expected) => {
  expect(shown(candidates as Candidate[])).toEqual(expected);
});

const day = fc.option(fc.constantFrom("2026-03-05", "2026-03-06", "2026-03-09"), { nil: null });
const anything = fc.record({
  price: fc.record({
    amount: fc.integer({ min: 0, max: 400 }).map((cents) => new Decimal(cents).dividedBy(100).toFixed(2)),
    currencyCode: fc.constantFrom("USD", "USD", "USD", "EUR"),
  }),
  days: fc.tuple(day, day),
  sameness: fc.option(fc.constantFrom("ground", "air"), { nil: null }),
});
const candidates = fc
  .array(anything, { maxLength: 12 })
  .map((list) => list.map(({ days, ...rest }, index) => ({ ...rest, name: `way ${index}`, ...daysOf(days) })));

function daysOf([first, second]: [string | null, string | null]) {
  if (first === null) return { promisedDate: null, promisedLatestDate: null };
  const [earliest, latest] = [first, second ?? first].sort();
  return { promisedDate: earliest!, promisedLatestDate: latest! };
}

const isNoWorse = (a: Candidate, b: Candidate) =>
  a.sameness !== null &&
  a.sameness === b.sameness &&
  a.price.currencyCode === b.price.currencyCode &&
  new Decimal(a.price.amount).lessThanOrEqualTo(b.price.amount) &&
  a.promisedDate === b.promisedDate &&
  a.promisedLatestDate === b.promisedLatestDate;

describe("whatever the candidates are", () => {
  it("what is left out promises what something kept does, no cheaper, and nothing kept does", () => {
    fc.assert(
      fc.property(candidates, (all) => {
        const options = chooseOptions(all);
        expect(all.every((way) => options.some((kept) => kept.name === way.name || isNoWorse(kept, way)))).toBe(true);
        for (const [index, option] of options.entries())
          expect(options.some((other, place) => place !== index && isNoWorse(other, option))).toBe(false);
      }),
    );
  });

  it("prices rise, and at most one is the cheapest and one the fastest", () => {
    fc.assert(
      fc.property(candidates, (all) => {
        const options = chooseOptions(all);
        const prices = options.map(({ price }) => price);
        for (const [index, price] of prices.slice(1).entries())
          expect(
            price.currencyCode !== prices[index]!.currencyCode ||
              new Decimal(price.amount).greaterThanOrEqualTo(prices[index]!.amount),
          ).toBe(true);
        const currencies = new Set(prices.map(({ currencyCode }) => currencyCode));
        expect(options.filter(({ isCheapest }) => isCheapest)).toHaveLength(currencies.size === 1 ? 1 : 0);
        const promised = options.filter(({ promisedDate }) => promisedDate !== null);
        const fastest = options.filter(({ isFastest }) => isFastest);
        expect(fastest).toHaveLength(promised.length > 0 ? 1 : 0);
        const [best] = fastest;
        expect(promised.every(({ promisedLatestDate }) => best!.promisedLatestDate! <= promisedLatestDate!)).toBe(true);
      }),
    );
  });

  it("their order makes no difference to what is shown", () => {
    fc.assert(
      fc.property(candidates, fc.infiniteStream(fc.nat()), (all, chance) => {
        const shuffled = [...all].sort(() => (chance.next().value % 3) - 1);
        const plain = (list: Candidate[]) => chooseOptions(list).map(({ name: _, ...rest }) => rest);
        expect(plain(shuffled)).toEqual(plain(all));
      }),
    );
  });
});
