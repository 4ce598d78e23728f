import { readFileSync } from "node:fs";
import type { MonetaryAmount } from "../../src/entities/values/monetary-amount.js";
import type {
  StoredPriceRounding,
  StoredPriceRule,
  StoredPriceRules,
  StoredRules,
} from "../../src/entities/values/stored-method-rules.js";
import type { OrderFacts } from "../../src/shipping/order-facts.js";
import { ownPrice } from "../../src/shipping/price/own-price.js";
import { priceByRules } from "../../src/shipping/price/price-by-rules.js";
import type { Priced } from "../../src/shipping/price/priced.js";

const page = readFileSync("docs/pricing.md", "utf8");

/** The rows of the table behind a mark, each by its column's name. */
function tableAt(mark: string): Record<string, string>[] {
  const text = page.split(`<!-- ${mark} -->\n`)[1]?.split("\n\n")[0] ?? "";
  const cells = (line: string) =>
    line
      .split("|")
      .slice(1, -1)
      .map((cell) => cell.trim());
  const [head = "", , ...lines] = text.trim().split("\n");
  const names = cells(head);
  return lines.map((line) => Object.fromEntries(cells(line).map((cell, index) => [names[index] as string, cell])));
}

function moneyIn(text: string | undefined): MonetaryAmount | null {
  const [amount, currencyCode] = (text ?? "").split(" ");
  return amount && currencyCode ? { amount, currencyCode } : null;
}

function measureIn<U extends string>(text: string | undefined): { value: number; unit: U } | null {
  const [value, unit] = (text ?? "").split(" ");
  return value && unit ? { value: Number(value), unit: unit as U } : null;
}

const listIn = (text: string | undefined) => (text ? text.split(",").map((part) => part.trim()) : []);
const told = (priced: Priced) =>
  priced.kind === "PRICED" ? `${priced.price.amount} ${priced.price.currencyCode}` : priced.reason;

function roundingIn(text: string): StoredPriceRounding | null {
  const [direction, increment, , ending] = text.split(" ");
  return text ? ({ direction, increment, ending } as StoredPriceRounding) : null;
}

function rulesIn(row: Record<string, string>): StoredPriceRules {
  return {
    marginPercent: row["margin %"] || "0",
    marginAmount: moneyIn(row.margin),
    handlingAmount: moneyIn(row.handling),
    freeAbove: moneyIn(row["free from"]),
    insurancePercent: row["insured %"] || "0",
    rounding: roundingIn(row.rounding ?? ""),
  };
}

const prices = tableAt("worked prices");
const orders = tableAt("worked orders");

it("has examples in currencies of no, two and three decimals", () => {
  const currencies = new Set(prices.map(({ base }) => base?.split(" ")[1]));
  expect([...currencies].sort()).toEqual(["EUR", "HUF", "JPY", "KWD", "USD"]);
  expect(orders.length).toBeGreaterThan(10);
});

it.each(prices.map((row, index) => [`${index + 1}: ${row.base} becomes ${row.price}`, row]))("example %s", (_, row) => {
  const facts = { orderAmount: moneyIn(row["order amount"]), isPaidByBuyersAccount: row["paid by"] === "buyer" };
  expect(told(priceByRules(moneyIn(row.base)!, rulesIn(row), facts))).toBe(row.price);
});

function ruleIn(row: Record<string, string>): StoredPriceRule {
  const [base = "", factor = "0", factorVariable = null] = (row.price ?? "").split(/ \+ | x /);
  const conditions = listIn(row.conditions).map((text) => {
    const [variable, operator, value] = text.split(" ");
    return { variable, operator, value } as StoredPriceRule["conditions"][number];
  });
  const destination = {
    ...{ countries: listIn(row.countries), regions: [] },
    ...{ postalPrefixes: listIn(row["postal prefixes"]), postalRanges: [] },
  };
  return { conditions, destination, base, factor, factorVariable: factorVariable as StoredPriceRule["factorVariable"] };
}

const rules: StoredRules = {
  ...{ provider: "RULES", currencyCode: "EUR", weightUnit: "KG", dimensionUnit: "CM" },
  rules: tableAt("worked rules").map(ruleIn),
};

function factsIn(row: Record<string, string>): OrderFacts {
  const [countryCode = "", postalCode = null] = (row.destination ?? "").split(" ");
  return {
    destination: { countryCode, region: null, postalCode },
    weight: measureIn(row.weight),
    volume: measureIn(row.volume),
    quantity: row.pieces ? Number(row.pieces) : null,
    orderAmount: moneyIn(row["order amount"]),
    ...{ tags: [], channel: null },
  };
}

it.each(orders.map((row, index) => [`${index + 1}: ${row.destination} costs ${row.price}`, row]))(
  "order %s",
  (_, row) => {
    const own = ownPrice(rules, factsIn(row));
    if (own.kind === "REFUSED") expect(own.reason).toBe(row.price);
    else {
      const facts = { orderAmount: null, isPaidByBuyersAccount: false };
      const priced = priceByRules(own.price, rulesIn({}), facts, own.steps);
      expect(told(priced)).toBe(row.price);
      expect(own.steps[0]?.text).toMatch(new RegExp(`^Rule ${row.rule}:`));
    }
  },
);
