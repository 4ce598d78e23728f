import { countryCode } from "../../carrier/address-parts.js";
import {
  type DutiesPayerAccount,
  noPayerAccount,
  type PayerAccount,
  type ShipmentNotification,
} from "../../carrier/shipment-options.js";
import type { CarrierShippingMethod } from "../../entities/carrier-shipping-method.js";
import { type StoredShipmentOptions, storedPlainOptions } from "../../entities/values/stored-shipment-details.js";
import type { ShippingUserError } from "../../entities/values/user-error.js";
import { withGiven } from "../input-of.js";
import { optionDefaults } from "../method/carrier-settings.js";
import { userError } from "../user-error.js";
import { checkCustomersPayer, paidBy } from "./customers-payer-options.js";
import type { DetailsDefaults } from "./details-defaults.js";
import type { DutiesPayerAccountInput, NotificationInput, OptionsInput } from "./details-input.js";

type Collection = Pick<StoredShipmentOptions, "collectOnDelivery" | "collectOnDeliveryFunds">;

type OptionsDefaults = Pick<DetailsDefaults, "method" | "base" | "adapter" | "customersPayer">;

/** Options with their defaults, and what the shipping method says to them. Nothing is accepted and ignored. */
export function buildOptions(
  input: OptionsInput | null,
  { method, base, adapter, customersPayer = null }: OptionsDefaults,
  at: string[],
): { options: StoredShipmentOptions; userErrors: ShippingUserError[] } {
  if (customersPayer) {
    // Nothing of another payer is left where the account has no such part.
    const unpaid = base && { ...base, options: { ...base.options, ...noPayerAccount } };
    const written = buildOptions(paidBy(customersPayer, input), { method, base: unpaid, adapter }, at);
    const contradictions = checkCustomersPayer(input, customersPayer, adapter, at);
    return { ...written, userErrors: [...contradictions, ...written.userErrors] };
  }
  // What was priced or saved stays, also where nothing was chosen.
  const before = base?.options ?? { ...storedPlainOptions, ...(method && optionDefaults(method)) };
  const { notifications, dutiesPayerAccount, ...chosen } = input ?? {};
  const all = withGiven(before, chosen);
  const payer = input?.payer ?? payerBefore(before, method?.billMyAccount ?? false);
  const options: StoredShipmentOptions = {
    ...all,
    payer,
    ...(payer === "SENDER" ? noPayerAccount : writtenAlike(all)),
    ...collection(input?.collectOnDelivery === null ? noCollection : all),
    dutiesPayerAccount: dutiesAccount(all, dutiesPayerAccount),
    notifications: notifications?.map(toNotification) ?? before.notifications,
  };
  return {
    options,
    userErrors: [...notUsed(input, options, at), ...checkMethodOptions(options, method, at)],
  };
}

/** Bill My Account: whoever has chosen nothing pays by the account of the one who receives it. */
function payerBefore({ payer }: StoredShipmentOptions, isBuyersAccount: boolean): StoredShipmentOptions["payer"] {
  return isBuyersAccount && payer === "SENDER" ? "RECIPIENT" : payer;
}

/** Account numbers and countries are kept as carriers write them, so that equal ones are equal wherever they are compared. */
function writtenAlike({ payerAccountNumber, payerCountryCode }: StoredShipmentOptions): Partial<PayerAccount> {
  return {
    payerAccountNumber: payerAccountNumber?.trim().toUpperCase() || null,
    payerCountryCode: payerCountryCode == null ? null : countryCode(payerCountryCode),
  };
}

/** Kept only while a third party pays them. */
function dutiesAccount(
  { dutiesPayer, dutiesPayerAccount: before }: StoredShipmentOptions,
  wanted: DutiesPayerAccountInput | null | undefined,
): DutiesPayerAccount | null {
  if (dutiesPayer !== "THIRD_PARTY") return null;
  if (!wanted) return before ?? null;
  return {
    accountNumber: wanted.accountNumber.trim().toUpperCase(),
    postalCode: wanted.postalCode?.trim() || null,
    countryCode: countryCode(wanted.countryCode),
  };
}

const noCollection = { collectOnDelivery: null, collectOnDeliveryFunds: null };

/** Any check, unless said otherwise: the one kind of funds that every lane with collection takes. */
function collection({ collectOnDelivery, collectOnDeliveryFunds }: Collection): Collection {
  if (collectOnDelivery === null) return noCollection;
  return { collectOnDelivery, collectOnDeliveryFunds: collectOnDeliveryFunds ?? "ANY_CHECK" };
}

function toNotification({ event, emails, memo }: NotificationInput): ShipmentNotification {
  return { event, emails: emails.map((email) => email.trim()), memo: memo?.trim() || null };
}

/** Somebody else's account would silently not be charged, and nothing be collected. */
function notUsed(
  input: OptionsInput | null,
  { payer, collectOnDelivery, dutiesPayer }: StoredShipmentOptions,
  at: string[],
): ShippingUserError[] {
  const account = Object.keys(noPayerAccount) as (keyof PayerAccount)[];
  const unused = account.filter((part) => payer === "SENDER" && input?.[part]);
  const errors = unused.map((part) =>
    userError("INVALID", "Only used when payer is RECIPIENT or THIRD_PARTY.", [...at, part]),
  );
  if (input?.dutiesPayerAccount && dutiesPayer !== "THIRD_PARTY")
    errors.push(userError("INVALID", "Only used when dutiesPayer is THIRD_PARTY.", [...at, "dutiesPayerAccount"]));
  if (input?.collectOnDeliveryFunds && collectOnDelivery === null)
    errors.push(userError("INVALID", "Only used with collectOnDelivery.", [...at, "collectOnDeliveryFunds"]));
  return errors;
}

/**
 * What a shipping method makes of the options: Bill My Account lets nobody pay by the merchant's account, and payments
 * are collected only where the method does so. Without a method everything goes. Paths under `at`, the options' place.
 */
export function checkMethodOptions(
  { payer, collectOnDelivery }: StoredShipmentOptions,
  method: Pick<CarrierShippingMethod, "billMyAccount" | "collectOnDelivery"> | null,
  at: string[],
): ShippingUserError[] {
  if (method === null) return [];
  const errors: ShippingUserError[] = [];
  if (method.billMyAccount && payer === "SENDER") {
    const message = "The shipping method bills the buyer's own account: give payer RECIPIENT or THIRD_PARTY.";
    errors.push(userError("OPTION_NOT_ALLOWED", message, [...at, "payer"]));
  }
  if (!method.collectOnDelivery && collectOnDelivery !== null) {
    const message = "The shipping method does not allow Collect on Delivery.";
    errors.push(userError("OPTION_NOT_ALLOWED", message, [...at, "collectOnDelivery"]));
  }
  return errors;
}
