import type { CarrierAccount } from "../../src/entities/carrier-account.js";
import type { CarrierShippingMethod } from "../../src/entities/carrier-shipping-method.js";
import { createCarrierAccount } from "../../src/shipping/account/create-carrier-account.js";
import type { Actor, ShippingDeps } from "../../src/shipping/deps.js";
import type { CarrierSettingsInput } from "../../src/shipping/method/carrier-settings.js";
import { createShippingMethod } from "../../src/shipping/method/create-shipping-method.js";
import type { Result } from "../../src/shipping/result.js";
import { sanFrancisco } from "./seed.js";

export interface Tenant {
  deps: ShippingDeps;
  tenantId: string;
}

export const actorOf = ({ tenantId }: Tenant): Actor => ({ tenantId, subject: "tests" });

/** What a use case came to; throws its user errors. */
export function unwrap<T>({ value, userErrors }: Result<T>): T {
  if (value === null) throw new Error(JSON.stringify(userErrors));
  return value;
}

/** A public business address: the city hall of Toronto. */
export const toronto = {
  ...{ name: "Front Desk", company: "City Hall", lines: ["100 Queen St W"], city: "Toronto", region: "ON" },
  ...{ postalCode: "M5H 2N2", countryCode: "CA", phone: "4163922489" },
};

/** An account at the simulator; what account number and client id bring about is in the simulator's README. */
export async function addAccount(
  tenant: Tenant,
  { accountNumber = "A1B2C3", clientId = "museum-shop", address = sanFrancisco } = {},
): Promise<CarrierAccount> {
  const input = {
    ...{ name: "Main", environment: "SIMULATOR" as const, accountNumber, address },
    credentials: { carrierCode: "UPS", at: ["input", "ups"], texts: { clientId, clientSecret: "secret" } },
  };
  return unwrap(await createCarrierAccount(tenant.deps, actorOf(tenant), input));
}

/** A method in your own packaging, in pounds and inches; named for its service. */
export async function addMethod(
  tenant: Tenant,
  accountId: string,
  changes: CarrierSettingsInput = {},
  ofMethod: { shipFromPlaceId?: string } = {},
): Promise<CarrierShippingMethod> {
  const usual = {
    ...{
      carrierAccountId: accountId,
      packageType: "UPS_CUSTOMER_PACKAGE",
      weightUnit: "LB" as const,
      dimensionUnit: "IN" as const,
    },
    ...{ labelFormat: "PDF" as const },
  };
  const shipsWith = { provider: "UPS", at: ["input", "shipsWith"], settings: null };
  const configuration = { provider: "UPS", at: ["input", "ups"], settings: { ...usual, ...changes } };
  const input = { ...ofMethod, name: changes.service ?? "Everything", configuration, shipsWith };
  return unwrap(await createShippingMethod(tenant.deps, actorOf(tenant), input));
}

/** Every field of a quote. */
export const quoteFields = `
  id service { code name carrierServiceCode } shippingMethod { id } price { amount currencyCode }
  carrierPrice {
    published { amount currencyCode } negotiated { amount currencyCode } negotiatedState
    charges { carrierChargeCode kind name amount { amount currencyCode } }
  }
  estimatedDeliveryDate estimatedDeliveryTime transitDays isGuaranteed isSaturdayDelivery
  billableWeight { value unit } expiresAt carrierMessages { carrierErrorCode severity text }`;

export const shippingRates = `query ($input: ShippingRatesInput!) {
  shippingRates(input: $input) {
    quotes { ${quoteFields} }
    unavailable { shippingMethod { id } service { code } reason message }
    carrierMessages { carrierErrorCode severity text }
    userErrors { code message field carrierErrorCode }
  }
}`;
