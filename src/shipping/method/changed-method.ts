import type { EntityManager } from "typeorm";
import type { CarrierShippingMethod } from "../../entities/carrier-shipping-method.js";
import type { ShippingUserError } from "../../entities/values/user-error.js";
import type { ShippingDeps } from "../deps.js";
import { refuseAny } from "../result.js";
import { userError } from "../user-error.js";
import { carrierSettings, noCarrierSettings } from "./carrier-settings.js";
import { checkCarrierSettings } from "./check-carrier-settings.js";
import { checkName, requireMethodPlace } from "./insert-method.js";
import type { MethodChangesInput } from "./method-input.js";
import { requireProvider } from "./method-provider.js";
import { checkMethodRules, methodRules } from "./method-rules.js";
import { checkShipsWith } from "./method-sources.js";
import { ownPriceConfiguration } from "./own-price.js";

/** The columns that the changes come to. Throws a `Refusal` with all that is wrong with the method then. */
export async function changedColumns(
  deps: ShippingDeps,
  manager: EntityManager,
  method: CarrierShippingMethod,
  input: MethodChangesInput,
) {
  refuseAny(checkSource(method, input));
  const columns = {
    ...changedSettings(method, input),
    ...methodRules(input, method),
    providerConfiguration: ownPriceConfiguration(input) ?? method.providerConfiguration,
    name: input.name?.trim() ?? method.name,
    integrationLevel: input.integrationLevel ?? method.integrationLevel,
    invoicingPolicy: input.invoicingPolicy ?? method.invoicingPolicy,
    isPublished: input.isPublished ?? method.isPublished,
    shipFromPlaceId: input.shipFromPlaceId === undefined ? method.shipFromPlaceId : input.shipFromPlaceId,
  };
  await requireMethodPlace(manager, input.shipFromPlaceId ?? null);
  refuseAny(await checkChanges(deps, manager, input, { ...method, ...columns }));
  return columns;
}

/** The provider of a method stays. */
function checkSource(
  { provider, providerConfiguration }: CarrierShippingMethod,
  { configuration, fixed, rules }: MethodChangesInput,
): ShippingUserError[] {
  const fail = (field: string[]) => userError("INVALID", `The method is one of ${provider}.`, field);
  const isOtherCarriers = configuration.settings && !providerConfiguration && configuration.provider !== provider;
  return [
    ...(isOtherCarriers ? [fail(configuration.at)] : []),
    ...(fixed && provider !== "FIXED" ? [fail(["input", "fixed"])] : []),
    ...(rules && provider !== "RULES" ? [fail(["input", "rules"])] : []),
  ];
}

function changedSettings(method: CarrierShippingMethod, { configuration }: MethodChangesInput) {
  if (configuration.settings === null) return noCarrierSettings;
  return configuration.settings ? carrierSettings(configuration.settings, method) : null;
}

async function checkChanges(
  deps: ShippingDeps,
  manager: EntityManager,
  input: MethodChangesInput,
  method: CarrierShippingMethod,
): Promise<ShippingUserError[]> {
  const { at, provider, settings } = input.configuration;
  return [
    ...(input.name == null ? [] : checkName(input.name)),
    ...(settings ? await checkCarrierSettings(manager, requireProvider(deps, provider, at), method, at) : []),
    ...checkShipsWith(method, method.providerConfiguration !== null, at),
    ...checkMethodRules(method, method.providerConfiguration, input),
  ];
}
