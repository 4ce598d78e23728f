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
import { requireProvider } from "./method-provider.js";

const field = ["input", "legacyShippingMethodId"];

/**
 * Archives a method of a carrier's older integration and puts one of the carrier's in its place, with its name and,
 * unless given, its settings; both or neither. Codes: REQUIRED, INVALID, NOT_FOUND, NOT_ALLOWED (not a legacy method, or replaced before),
 * OPTION_NOT_ALLOWED.
 */
export function replaceLegacyShippingMethod(
  deps: ShippingDeps,
  actor: Actor,
  input: LegacyReplacementInput,
): Promise<Result<CarrierShippingMethod>> {
  return settle(() =>
    inTenant(deps.database, actor.tenantId, async (manager) => {
      const legacy = await lockMethod(manager, input.legacyShippingMethodId, field);
      await refuseUnlessReplaceable(deps, manager, legacy, input);
      const replacement = await insertMethod(deps, manager, actor, withSettings(legacy, input), legacy.id);
      await archive(manager, legacy);
      await auditMethod(manager, actor, "SHIPPING_METHOD_REPLACED", null, replacement);
      return replacement;
    }),
  );
}

function withSettings(legacy: CarrierShippingMethod, input: LegacyReplacementInput) {
  return {
    name: legacy.name,
    configuration: input.configuration,
    integrationLevel: input.integrationLevel ?? legacy.integrationLevel,
    invoicingPolicy: input.invoicingPolicy ?? legacy.invoicingPolicy,
    isPublished: input.isPublished ?? legacy.isPublished,
  };
}

async function refuseUnlessReplaceable(
  deps: ShippingDeps,
  manager: EntityManager,
  { id, provider }: CarrierShippingMethod,
  { configuration }: LegacyReplacementInput,
): Promise<void> {
  const { legacyProvider } = requireProvider(deps, configuration.provider, configuration.at).methods;
  if (provider !== legacyProvider) {
    refuse("NOT_ALLOWED", `Only ${legacyProvider ?? "legacy"} methods are replaced; this is ${provider}.`, field);
  }
  if (await manager.existsBy(CarrierShippingMethod, { supersedesId: id })) {
    refuse("NOT_ALLOWED", "The method was replaced before.", field);
  }
}
