import type { EntityManager } from "typeorm";
import { inTenant } from "../../database/tenant-transaction.js";
import { CarrierShippingMethod } from "../../entities/carrier-shipping-method.js";
import type { Actor, ShippingDeps } from "../deps.js";
import { type Result, refuse, settle } from "../result.js";
import { archive } from "./archive-shipping-method.js";
import { auditMethod } from "./audit-method.js";
import { insertMethod } from "./insert-method.js";
import { lockMethod } from "./lock-method.js";
import type { LegacyReplacementInput } from "./method-input.js";
import { isLegacyMethod } from "./method-provider.js";

const field = ["input", "legacyShippingMethodId"];

/**
 * Archives a method of a carrier's older integration and puts another in its place, with its name and, unless given,
 * its settings and rules; both or neither. Codes: REQUIRED, INVALID, TOO_LONG, NOT_FOUND, NOT_ALLOWED (not a legacy
 * method, or replaced before), OPTION_NOT_ALLOWED.
 */
export function replaceLegacyShippingMethod(
  deps: ShippingDeps,
  actor: Actor,
  input: LegacyReplacementInput,
): Promise<Result<CarrierShippingMethod>> {
  return settle(() =>
    inTenant(deps.database, actor.tenantId, async (manager) => {
      const legacy = await lockMethod(manager, input.legacyShippingMethodId, field);
      await refuseUnlessReplaceable(deps, manager, legacy);
      const replacement = await insertMethod(deps, manager, actor, withSettings(legacy, input), {
        supersedesId: legacy.id,
        rules: legacy,
      });
      await archive(manager, legacy);
      await auditMethod(manager, actor, "SHIPPING_METHOD_REPLACED", null, replacement);
      return replacement;
    }),
  );
}

/** What does not ship gives prices only, whatever the legacy method did. */
function withSettings(legacy: CarrierShippingMethod, input: LegacyReplacementInput) {
  const ships = (input.configuration.settings ?? input.shipsWith.settings) != null;
  return {
    ...input,
    name: legacy.name,
    integrationLevel: input.integrationLevel ?? (ships ? legacy.integrationLevel : ("RATE_ONLY" as const)),
    invoicingPolicy: input.invoicingPolicy ?? legacy.invoicingPolicy,
    isPublished: input.isPublished ?? legacy.isPublished,
    shipFromPlaceId: input.shipFromPlaceId ?? legacy.shipFromPlaceId,
  };
}

async function refuseUnlessReplaceable(
  deps: ShippingDeps,
  manager: EntityManager,
  legacy: CarrierShippingMethod,
): Promise<void> {
  if (!isLegacyMethod(deps, legacy)) {
    refuse("NOT_ALLOWED", `Only legacy methods are replaced; this is ${legacy.provider}.`, field);
  }
  if (await manager.existsBy(CarrierShippingMethod, { supersedesId: legacy.id })) {
    refuse("NOT_ALLOWED", "The method was replaced before.", field);
  }
}
