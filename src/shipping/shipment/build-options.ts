import type { StoredShipmentOptions } from "../../entities/values/stored-shipment-details.js";
import type { ShippingUserError } from "../../entities/values/user-error.js";
import { userError } from "../user-error.js";
import type { DetailsDefaults } from "./details-defaults.js";
import type { OptionsInput } from "./details-input.js";

/** Options with their defaults. What is not acted on yet is refused: accepted and ignored would be a lie. */
export function buildOptions(
  input: OptionsInput | null,
  { method, base }: Pick<DetailsDefaults, "method" | "base">,
  at: string[],
): { options: StoredShipmentOptions; userErrors: ShippingUserError[] } {
  const before = base?.options;
  const payer = input?.payer ?? before?.payer ?? "SENDER";
  const options: StoredShipmentOptions = {
    payer,
    ...(payer === "SENDER" ? noOtherPayer : otherPayer(input, before)),
    signature: input?.signature ?? before?.signature ?? "NONE",
    isSaturdayDelivery: input?.isSaturdayDelivery ?? before?.isSaturdayDelivery ?? false,
    // What was priced or saved stays, also where nothing was chosen.
    dutiesPayer: input?.dutiesPayer ?? (before ? before.dutiesPayer : (method?.dutiesPayer ?? null)),
  };
  return { options, userErrors: [...notOffered(input, at), ...(payer === "SENDER" ? payerNotUsed(input, at) : [])] };
}

const noOtherPayer = { payerAccountNumber: null, payerPostalCode: null, payerCountryCode: null };

function otherPayer(input: OptionsInput | null, before: StoredShipmentOptions | undefined) {
  return {
    payerAccountNumber: input?.payerAccountNumber ?? before?.payerAccountNumber ?? null,
    payerPostalCode: input?.payerPostalCode ?? before?.payerPostalCode ?? null,
    payerCountryCode: input?.payerCountryCode?.toUpperCase() ?? before?.payerCountryCode ?? null,
  };
}

/** Somebody else's account would silently not be charged. */
function payerNotUsed(input: OptionsInput | null, at: string[]): ShippingUserError[] {
  const given = (["payerAccountNumber", "payerPostalCode", "payerCountryCode"] as const).filter(
    (part) => input?.[part],
  );
  return given.map((part) => userError("INVALID", "Only used when payer is RECIPIENT or THIRD_PARTY.", [...at, part]));
}

function notOffered(input: OptionsInput | null, at: string[]): ShippingUserError[] {
  const errors: ShippingUserError[] = [];
  if (input?.collectOnDelivery) {
    errors.push(
      userError("OPTION_NOT_ALLOWED", "Collect on Delivery is not offered yet.", [...at, "collectOnDelivery"]),
    );
  }
  if (input?.generateReturnLabel) {
    errors.push(
      userError("OPTION_NOT_ALLOWED", "Generate Return Label is not offered yet.", [...at, "generateReturnLabel"]),
    );
  }
  return errors;
}
