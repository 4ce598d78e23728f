import { inTenant } from "../../src/database/tenant-transaction.js";
import { CarrierShippingMethod } from "../../src/entities/carrier-shipping-method.js";
import type { CarrierSettingsInput } from "../../src/shipping/method/carrier-settings.js";
import { createShippingMethod } from "../../src/shipping/method/create-shipping-method.js";
import { actorOf, type Tenant, unwrap } from "./rate-setup.js";
import { newYork } from "./seed.js";
import type { TestService } from "./service.js";

/** A method that buyers may choose, in your own packaging. */
export async function addPublished(
  tenant: Tenant,
  accountId: string,
  name: string,
  settings: CarrierSettingsInput = {},
): Promise<CarrierShippingMethod> {
  const usual = {
    ...{ carrierAccountId: accountId, packageType: "UPS_CUSTOMER_PACKAGE", labelFormat: "PDF" as const },
    ...{ weightUnit: "LB" as const, dimensionUnit: "IN" as const },
  };
  const shipsWith = { provider: "UPS", at: ["input", "shipsWith"], settings: null };
  const configuration = { provider: "UPS", at: ["input", "ups"], settings: { ...usual, ...settings } };
  const input = { name, isPublished: true, configuration, shipsWith };
  return unwrap(await createShippingMethod(tenant.deps, actorOf(tenant), input));
}

/** Two mugs to New York. */
export const aCart = {
  shipTo: newYork,
  items: [{ description: "Mug", quantity: 2, weight: { value: 1.5, unit: "LB" } }],
};

const askDeliveryOptions = `query ($input: DeliveryOptionsInput!) {
  deliveryOptions(input: $input) {
    options {
      id name price { amount currencyCode } isFree isCheapest isFastest promisedDate promisedLatestDate isAccessPoint
      service { code } rateQuote { id price { amount currencyCode } expiresAt }
    }
    unavailable { name reason message }
    isComplete
    address { status }
    userErrors { code message field carrierErrorCode }
  }
}`;

/** The whole payload, for a storefront's token. */
export async function askAsBuyer(
  service: TestService,
  { tenantId }: Tenant,
  input: object = {},
  scopes: readonly ("quote" | "read")[] = ["quote"],
) {
  const as = { tenantId, scopes };
  return (await service.run(askDeliveryOptions, { input: { ...aCart, ...input } }, as)).deliveryOptions;
}

/** What a merchant sets on a method beside its carrier's settings, as it is stored. */
export async function setMethod(
  service: TestService,
  { tenantId }: Tenant,
  id: string,
  columns: Partial<
    Pick<CarrierShippingMethod, "availability" | "dispatch" | "isPublished" | "priceRules" | "shipFromPlaceId">
  >,
): Promise<void> {
  await inTenant(service.database, tenantId, (manager) => manager.update(CarrierShippingMethod, { id }, columns));
}
