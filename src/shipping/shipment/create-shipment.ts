import { inTenant } from "../../database/tenant-transaction.js";
import { Shipment } from "../../entities/shipment.js";
import type { Actor, ShippingDeps } from "../deps.js";
import { type Result, settle } from "../result.js";
import { assembleDraft } from "./assemble-draft.js";
import type { DraftInput } from "./draft-input.js";
import { insertDraft, refuseSecondDraft } from "./insert-draft.js";

/**
 * Saves a draft: complete, checked against the carrier's rules, nothing bought. Codes: REQUIRED, INVALID, TOO_LONG,
 * NOT_FOUND, NOT_ALLOWED, OPTION_NOT_ALLOWED, QUOTE_EXPIRED, QUOTE_MISMATCH; CONFLICT for a clientReference in use.
 */
export function createShipment(deps: ShippingDeps, actor: Actor, input: DraftInput): Promise<Result<Shipment>> {
  return settle(() =>
    inTenant(deps.database, actor.tenantId, async (manager) => {
      const draft = await assembleDraft(deps, manager, input, null, ["input"]);
      await refuseSecondDraft(manager, input);
      const id = await insertDraft(manager, actor.tenantId, input, draft);
      return manager.findOneByOrFail(Shipment, { id });
    }),
  );
}
