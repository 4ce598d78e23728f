import { isDeepStrictEqual } from "node:util";
import type { EntityManager } from "typeorm";
import { inTenant } from "../../database/tenant-transaction.js";
import { CarrierShippingMethod } from "../../entities/carrier-shipping-method.js";
import type { ShippingProvider } from "../../entities/values/account-enums.js";
import { checkLength } from "../check-length.js";
import type { Actor, ShippingDeps } from "../deps.js";
import { newId } from "../new-id.js";
import { type Result, refuse, refuseAny, settle } from "../result.js";
import { userError } from "../user-error.js";
import { auditMethod } from "./audit-method.js";
import { checkName, requireMethodPlace } from "./insert-method.js";
import type { LegacyImportInput } from "./method-input.js";
import { requireProvider } from "./method-provider.js";
import { checkMethodRules, methodRules, plainRules } from "./method-rules.js";

const field = ["input", "externalReference"];

/**
 * Adds a method of a carrier's older integration, which is read and replaced, never quoted or changed. Safe to repeat: the
 * second import of a reference gives the first one's method, archived or not. Codes: REQUIRED, INVALID, TOO_LONG,
 * CONFLICT (the reference has other values), NOT_FOUND or NOT_ALLOWED (the place), OPTION_NOT_ALLOWED.
 */
export function importLegacyShippingMethod(
  deps: ShippingDeps,
  actor: Actor,
  input: LegacyImportInput,
): Promise<Result<CarrierShippingMethod>> {
  return settle(async () => {
    const columns = legacyColumns(input, legacyProviderOf(deps, input.carrierCode));
    refuseAny([...checkReference(input), ...checkName(input.name), ...checkMethodRules(columns, null, input)]);
    return inTenant(deps.database, actor.tenantId, async (manager) => {
      await requireMethodPlace(manager, columns.shipFromPlaceId);
      return insertOnce(manager, actor, columns);
    });
  });
}

function legacyProviderOf(deps: ShippingDeps, carrierCode: string): ShippingProvider {
  const { legacyProvider } = requireProvider(deps, carrierCode, ["input"]).methods;
  return (legacyProvider ??
    refuse("OPTION_NOT_ALLOWED", `${carrierCode} has no older integration.`, ["input"])) as ShippingProvider;
}

function checkReference({ externalReference }: LegacyImportInput) {
  return externalReference.trim()
    ? checkLength(externalReference, field)
    : [userError("REQUIRED", "The external reference is missing.", field)];
}

function legacyColumns(input: LegacyImportInput, provider: ShippingProvider) {
  return {
    ...methodRules(input, plainRules),
    provider,
    externalReference: input.externalReference.trim(),
    name: input.name.trim(),
    integrationLevel: input.integrationLevel ?? ("RATE_AND_SHIP" as const),
    invoicingPolicy: input.invoicingPolicy ?? ("ESTIMATED" as const),
    isPublished: input.isPublished ?? false,
    shipFromPlaceId: input.shipFromPlaceId ?? null,
  };
}

type Columns = ReturnType<typeof legacyColumns>;

/** Of two imports at once the later waits here for the earlier. */
async function insertOnce(manager: EntityManager, actor: Actor, columns: Columns): Promise<CarrierShippingMethod> {
  const { tenantId } = actor;
  const id = newId("shm");
  const insert = manager.createQueryBuilder().insert().into(CarrierShippingMethod);
  await insert
    .values({ ...columns, tenantId, id })
    .orIgnore()
    .execute();
  const { externalReference } = columns;
  const method = await manager.findOneByOrFail(CarrierShippingMethod, { externalReference });
  if (method.id === id) await auditMethod(manager, actor, "SHIPPING_METHOD_IMPORTED", null, method);
  else refuseOthers(method, columns);
  return method;
}

function refuseOthers(method: CarrierShippingMethod, columns: Columns): void {
  const names = Object.keys(columns) as (keyof Columns)[];
  if (names.every((name) => isDeepStrictEqual(method[name], columns[name]))) return;
  refuse("CONFLICT", "The reference was imported with other values.", field);
}
