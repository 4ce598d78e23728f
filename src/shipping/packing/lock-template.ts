import type { EntityManager } from "typeorm";
import { PackageTemplate } from "../../entities/package-template.js";
import { refuse } from "../result.js";

/** Where inputs name the template. */
export const templateIdField = ["input", "packageTemplateId"];

/** The template, locked until the transaction ends. Throws a `Refusal` NOT_FOUND. */
export async function lockTemplate(manager: EntityManager, id: string): Promise<PackageTemplate> {
  const template = await manager.findOne(PackageTemplate, { where: { id }, lock: { mode: "pessimistic_write" } });
  if (template === null) refuse("NOT_FOUND", `There is no package template ${id}.`, templateIdField);
  return template;
}
