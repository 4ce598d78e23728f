import type { RightBehaviour } from "../replay.js";
import type { Answer } from "../stand-ins.js";
import { inputFieldNames, isInReadme } from "./listed.js";
import { isBought, purchaseOf, shipped, textsOf } from "./purchases.js";

/** A tariff line above 2,500 USD out of the United States is not sold without a word about the export filing. */
const exportFiling: RightBehaviour = ({ answers }) => {
  expect(textsOf(purchaseOf(answers[0])).join("\n")).toMatch(/\bEEI\b|\bITN\b|\bAES\b|export (filing|information)/i);
};

const taxNumbers: RightBehaviour = ({ answers }) => {
  const names = inputFieldNames(answers[0]).join(" ");
  expect(/ioss|voec|vendor|taxNumbers|marketplace/i.test(names) || isInReadme(/IOSS/)).toBe(true);
};

/** Declared to UPS as the specification says, or refused; never ordinary goods. */
const regulatedGoods: RightBehaviour = (replayed) => {
  const bought: Answer = purchaseOf(replayed.answers[2]);
  if (!isBought(bought)) {
    expect(textsOf(bought)).not.toEqual([]);
    return expect(shipped(replayed)).toEqual([]);
  }
  for (const { Shipment } of shipped(replayed)) expect(JSON.stringify(Shipment)).toContain('"HazMat":');
};

export const customsCases: Record<string, RightBehaviour> = {
  C1: exportFiling,
  C2: taxNumbers,
  C8: regulatedGoods,
};
