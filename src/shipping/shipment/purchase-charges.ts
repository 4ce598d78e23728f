import { Decimal } from "decimal.js";
import type { Money } from "../../carrier/values.js";
import type { LabelPurchase } from "../../entities/label-purchase.js";
import type { PurchasedPackage } from "../../entities/purchased-package.js";
import { addMoney, subtractMoney, sumOf } from "../../money.js";

/** What one purchase costs, whoever pays. All null: not bought, or not known yet. */
export interface PurchaseCharges {
  /** As the carrier charged it when it was bought. */
  purchased: Money | null;
  /** Of that the voided packages' share, as far as it is known. */
  voided: Money | null;
  /** What is left of it: zero once all is voided. */
  net: Money | null;
  /** Packages are voided whose share the carrier never told: `net` is the most that it can come to. */
  hasUnknownVoided: boolean;
}

const unknown: PurchaseCharges = { purchased: null, voided: null, net: null, hasUnknownVoided: false };

/** `packages`: those of this purchase. */
export function purchaseCharges(purchase: LabelPurchase, packages: PurchasedPackage[]): PurchaseCharges {
  const purchased = purchase.purchasedCharges;
  if (purchased === null) return unknown;
  if (purchase.voidedAt !== null) {
    return { purchased, voided: purchased, net: subtractMoney(purchased, purchased), hasUnknownVoided: false };
  }
  const voidedOnes = packages.filter(({ voidState }) => voidState === "VOIDED");
  const voided = itemsOf(voidedOnes, purchased);
  const net = subtractMoney(purchased, voided);
  return { purchased, voided, net, hasUnknownVoided: voidedOnes.length > 0 && !isAllTold(packages, purchased) };
}

/** What the carrier charges for the package alone, zero once it is voided; null: it does not say. */
export function packageCharges({ chargeItems, voidState }: PurchasedPackage): Money | null {
  const [first] = chargeItems;
  if (first === undefined) return null;
  const { currencyCode } = first.amount;
  const inForce = voidState === "VOIDED" ? [] : chargeItems;
  return sumOf(
    inForce.map(({ amount }) => amount),
    currencyCode,
  );
}

function itemsOf(packages: PurchasedPackage[], { currencyCode }: Money): Money {
  return sumOf(
    packages.flatMap(({ chargeItems }) => chargeItems.map(({ amount }) => amount)),
    currencyCode,
  );
}

/** Whether the carrier told of every part of the charges which package it is for. */
function isAllTold(packages: PurchasedPackage[], purchased: Money): boolean {
  return new Decimal(itemsOf(packages, purchased).amount).equals(purchased.amount);
}

/** Null: one of them is not known, or they are in several currencies. */
export function sumCharges(charges: (Money | null)[]): Money | null {
  const [first, ...rest] = charges;
  if (first == null) return null;
  return rest.reduce<Money | null>(
    (sum, money) => (sum && money && sum.currencyCode === money.currencyCode ? addMoney(sum, money) : null),
    first,
  );
}
