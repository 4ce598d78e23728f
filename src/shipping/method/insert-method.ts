import type { EntityManager } from "typeorm";
import { CarrierShippingMethod } from "../../entities/carrier-shipping-method.js";
import type { ShippingProvider } from "../../entities/values/account-enums.js";
import type { ShippingUserError } from "../../entities/values/user-error.js";
import { checkLength } from "../check-length.js";
import type { Actor, ShippingDeps } from "../deps.js";
import { newId } from "../new-id.js";
import { refuseAny } from "../result.js";
import { userError } from "../user-error.js";
import { carrierSettings } from "./carrier-settings.js";
import { checkCarrierSettings } from "./check-carrier-settings.js";
import type { NewMethodInput } from "./method-input.js";
import { requireProvider } from "./method-provider.js";

/** Checks and inserts a method of the carrier that its configuration is for. Throws a `Refusal` with all that is wrong. */
export async function insertMethod(
  deps: ShippingDeps,
  manager: EntityManager,
  { tenantId }: Actor,
  input: NewMethodInput,
  supersedesId: string | null,
): Promise<CarrierShippingMethod> {
  const { at, settings: settingsInput } = input.configuration;
  const provider = requireProvider(deps, input.configuration.provider, at);
  const settings = carrierSettings(settingsInput, null);
  const userErrors = [...checkName(input.name), ...(await checkCarrierSettings(manager, provider, settings, at))];
  refuseAny(userErrors);
  const id = newId("shm");
  await manager.insert(CarrierShippingMethod, {
    ...settings,
    tenantId,
    id,
    name: input.name.trim(),
    provider: provider.adapter.code as ShippingProvider,
    integrationLevel: input.integrationLevel ?? "RATE_AND_SHIP",
    invoicingPolicy: input.invoicingPolicy ?? "ESTIMATED",
    isPublished: input.isPublished ?? false,
    supersedesId,
  });
  return manager.findOneByOrFail(CarrierShippingMethod, { id });
}

export function checkName(name: string | null | undefined): ShippingUserError[] {
  const field = ["input", "name"];
  return name?.trim() ? checkLength(name, field) : [userError("REQUIRED", "The method's name is missing.", field)];
}
