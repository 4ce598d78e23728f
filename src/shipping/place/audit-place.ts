import type { EntityManager } from "typeorm";
import type { ShipFromPlace } from "../../entities/ship-from-place.js";
import { changesOf } from "../audit/changes-of.js";
import { type AuditEntry, recordAudit } from "../audit/record-audit.js";
import type { Actor } from "../deps.js";

/** All but the merchant's own name for it, and its address with a person's name. */
const shown = ["timeZone", "openingHours", "defaultCarrierAccountId", "defaultShippingMethodId", "archivedAt"];

/** Keeps who changed the place, and what of it; nothing where nothing changed. `before` null: it was created. */
export async function auditPlace(
  manager: EntityManager,
  actor: Actor,
  kind: AuditEntry["kind"],
  before: ShipFromPlace | null,
  after: ShipFromPlace,
): Promise<void> {
  const changes = changesOf(before ? valuesOf(before) : {}, valuesOf(after), shown);
  if (changes.length > 0) await recordAudit(manager, actor, { kind, targetId: after.id, changes });
}

function valuesOf(place: ShipFromPlace): Record<string, unknown> {
  const values: Record<string, unknown> = { ...place };
  return Object.fromEntries(["name", "address", ...shown].map((field) => [field, values[field]]));
}
