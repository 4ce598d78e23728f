import type { EntityManager } from "typeorm";
import { inTenant } from "../../database/tenant-transaction.js";
import { CarrierAccount } from "../../entities/carrier-account.js";
import { ShipFromPlace } from "../../entities/ship-from-place.js";
import { ShippingSettings } from "../../entities/shipping-settings.js";
import type { AddressCheckPolicy } from "../../entities/values/address-enums.js";
import { changesOf } from "../audit/changes-of.js";
import { recordAudit } from "../audit/record-audit.js";
import type { Actor, ShippingDeps } from "../deps.js";
import { type Change, clearedFields, refusedNulls } from "../null-rule.js";
import { type Result, refuse, refuseAny, settle } from "../result.js";
import { loadSettings } from "./load-settings.js";
import { lockSettings } from "./lock-settings.js";

export interface UpdateSettingsInput {
  /** Null: no account is the default any more; absent: as before. */
  defaultCarrierAccountId?: string | null;
  /** Null: no place is the default any more; absent: as before. */
  defaultShipFromPlaceId?: string | null;
  addressCheckPolicy?: AddressCheckPolicy | null;
}

const clearable = ({ defaultCarrierAccountId, defaultShipFromPlaceId }: ShippingSettings) => ({
  ...{ defaultCarrierAccountId, defaultShipFromPlaceId },
});

/** Changes what is given. Safe to repeat. Codes: INVALID, NOT_FOUND, NOT_ALLOWED. */
export function updateSettings(
  deps: ShippingDeps,
  actor: Actor,
  { defaultCarrierAccountId, defaultShipFromPlaceId, addressCheckPolicy }: UpdateSettingsInput,
): Promise<Result<Change<ShippingSettings>>> {
  const { tenantId } = actor;
  return settle(() =>
    inTenant(deps.database, tenantId, async (manager) => {
      refuseAny(refusedNulls({ addressCheckPolicy }, ["addressCheckPolicy"], ["input"]));
      await lockSettings(manager, tenantId);
      const before = await loadSettings(manager, tenantId);
      if (defaultCarrierAccountId != null) await requireUsable(deps, manager, defaultCarrierAccountId);
      if (defaultShipFromPlaceId != null) await requirePlace(manager, defaultShipFromPlaceId);
      const changes = {
        ...(defaultShipFromPlaceId !== undefined && { defaultShipFromPlaceId }),
        ...(defaultCarrierAccountId !== undefined && { defaultCarrierAccountId }),
        ...(addressCheckPolicy != null && { addressCheckPolicy }),
      };
      // With nothing to change the row is not made either.
      if (Object.keys(changes).length > 0)
        await manager.upsert(ShippingSettings, { tenantId, ...changes }, ["tenantId"]);
      const row = await loadSettings(manager, tenantId);
      await audit(manager, actor, before, row);
      return { row, clearedFields: clearedFields(clearable(before), clearable(row)) };
    }),
  );
}

async function audit(
  manager: EntityManager,
  actor: Actor,
  before: ShippingSettings,
  after: ShippingSettings,
): Promise<void> {
  const values = valuesOf(after);
  const changes = changesOf(valuesOf(before), values, Object.keys(values));
  if (changes.length === 0) return;
  await recordAudit(manager, actor, { kind: "SHIPPING_SETTINGS_CHANGED", targetId: null, changes });
}

const valuesOf = ({ defaultCarrierAccountId, defaultShipFromPlaceId, addressCheckPolicy }: ShippingSettings) => ({
  ...{ defaultCarrierAccountId, defaultShipFromPlaceId, addressCheckPolicy },
});

/** The lock lets nobody archive the place at the same moment. */
async function requirePlace(manager: EntityManager, id: string): Promise<void> {
  const field = ["input", "defaultShipFromPlaceId"];
  const place = await manager.findOne(ShipFromPlace, { where: { id }, lock: { mode: "pessimistic_read" } });
  if (place === null) refuse("NOT_FOUND", "There is no such ship-from place.", field);
  if (place.archivedAt !== null) refuse("NOT_ALLOWED", "The ship-from place is archived.", field);
}

/** The lock lets nobody archive the account at the same moment. */
async function requireUsable(
  { carriers }: Pick<ShippingDeps, "carriers">,
  manager: EntityManager,
  id: string,
): Promise<void> {
  const field = ["input", "defaultCarrierAccountId"];
  const account = await manager.findOne(CarrierAccount, { where: { id }, lock: { mode: "pessimistic_read" } });
  if (account === null) refuse("NOT_FOUND", "There is no such carrier account.", field);
  if (account.status === "ARCHIVED") refuse("NOT_ALLOWED", "The carrier account is archived.", field);
  const { carrierCode, environment } = account;
  if (!carriers.get(carrierCode)?.accounts.environments.has(environment))
    refuse("NOT_ALLOWED", `This service has no ${environment} accounts.`, field);
}
