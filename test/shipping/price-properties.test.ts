import { Decimal } from "decimal.js";
import fc from "fast-check";
import type { StoredPriceRule, StoredPriceRules } from "../../src/entities/values/stored-method-rules.js";
import { addMoney, subtractMoney, sumOf, unitPlaces } from "../../src/money.js";
import type { OrderFacts } from "../../src/shipping/order-facts.js";
import { ownPrice } from "../../src/shipping/price/own-price.js";
import { type Priced, priceByRules } from "../../src/shipping/price/price-by-rules.js";

const places = { JPY: 0, USD: 2, EUR: 2, KWD: 3 } as const;
const currency = fc.constantFrom(...(Object.keys(places) as (keyof typeof places)[]));

/** Up to nine digits, of which up to four are decimals: also finer than any currency. */
const decimal = (min: number, max: number) =>
  fc
    .tuple(fc.integer({ min, max }), fc.integer({ min: 0, max: 4 }))
    .map(([digits, decimals]) => new Decimal(digits).times(new Decimal(10).pow(-decimals)).toFixed());
const anyAmount = decimal(-999_999_999, 999_999_999);
const positive = decimal(0, 999_999_999);

/** Price points that a currency has. */
const rounding = (unit: number) =>
  fc
    .tuple(fc.integer({ min: 1, max: 5000 }), fc.nat(), fc.constantFrom("UP", "NEAREST", "DOWN"))
    .map(([increment, ending, direction]) => {
      const text = (units: number) => new Decimal(units).times(new Decimal(10).pow(-unit)).toFixed();
      return { increment: text(increment), ending: text(ending % increment), direction: direction as "UP" };
    });

const rules = (currencyCode: keyof typeof places): fc.Arbitrary<StoredPriceRules> => {
  const money = fc.option(anyAmount.map((amount) => ({ amount, currencyCode })));
  return fc.record({
    marginPercent: decimal(-200_0000, 500_0000),
    ...{ marginAmount: money, handlingAmount: money, freeAbove: money },
    insurancePercent: decimal(0, 100_0000),
    rounding: fc.option(rounding(places[currencyCode])),
  });
};

const cases = currency.chain((currencyCode) =>
  fc.record({
    currencyCode: fc.constant(currencyCode),
    base: positive,
    rules: rules(currencyCode),
    orderAmount: fc.option(positive.map((amount) => ({ amount, currencyCode }))),
    isPaidByBuyersAccount: fc.boolean(),
  }),
);

function price({
  currencyCode,
  base,
  rules: priceRules,
  ...facts
}: typeof cases extends fc.Arbitrary<infer T> ? T : never) {
  const priced: Priced = priceByRules({ amount: base, currencyCode }, priceRules, facts);
  if (priced.kind === "REFUSED") throw new Error(priced.message);
  return { ...priced, amount: new Decimal(priced.price.amount) };
}

it("is never negative, and exact to the currency's unit, in its decimals", () => {
  fc.assert(
    fc.property(cases, (sale) => {
      const { price: money } = price(sale);
      expect(money.amount).toMatch(sale.currencyCode === "JPY" ? /^\d+$/ : /^\d+\.\d+$/);
      expect(money.amount.split(".")[1]?.length ?? 0).toBe(places[sale.currencyCode]);
    }),
  );
});

it("never falls when the carrier's price rises", () => {
  fc.assert(
    fc.property(cases, positive, (sale, more) => {
      const dearer = { ...sale, base: new Decimal(sale.base).plus(more).toFixed() };
      expect(price(dearer).amount.greaterThanOrEqualTo(price(sale).amount)).toBe(true);
    }),
  );
});

it("is the sum of its steps, each with the sum so far, the last of which is the price", () => {
  fc.assert(
    fc.property(cases, (sale) => {
      const { steps, amount } = price(sale);
      let total = new Decimal(0);
      for (const step of steps) {
        total = total.plus(step.change.amount);
        expect(total.equals(step.total.amount)).toBe(true);
      }
      expect(total.equals(amount)).toBe(true);
    }),
  );
});

it("stands on a price point, in the asked direction and less than an increment away", () => {
  const rounded = cases.filter(({ rules: { rounding: of, freeAbove }, isPaidByBuyersAccount }) => {
    return of !== null && freeAbove === null && !isPaidByBuyersAccount;
  });
  fc.assert(
    fc.property(rounded, (sale) => {
      const { steps, amount } = price(sale);
      const { increment, ending, direction } = sale.rules.rounding!;
      const before = new Decimal(steps.filter(({ kind }) => kind !== "ROUNDING").at(-1)!.total.amount);
      expect(amount.minus(ending).modulo(increment).isZero()).toBe(true);
      expect(amount.minus(before).abs().lessThan(increment)).toBe(true);
      if (direction === "UP" || before.lessThan(ending)) expect(amount.greaterThanOrEqualTo(before)).toBe(true);
      else if (direction === "DOWN") expect(amount.lessThanOrEqualTo(before)).toBe(true);
      else expect(amount.minus(before).abs().times(2).lessThanOrEqualTo(increment)).toBe(true);
    }),
  );
});

it("sums amounts exactly, in the currency's decimals at least", () => {
  fc.assert(
    fc.property(currency, fc.array(anyAmount), anyAmount, (currencyCode, amounts, more) => {
      const monies = amounts.map((amount) => ({ amount, currencyCode }));
      const sum = sumOf(monies, currencyCode);
      const exact = amounts.reduce((total, amount) => total.plus(amount), new Decimal(0));
      expect(exact.equals(sum.amount)).toBe(true);
      expect(sum.amount.split(".")[1]?.length ?? 0).toBeGreaterThanOrEqual(places[currencyCode]);
      const other = { amount: more, currencyCode };
      expect(new Decimal(subtractMoney(addMoney(sum, other), other).amount).equals(sum.amount)).toBe(true);
    }),
  );
  expect(["JPY", "USD", "KWD", "XYZ", "no currency"].map(unitPlaces)).toEqual([0, 2, 3, 2, 2]);
  expect(["JPY", "USD", "KWD"].map((code) => sumOf([], code).amount)).toEqual(["0", "0.00", "0.000"]);
});

it("is that of the first rule that matches, whatever stands behind it and does not match before it", () => {
  const facts = (kilograms: number): OrderFacts => ({
    destination: { countryCode: "DE", region: null, postalCode: "10115" },
    ...{ weight: { value: kilograms, unit: "KG" }, volume: null, quantity: null, orderAmount: null },
    ...{ tags: [], channel: null },
  });
  const rule = fc.record({ upTo: fc.integer({ min: 0, max: 20 }), base: positive }).map(
    ({ upTo, base }): StoredPriceRule => ({
      conditions: [{ variable: "WEIGHT", operator: "LESS_OR_EQUAL", value: String(upTo) }],
      destination: { countries: ["DE"], regions: [], postalPrefixes: [], postalRanges: [] },
      ...{ base, factor: "0", factorVariable: null },
    }),
  );
  fc.assert(
    fc.property(fc.array(rule), fc.integer({ min: 0, max: 20 }), (ordered, weight) => {
      const units = { currencyCode: "EUR", weightUnit: "KG", dimensionUnit: "CM" } as const;
      const own = ownPrice({ provider: "RULES", ...units, rules: ordered }, facts(weight));
      const first = ordered.find(({ conditions }) => weight <= Number(conditions[0]!.value));
      if (first === undefined) expect(own).toMatchObject({ kind: "REFUSED", reason: "NO_RULE_MATCHES" });
      else expect(own.kind === "PRICED" && new Decimal(own.price.amount).equals(first.base)).toBe(true);
    }),
  );
});
