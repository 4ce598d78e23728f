import type { EntityManager } from "typeorm";
import { inTenant } from "../../database/tenant-transaction.js";
import { CarrierShippingMethod } from "../../entities/carrier-shipping-method.js";
import type { Actor, ShippingDeps } from "../deps.js";
import { type Result, refuse, refuseAny, settle } from "../result.js";
import { checkUpsConfiguration } from "./check-ups-configuration.js";
import { checkName } from "./insert-method.js";
import { lockMethod, methodIdField } from "./lock-method.js";
import type { MethodChangesInput } from "./method-input.js";
import { upsConfiguration } from "./ups-configuration.js";

/**
 * Changes what is given; shipments and quotes made before keep what they were made with. Codes: REQUIRED, INVALID,
 * TOO_LONG, NOT_FOUND, NOT_ALLOWED (archived, or not a UPS method), OPTION_NOT_ALLOWED.
 */
export function updateShippingMethod(
  deps: ShippingDeps,
  actor: Actor,
  input: MethodChangesInput,
): Promise<Result<CarrierShippingMethod>> {
  return settle(() =>
    inTenant(deps.database, actor.tenantId, async (manager) => {
      const method = await lockMethod(manager, input.shippingMethodId, methodIdField);
      refuseReadOnly(method);
      const columns = await changedColumns(deps, manager, method, input);
      if (Object.keys(columns).length > 0) await manager.update(CarrierShippingMethod, { id: method.id }, columns);
      return manager.findOneByOrFail(CarrierShippingMethod, { id: method.id });
    }),
  );
}

function refuseReadOnly(method: CarrierShippingMethod): void {
  const reason = method.archivedAt
    ? "The shipping method is archived."
    : method.provider === "UPS"
      ? null
      : `A ${method.provider} method is read-only: replace it with a UPS method.`;
  if (reason) refuse("NOT_ALLOWED", reason, methodIdField);
}

async function changedColumns(
  deps: ShippingDeps,
  manager: EntityManager,
  method: CarrierShippingMethod,
  input: MethodChangesInput,
) {
  const configuration = input.ups ? upsConfiguration(input.ups, method) : null;
  const userErrors = [
    ...(input.name == null ? [] : checkName(input.name)),
    ...(configuration ? await checkUpsConfiguration(deps, manager, configuration) : []),
  ];
  refuseAny(userErrors);
  return {
    ...configuration,
    ...(input.name != null && { name: input.name.trim() }),
    ...(input.integrationLevel != null && { integrationLevel: input.integrationLevel }),
    ...(input.invoicingPolicy != null && { invoicingPolicy: input.invoicingPolicy }),
    ...(input.isPublished != null && { isPublished: input.isPublished }),
  };
}
