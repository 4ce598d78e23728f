import type { RightBehaviour } from "../replay.js";
import type { Answer } from "../stand-ins.js";
import { codesOf, isBought, purchaseOf, ratesOf, serviceCodes, textsOf } from "./purchases.js";

const isoCurrencies: RightBehaviour = ({ answers }) => {
  const currencies = ratesOf(answers[1]).quotes.map((quote: Answer) => quote.price.currencyCode);
  expect([...new Set(currencies)]).toEqual(["CNY"]);
  expect(purchaseOf(answers[3])).toMatchObject({ purchase: { state: "PURCHASED" }, userErrors: [] });
};

/** UPS answers a service that is not sold here: no offer, but told with true words. */
const offersCanBeBought: RightBehaviour = ({ answers }) => {
  const rates = ratesOf(answers[1]);
  const isOffered = serviceCodes(rates).some((code) => /93|GROUND_SAVER|SUREPOST/.test(code));
  const reasons = rates.unavailable.map(({ message }: Answer) => message).join("\n");
  // Sold as offered, but for the price that the case invents: it is checked before anything is bought.
  if (isOffered) return expect(codesOf(purchaseOf(answers[2]))).toEqual(["PRICE_CHANGED"]);
  expect(rates.quotes).not.toEqual([]);
  expect(reasons).toMatch(/93|Ground Saver|SurePost/i);
  expect(reasons).not.toMatch(/UPS does not offer/i);
};

/** Services that UPS has: sold, or refused as not supported here. */
const trueWords: RightBehaviour = ({ answers }) => {
  for (const bought of answers.map(purchaseOf)) {
    if (isBought(bought)) continue;
    expect(textsOf(bought)).not.toEqual([]);
    expect(textsOf(bought).join()).not.toMatch(/UPS does not (offer|have)/i);
  }
};

const nothingIsFree: RightBehaviour = ({ answers }) => {
  const rates = ratesOf(answers[1]);
  expect(rates.quotes).not.toEqual([]);
  expect(rates.quotes.filter((quote: Answer) => Number(quote.price.amount) === 0)).toEqual([]);
  expect(rates.unavailable).not.toEqual([]);
};

const metricLimits: RightBehaviour = ({ answers }) => {
  expect(ratesOf(answers[0])).toMatchObject({ userErrors: [] });
  expect(ratesOf(answers[0]).quotes).not.toEqual([]);
};

export const rateCases: Record<string, RightBehaviour> = {
  R1: isoCurrencies,
  R2: offersCanBeBought,
  R4: trueWords,
  R5: nothingIsFree,
  R12: metricLimits,
};
