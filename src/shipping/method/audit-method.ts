import type { EntityManager } from "typeorm";
import type { CarrierShippingMethod } from "../../entities/carrier-shipping-method.js";
import { changesOf } from "../audit/changes-of.js";
import { type AuditEntry, recordAudit } from "../audit/record-audit.js";
import type { Actor } from "../deps.js";
import { partsOf, plainRules } from "./method-rules.js";

/** All but the merchant's own name for it. */
const shown = [
  ...["provider", "accountId", "serviceCode", "packageTypeCode", "weightUnit", "dimensionUnit", "labelFormat"],
  ...["billMyAccount", "collectOnDelivery", "generateReturnLabel", "dutiesPayer", "integrationLevel"],
  ...["invoicingPolicy", "isPublished", "shipFromPlaceId", "supersedesId", "archivedAt"],
  ...["externalReference", "providerConfiguration"],
  ...Object.keys(partsOf(plainRules)),
];

/**
 * Keeps who changed the method, and what of it; nothing where nothing changed. `before` null: it was created, and of its
 * rules those are told that say something.
 */
export async function auditMethod(
  manager: EntityManager,
  actor: Actor,
  kind: AuditEntry["kind"],
  before: CarrierShippingMethod | null,
  after: CarrierShippingMethod,
): Promise<void> {
  const changes = changesOf(before ? valuesOf(before) : partsOf(plainRules), valuesOf(after), shown);
  if (changes.length > 0) await recordAudit(manager, actor, { kind, targetId: after.id, changes });
}

function valuesOf(method: CarrierShippingMethod): Record<string, unknown> {
  const values: Record<string, unknown> = { ...method, ...partsOf(method) };
  return Object.fromEntries(["name", ...shown].map((field) => [field, values[field]]));
}
