import { inTenant } from "../../database/tenant-transaction.js";
import { PackageTemplate } from "../../entities/package-template.js";
import type { Actor, ShippingDeps } from "../deps.js";
import { type Change, refusedNulls } from "../null-rule.js";
import { type Result, refuse, refuseAny, settle } from "../result.js";
import { auditTemplate } from "./audit-template.js";
import { checkTemplate } from "./check-template.js";
import { lockTemplate, templateIdField } from "./lock-template.js";
import type { TemplateChangesInput } from "./template-input.js";
import { templateValues } from "./template-values.js";

const neverEmpty = [
  ...(["name", "innerDimensions", "outerDimensions"] as const),
  ...(["tareWeight", "maxWeight", "packageType"] as const),
];

/**
 * Changes what is given; what was packed before stays. Nothing of a template can be empty, so that nothing is ever cleared.
 * Codes: REQUIRED, INVALID, TOO_LONG, NOT_FOUND, NOT_ALLOWED (archived).
 */
export function updatePackageTemplate(
  deps: ShippingDeps,
  actor: Actor,
  input: TemplateChangesInput,
): Promise<Result<Change<PackageTemplate>>> {
  return settle(() =>
    inTenant(deps.database, actor.tenantId, async (manager) => {
      const template = await lockTemplate(manager, input.packageTemplateId);
      if (template.archivedAt !== null) refuse("NOT_ALLOWED", "The package template is archived.", templateIdField);
      refuseAny(refusedNulls(input, neverEmpty, ["input"]));
      const values = templateValues(input, template);
      refuseAny(checkTemplate(deps, values));
      await manager.update(PackageTemplate, { id: template.id }, values);
      const row = await manager.findOneByOrFail(PackageTemplate, { id: template.id });
      await auditTemplate(manager, actor, "PACKAGE_TEMPLATE_UPDATED", template, row);
      return { row, clearedFields: [] };
    }),
  );
}
