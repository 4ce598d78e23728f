import { inTenant } from "../../database/tenant-transaction.js";
import { PackageTemplate } from "../../entities/package-template.js";
import type { Actor, ShippingDeps } from "../deps.js";
import { type Result, settle } from "../result.js";
import { auditTemplate } from "./audit-template.js";
import { lockTemplate } from "./lock-template.js";

/** Takes a template out of use, keeping the time of an earlier archiving. Safe to repeat. Codes: NOT_FOUND. */
export function archivePackageTemplate(
  deps: ShippingDeps,
  actor: Actor,
  { packageTemplateId }: { packageTemplateId: string },
): Promise<Result<PackageTemplate>> {
  return settle(() =>
    inTenant(deps.database, actor.tenantId, async (manager) => {
      const template = await lockTemplate(manager, packageTemplateId);
      const { id, archivedAt } = template;
      if (archivedAt === null) await manager.update(PackageTemplate, { id }, { archivedAt: () => "now()" });
      const archived = await manager.findOneByOrFail(PackageTemplate, { id });
      await auditTemplate(manager, actor, "PACKAGE_TEMPLATE_ARCHIVED", template, archived);
      return archived;
    }),
  );
}
