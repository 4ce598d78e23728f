import { inTenant } from "../../src/database/tenant-transaction.js";
import { CarrierShippingMethod } from "../../src/entities/carrier-shipping-method.js";
import { newId } from "../../src/shipping/new-id.js";
import { createAccount } from "./accounts.js";
import type { As, TestService } from "./service.js";

const money = "{ amount currencyCode }";
const places = "countries regions postalPrefixes postalRanges { from to }";
const methodFields = `
  id name provider integrationLevel invoicingPolicy isPublished createdAt archivedAt supersedes { id name archivedAt }
  priceRules {
    marginPercent marginAmount ${money} handlingAmount ${money} freeAbove ${money} insurancePercent
    rounding { increment ending direction }
  }
  availability {
    ${places} maxWeight { value unit } maxVolume { value unit } requiredTags excludedTags channels
  }
  dispatch { handlingDays cutOffTime timeZone blackoutDays transitDays { min max } }
  productReference externalReference
  shipsWith { carrierAccount { id } service { code } packageType { code } }
  configuration {
    ... on UpsConfiguration {
      carrierAccount { id name } service { code name carrierServiceCode } packageType { code name carrierPackageTypeCode }
      weightUnit dimensionUnit labelFormat billMyAccount collectOnDelivery generateReturnLabel dutiesPayer
    }
    ... on FixedPriceConfiguration { price ${money} }
    ... on RulesConfiguration {
      currencyCode rulesWeightUnit: weightUnit rulesDimensionUnit: dimensionUnit
      rules { conditions { variable operator value } destination { ${places} } base factor factorVariable }
    }
  }`;

export const newAccountId = async (
  service: TestService,
  changes: Record<string, unknown> = {},
  as?: As,
): Promise<string> => (await createAccount(service, changes, as)).carrierAccount.id;

export const usd = (amount: string) => ({ amount, currencyCode: "USD" });

/** A configuration of prices by these rules. */
export const byRules = (...rules: object[]) => ({
  ...{ currencyCode: "USD", weightUnit: "KG", dimensionUnit: "CM" },
  rules,
});

/** A UPS Configuration that is good for an account in the United States. */
export function someUps(accountId: string, changes: Record<string, unknown> = {}) {
  return {
    carrierAccountId: accountId,
    service: "UPS_GROUND",
    packageType: "UPS_CUSTOMER_PACKAGE",
    weightUnit: "LB",
    dimensionUnit: "IN",
    labelFormat: "PDF",
    ...changes,
  };
}

/** A mutation of methods with everything that can be read of the result. */
export async function changeMethod(service: TestService, name: string, input: object, as?: As) {
  const inputType = `${name[0]!.toUpperCase()}${name.slice(1)}Input`;
  const source = `mutation($input: ${inputType}!) {
    payload: ${name}(input: $input) { shippingMethod { ${methodFields} } userErrors { code message field carrierErrorCode } }
  }`;
  return (await service.run(source, { input }, as)).payload;
}

export const createMethod = (service: TestService, input: object, as?: As) =>
  changeMethod(service, "createShippingMethod", { name: "Ground", ...input }, as);

export async function readMethod(service: TestService, id: string, as?: As) {
  const source = `query($id: ID!) { shippingMethod(id: $id) { ${methodFields} } }`;
  return (await service.run(source, { id }, as)).shippingMethod;
}

/** A method of the older integration: no API can make one. */
export async function insertLegacyMethod(
  service: TestService,
  changes: Partial<CarrierShippingMethod> = {},
): Promise<string> {
  const { tenantId } = service;
  const id = newId("shm");
  await inTenant(service.database, tenantId, (manager) =>
    manager.insert(CarrierShippingMethod, {
      ...{ tenantId, id, name: "Old ground", provider: "UPS_LEGACY", isPublished: true },
      ...{ integrationLevel: "RATE_ONLY", invoicingPolicy: "ACTUAL", ...changes },
    } as never),
  );
  return id;
}
