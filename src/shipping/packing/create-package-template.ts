import { type EntityManager, IsNull } from "typeorm";
import { inTenant } from "../../database/tenant-transaction.js";
import { PackageTemplate } from "../../entities/package-template.js";
import type { Actor, ShippingDeps } from "../deps.js";
import { newId } from "../new-id.js";
import { type Result, refuse, refuseAny, settle } from "../result.js";
import { auditTemplate } from "./audit-template.js";
import { checkTemplate } from "./check-template.js";
import { mostTemplates } from "./find-templates.js";
import type { TemplateChanges } from "./template-input.js";
import { templateValues } from "./template-values.js";

/** Adds a template. Codes: REQUIRED, INVALID, TOO_LONG, NOT_ALLOWED (as many are in use as can be packed into). */
export function createPackageTemplate(
  deps: ShippingDeps,
  actor: Actor,
  input: TemplateChanges,
): Promise<Result<PackageTemplate>> {
  return settle(() =>
    inTenant(deps.database, actor.tenantId, async (manager) => {
      const values = templateValues(input, null);
      refuseAny(checkTemplate(deps, values));
      await refuseTooMany(manager);
      const id = newId("ptp");
      await manager.insert(PackageTemplate, { ...values, tenantId: actor.tenantId, id });
      const template = await manager.findOneByOrFail(PackageTemplate, { id });
      await auditTemplate(manager, actor, "PACKAGE_TEMPLATE_CREATED", null, template);
      return template;
    }),
  );
}

/** Two at once may both be the last: nothing depends on the exact number. */
async function refuseTooMany(manager: EntityManager): Promise<void> {
  if ((await manager.countBy(PackageTemplate, { archivedAt: IsNull() })) < mostTemplates) return;
  refuse("NOT_ALLOWED", `At most ${mostTemplates} templates are in use: archive one that is not needed.`, ["input"]);
}
