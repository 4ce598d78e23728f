import { inTenant } from "../../database/tenant-transaction.js";
import { Shipment } from "../../entities/shipment.js";
import type { Actor, ShippingDeps } from "../deps.js";
import { type Result, refuse, settle } from "../result.js";
import { assembleDraft } from "./assemble-draft.js";
import type { DraftInput } from "./draft-input.js";
import { insertDraft } from "./insert-draft.js";

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

/** Two requests at once are told apart by the unique constraint: the later one fails and finds the first when repeated. */
export async function refuseSecondDraft(
  manager: Parameters<typeof insertDraft>[0],
  input: DraftInput,
  at = ["input"],
): Promise<void> {
  const clientReference = input.clientReference?.trim();
  if (!clientReference) return;
  const lock = "select pg_advisory_xact_lock(hashtextextended(current_setting('app.tenant_id') || $1, 0))";
  await manager.query(lock, [clientReference]);
  if (await manager.existsBy(Shipment, { clientReference })) {
    refuse("CONFLICT", "There is a shipment with this clientReference already.", [...at, "clientReference"]);
  }
}
