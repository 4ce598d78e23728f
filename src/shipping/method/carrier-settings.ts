import type { CarrierMethods } from "../../carrier/methods.js";
import type { CarrierShippingMethod } from "../../entities/carrier-shipping-method.js";
import type { ShippingUserError } from "../../entities/values/user-error.js";
import type { CarrierSettingsInput } from "./method-input.js";

/** The columns of a carrier's settings; null where nothing was given. */
export type CarrierSettings = Pick<
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

/** What is wrong with a `field` of the settings, at the place where callers give them. */
export type Fail = (code: ShippingUserError["code"], field: string, message: string) => ShippingUserError;

const textOrNull = (text: string | null | undefined) => text?.trim() || null;

/** What is given over what is stored. A service of null means all services, so only its absence keeps the stored one. */
export function carrierSettings(
  { dutiesPayer }: CarrierMethods,
  input: CarrierSettingsInput,
  stored: CarrierSettings | null,
): CarrierSettings {
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
    dutiesPayer: input.dutiesPayer ?? stored?.dutiesPayer ?? dutiesPayer,
  };
}

/** What a method says of the options of a shipment that chooses none itself. */
export function optionDefaults({
  dutiesPayer,
  generateReturnLabel,
}: Pick<CarrierShippingMethod, "dutiesPayer" | "generateReturnLabel">) {
  return { dutiesPayer, generateReturnLabel };
}
