import type { StoredNotification, StoredShipmentOptions } from "../../entities/values/stored-shipment-details.js";
import type { ShippingUserError } from "../../entities/values/user-error.js";
import { userError } from "../user-error.js";
import { checkMethodOptions } from "./check-method-options.js";
import type { DetailsDefaults } from "./details-defaults.js";
import type { NotificationInput, OptionsInput } from "./details-input.js";

type Before = StoredShipmentOptions | undefined;

/** Options with their defaults, and what the shipping method says to them. Nothing is accepted and ignored. */
export function buildOptions(
  input: OptionsInput | null,
  { method, base }: Pick<DetailsDefaults, "method" | "base">,
  at: string[],
): { options: StoredShipmentOptions; userErrors: ShippingUserError[] } {
  const before = base?.options;
  const payer = input?.payer ?? payerBefore(before, method?.billMyAccount ?? false);
  const options: StoredShipmentOptions = {
    payer,
    ...(payer === "SENDER" ? noOtherPayer : otherPayer(input, before)),
    signature: input?.signature ?? before?.signature ?? "NONE",
    isSaturdayDelivery: input?.isSaturdayDelivery ?? before?.isSaturdayDelivery ?? false,
    // What was priced or saved stays, also where nothing was chosen.
    dutiesPayer: input?.dutiesPayer ?? (before ? before.dutiesPayer : (method?.dutiesPayer ?? null)),
    ...collection(input, before),
    notifications: input?.notifications?.map(toNotification) ?? before?.notifications ?? [],
    generateReturnLabel:
      input?.generateReturnLabel ?? (before ? before.generateReturnLabel : (method?.generateReturnLabel ?? false)),
  };
  return { options, userErrors: [...notUsed(input, options, at), ...checkMethodOptions(options, method, at)] };
}

/** Bill My Account: whoever has chosen nothing pays by the account of the one who receives it. */
function payerBefore(before: Before, isBuyersAccount: boolean): StoredShipmentOptions["payer"] {
  const payer = before?.payer ?? "SENDER";
  return isBuyersAccount && payer === "SENDER" ? "RECIPIENT" : payer;
}

const noOtherPayer = { payerAccountNumber: null, payerPostalCode: null, payerCountryCode: null };

/** Account numbers are kept as carriers write them, so that equal ones are equal wherever they are compared. */
function otherPayer(input: OptionsInput | null, before: Before) {
  const number = input?.payerAccountNumber ?? before?.payerAccountNumber;
  return {
    payerAccountNumber: number?.trim().toUpperCase() || null,
    payerPostalCode: input?.payerPostalCode ?? before?.payerPostalCode ?? null,
    payerCountryCode: input?.payerCountryCode?.toUpperCase() ?? before?.payerCountryCode ?? null,
  };
}

/** Any check, unless said otherwise: the one kind of funds that every lane with collection takes. */
function collection(input: OptionsInput | null, before: Before) {
  const amount = input?.collectOnDelivery === undefined ? (before?.collectOnDelivery ?? null) : input.collectOnDelivery;
  if (amount === null) return { collectOnDelivery: null, collectOnDeliveryFunds: null };
  const funds = input?.collectOnDeliveryFunds ?? before?.collectOnDeliveryFunds ?? "ANY_CHECK";
  return { collectOnDelivery: { ...amount }, collectOnDeliveryFunds: funds };
}

function toNotification({ event, emails, memo }: NotificationInput): StoredNotification {
  return { event, emails: emails.map((email) => email.trim()), memo: memo?.trim() || null };
}

/** Somebody else's account would silently not be charged, and nothing be collected. */
function notUsed(
  input: OptionsInput | null,
  { payer, collectOnDelivery }: StoredShipmentOptions,
  at: string[],
): ShippingUserError[] {
  const given = (["payerAccountNumber", "payerPostalCode", "payerCountryCode"] as const).filter(
    (part) => payer === "SENDER" && input?.[part],
  );
  const errors = given.map((part) =>
    userError("INVALID", "Only used when payer is RECIPIENT or THIRD_PARTY.", [...at, part]),
  );
  if (input?.collectOnDeliveryFunds && collectOnDelivery === null)
    errors.push(userError("INVALID", "Only used with collectOnDelivery.", [...at, "collectOnDeliveryFunds"]));
  return errors;
}
