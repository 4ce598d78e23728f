import { type EntityManager, In, IsNull } from "typeorm";
import { PackageTemplate } from "../../entities/package-template.js";
import type { ShippingUserError } from "../../entities/values/user-error.js";
import { refuseAny } from "../result.js";
import { userError } from "../user-error.js";

/** In use at once, of one tenant: all of them are tried for each box. */
export const mostTemplates = 100;

/** What goods are packed into, of the tenant of the transaction; oldest first. */
export function findTemplates(manager: EntityManager): Promise<PackageTemplate[]> {
  return manager.find(PackageTemplate, {
    where: { archivedAt: IsNull() },
    order: { createdAt: "ASC", id: "ASC" },
    take: mostTemplates,
  });
}

export type NamedTemplates = ReadonlyMap<string, PackageTemplate>;

/** What packages name by `packageTemplateId`, by id. Throws a `Refusal` NOT_FOUND or NOT_ALLOWED, under `at`. */
export async function templatesOf(
  manager: EntityManager,
  packages: readonly { packageTemplateId?: string | null }[] | null | undefined,
  at: string[],
): Promise<NamedTemplates> {
  const named = (packages ?? []).flatMap(({ packageTemplateId }, index) =>
    packageTemplateId == null ? [] : [{ id: packageTemplateId, field: [...at, `${index}`, "packageTemplateId"] }],
  );
  const ids = named.map(({ id }) => id);
  const rows = await findNamedTemplates(manager, ids, (index) => named[index]!.field);
  return new Map(rows.map((row) => [row.id, row]));
}

/** The templates of these ids. Throws a `Refusal` at its place in `at`: NOT_FOUND, or NOT_ALLOWED for archived ones. */
export async function findNamedTemplates(
  manager: EntityManager,
  ids: readonly string[],
  at: (index: number) => string[],
): Promise<PackageTemplate[]> {
  const rows = ids.length === 0 ? [] : await manager.findBy(PackageTemplate, { id: In([...new Set(ids)]) });
  const byId = new Map(rows.map((row) => [row.id, row]));
  refuseAny(ids.flatMap((id, index) => checkNamed(byId.get(id), id, at(index))));
  return rows;
}

function checkNamed(template: PackageTemplate | undefined, id: string, field: string[]): ShippingUserError[] {
  if (!template) return [userError("NOT_FOUND", `There is no package template ${id}.`, field)];
  return template.archivedAt === null ? [] : [userError("NOT_ALLOWED", "The package template is archived.", field)];
}
