import type { EntityManager } from "typeorm";
import { CarrierShippingMethod } from "../../entities/carrier-shipping-method.js";
import type { ShippingUserError } from "../../entities/values/user-error.js";
import { checkLength } from "../check-length.js";
import type { Actor, ShippingDeps } from "../deps.js";
import { newId } from "../new-id.js";
import { refuseAny } from "../result.js";
import { userError } from "../user-error.js";
import { checkUpsConfiguration } from "./check-ups-configuration.js";
import type { NewMethodInput } from "./method-input.js";
import { upsConfiguration } from "./ups-configuration.js";

/** Checks and inserts a UPS method. Throws a `Refusal` with all that is wrong. */
export async function insertMethod(
  deps: ShippingDeps,
  manager: EntityManager,
  { tenantId }: Actor,
  input: NewMethodInput,
  supersedesId: string | null,
): Promise<CarrierShippingMethod> {
  const columns = upsConfiguration(input.ups ?? {}, null);
  const userErrors = [
    ...checkName(input.name),
    ...(input.ups ? await checkUpsConfiguration(deps, manager, columns) : [noConfiguration()]),
  ];
  refuseAny(userErrors);
  const id = newId("shm");
  await manager.insert(CarrierShippingMethod, {
    ...columns,
    tenantId,
    id,
    name: input.name.trim(),
    provider: "UPS",
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

function noConfiguration(): ShippingUserError {
  return userError("REQUIRED", "The UPS Configuration is missing.", ["input", "ups"]);
}
