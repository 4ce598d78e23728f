import type { CarrierShippingMethod } from "../../entities/carrier-shipping-method.js";
import type { UpsConfigurationInput } from "./method-input.js";

/** The columns of a UPS Configuration; null where nothing was given. */
export type UpsConfigurationColumns = Pick<
  CarrierShippingMethod,
  | "accountId"
  | "serviceCode"
  | "packageTypeCode"
  | "weightUnit"
  | "dimensionUnit"
  | "labelFormat"
  | "billMyAccount"
  | "collectOnDelivery"
  | "generateReturnLabel"
  | "dutiesPayer"
>;

const textOrNull = (text: string | null | undefined) => text?.trim() || null;

/** What is given over what is stored. A service of null means all services, so only its absence keeps the stored one. */
export function upsConfiguration(
  input: UpsConfigurationInput,
  stored: UpsConfigurationColumns | null,
): UpsConfigurationColumns {
  return {
    accountId: input.accountId ?? stored?.accountId ?? null,
    serviceCode: input.service === undefined ? (stored?.serviceCode ?? null) : textOrNull(input.service),
    packageTypeCode: textOrNull(input.packageType ?? stored?.packageTypeCode),
    weightUnit: input.weightUnit ?? stored?.weightUnit ?? null,
    dimensionUnit: input.dimensionUnit ?? stored?.dimensionUnit ?? null,
    labelFormat: input.labelFormat ?? stored?.labelFormat ?? null,
    billMyAccount: input.billMyAccount ?? stored?.billMyAccount ?? false,
    collectOnDelivery: input.collectOnDelivery ?? stored?.collectOnDelivery ?? false,
    generateReturnLabel: input.generateReturnLabel ?? stored?.generateReturnLabel ?? false,
    dutiesPayer: input.dutiesPayer ?? stored?.dutiesPayer ?? "RECIPIENT",
  };
}

/** What a method says of the options of a shipment that chooses none itself. */
export function optionDefaults({
  dutiesPayer,
  generateReturnLabel,
}: Pick<CarrierShippingMethod, "dutiesPayer" | "generateReturnLabel">) {
  return { dutiesPayer, generateReturnLabel };
}
