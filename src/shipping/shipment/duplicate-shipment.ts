import type { EntityManager } from "typeorm";
import { inTenant } from "../../database/tenant-transaction.js";
import { Shipment } from "../../entities/shipment.js";
import type { Actor, ShippingDeps } from "../deps.js";
import { type Result, settle } from "../result.js";
import { assembleDraft } from "./assemble-draft.js";
import type { DraftInput } from "./draft-input.js";
import { insertDraft, refuseSecondDraft } from "./insert-draft.js";
import { lockShipment } from "./lock-shipment.js";
import { withoutPastDay } from "./ship-date.js";
import { loadStoredDetails } from "./stored-details.js";
import { ownTexts, withStoredSources } from "./stored-sources.js";

export interface DuplicateShipmentInput extends DraftInput {
  shipmentId: string;
}

/**
 * Saves a draft like a shipment in whatever status, with the changes given, and remembers of which: how what was bought
 * is put right, since it is itself changed no more. Quotes, uploaded documents, the `clientReference` and a ship date
 * that has passed are not taken over. Codes as createShipment.
 */
export function duplicateShipment(
  deps: ShippingDeps,
  actor: Actor,
  input: DuplicateShipmentInput,
): Promise<Result<Shipment>> {
  return settle(() =>
    inTenant(deps.database, actor.tenantId, async (manager) => {
      const original = await lockShipment(manager, input.shipmentId, ["input", "shipmentId"]);
      const id = await insertDuplicate(deps, manager, original, input);
      return manager.findOneByOrFail(Shipment, { id });
    }),
  );
}

async function insertDuplicate(
  deps: ShippingDeps,
  manager: EntityManager,
  original: Shipment,
  input: DuplicateShipmentInput,
): Promise<string> {
  const details = withoutPastDay(await loadStoredDetails(manager, original), deps.clock.now());
  const draft = await assembleDraft(deps, manager, withStoredSources(original, input), details, ["input"]);
  await refuseSecondDraft(manager, input);
  const { id: duplicateOfId, outboundShipmentId, returnedPackageIds } = original;
  const { clientReference } = input;
  const own = { ...ownTexts(original, input), clientReference, outboundShipmentId, returnedPackageIds, duplicateOfId };
  return insertDraft(manager, original.tenantId, own, draft);
}
