import type { EntityManager } from "typeorm";
import { inTenant } from "../../database/tenant-transaction.js";
import { Shipment } from "../../entities/shipment.js";
import type { StoredShipmentDetails } from "../../entities/values/stored-shipment-details.js";
import type { Actor, ShippingDeps } from "../deps.js";
import type { Change } from "../null-rule.js";
import { type Result, refuseAny, settle } from "../result.js";
import { assembleDraft, type Draft } from "./assemble-draft.js";
import type { DraftInput } from "./draft-input.js";
import { clearedOfDraft, refusedDraftNulls, refusedServiceNull, withoutCleared } from "./draft-nulls.js";
import { insertDraft, refuseSecondDraft } from "./insert-draft.js";
import { lockShipment, refuseErased } from "./lock-shipment.js";
import { withoutPastDay } from "./ship-date.js";
import { loadStoredDetails } from "./stored-details.js";
import { ownTexts, withStoredSources } from "./stored-sources.js";

export interface DuplicateShipmentInput extends DraftInput {
  shipmentId: string;
}

/**
 * Saves a draft like a shipment in whatever status, with the changes given, and remembers of which: how what was bought
 * is put right, since it is itself changed no more. Quotes, uploaded documents, the `clientReference` and a ship date
 * that has passed are not taken over. Null clears what can be empty, as in updateShipment. Codes as createShipment.
 */
export function duplicateShipment(
  deps: ShippingDeps,
  actor: Actor,
  input: DuplicateShipmentInput,
): Promise<Result<Change<Shipment>>> {
  return settle(() =>
    inTenant(deps.database, actor.tenantId, async (manager) => {
      const original = await lockShipment(manager, input.shipmentId, ["input", "shipmentId"]);
      refuseErased(original, ["input", "shipmentId"]);
      const stored = await loadStoredDetails(manager, original);
      const draft = await assembleDuplicate(deps, manager, original, stored, input);
      const id = await insertDuplicate(manager, original, input, draft);
      const row = await manager.findOneByOrFail(Shipment, { id });
      const before = { sources: original, details: stored };
      return { row, clearedFields: clearedOfDraft(before, { sources: row, details: draft.details }) };
    }),
  );
}

async function assembleDuplicate(
  deps: ShippingDeps,
  manager: EntityManager,
  original: Shipment,
  stored: StoredShipmentDetails,
  input: DuplicateShipmentInput,
): Promise<Draft> {
  refuseAny(refusedDraftNulls(input, stored));
  const base = withoutPastDay(withoutCleared(stored, input), deps.clock.now());
  const draft = await assembleDraft(deps, manager, withStoredSources(original, input), base, ["input"]);
  refuseAny(refusedServiceNull(input, draft.serviceCode));
  return draft;
}

async function insertDuplicate(
  manager: EntityManager,
  original: Shipment,
  input: DuplicateShipmentInput,
  draft: Draft,
): Promise<string> {
  await refuseSecondDraft(manager, input);
  const { id: duplicateOfId, outboundShipmentId, returnedPackageIds } = original;
  const { clientReference } = input;
  const own = { ...ownTexts(original, input), clientReference, outboundShipmentId, returnedPackageIds, duplicateOfId };
  return insertDraft(manager, original.tenantId, own, draft);
}
