import type { EntityManager } from "typeorm";
import type { PackageTemplate } from "../../entities/package-template.js";
import { changesOf } from "../audit/changes-of.js";
import { type AuditEntry, recordAudit } from "../audit/record-audit.js";
import type { Actor } from "../deps.js";

/** All but the merchant's own name for it. */
const shown = ["innerDimensions", "outerDimensions", "tareWeight", "maxWeight", "packageTypeCode", "archivedAt"];

/** Keeps who changed the template, and what of it; nothing where nothing changed. `before` null: it was created. */
export async function auditTemplate(
  manager: EntityManager,
  actor: Actor,
  kind: AuditEntry["kind"],
  before: PackageTemplate | null,
  after: PackageTemplate,
): Promise<void> {
  const changes = changesOf(before ? valuesOf(before) : {}, valuesOf(after), shown);
  if (changes.length > 0) await recordAudit(manager, actor, { kind, targetId: after.id, changes });
}

function valuesOf(template: PackageTemplate): Record<string, unknown> {
  const values: Record<string, unknown> = { ...template };
  return Object.fromEntries(["name", ...shown].map((field) => [field, values[field]]));
}
