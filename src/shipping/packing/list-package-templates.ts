import type { SelectQueryBuilder } from "typeorm";
import { PackageTemplate } from "../../entities/package-template.js";
import type { Actor, ShippingDeps } from "../deps.js";
import { type Page, type PageRequest, readPage } from "../page.js";
import { byInstant } from "../sort.js";
import type { TemplateFilter } from "./template-input.js";

const sorts = { CREATED_AT: byInstant<PackageTemplate>("createdAt") };

/** Templates, newest first; archived ones only when asked for. */
export function listPackageTemplates(
  deps: ShippingDeps,
  actor: Actor,
  request: PageRequest,
  { includeArchived }: TemplateFilter,
): Promise<Page<PackageTemplate>> {
  const narrow = (query: SelectQueryBuilder<PackageTemplate>) => {
    if (!includeArchived) query.andWhere("row.archivedAt is null");
  };
  return readPage(deps, actor, PackageTemplate, request, { name: "packageTemplates", sorts, narrow });
}
