import { carriersOwnChoice } from "../../carrier/shipment-options.js";
import type { CarrierShippingMethod } from "../../entities/carrier-shipping-method.js";
import type { ShippingUserError } from "../../entities/values/user-error.js";
import { type InputOf, withGiven } from "../input-of.js";

/** Settings of which none is given. */
const plainSettings = {
  accountId: null,
  weightUnit: null,
  dimensionUnit: null,
  labelFormat: null,
  billMyAccount: false,
  collectOnDelivery: false,
  generateReturnLabel: false,
  ...carriersOwnChoice,
} satisfies Partial<CarrierShippingMethod>;

/** Of a method that does not ship. */
export const noCarrierSettings = { ...plainSettings, dutiesPayer: null, serviceCode: null, packageTypeCode: null };

type PlainSettings = Pick<CarrierShippingMethod, keyof typeof plainSettings>;

/** The columns of a carrier's settings; null where nothing was given. */
export type CarrierSettings = PlainSettings & Pick<CarrierShippingMethod, "serviceCode" | "packageTypeCode">;

/** What a carrier's method is set up with, as callers give it; in changes, what is absent stays. */
export interface CarrierSettingsInput extends InputOf<Omit<PlainSettings, "accountId">> {
  carrierAccountId?: string | null;
  /** Our service code; null: every service the carrier offers. */
  service?: string | null;
  packageType?: string | null;
}

/** What is wrong with a `field` of the settings, at the place where callers give them. */
export type Fail = (code: ShippingUserError["code"], field: string, message: string) => ShippingUserError;

const textOrNull = (text: string | null | undefined) => text?.trim() || null;

/** What is given over what is stored. A service of null means all services, so only its absence keeps the stored one. */
export function carrierSettings(input: CarrierSettingsInput, stored: CarrierSettings | null): CarrierSettings {
  const { carrierAccountId, service, packageType } = input;
  return {
    ...withGiven(withGiven<PlainSettings>(plainSettings, stored), input),
    accountId: carrierAccountId ?? stored?.accountId ?? null,
    serviceCode: service === undefined ? (stored?.serviceCode ?? null) : textOrNull(service),
    packageTypeCode: textOrNull(packageType ?? stored?.packageTypeCode),
  };
}

/** What a method says of the options of a shipment that chooses none itself. */
export function optionDefaults({ dutiesPayer, generateReturnLabel }: CarrierSettings) {
  return { dutiesPayer, generateReturnLabel };
}
