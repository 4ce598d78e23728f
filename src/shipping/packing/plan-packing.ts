import { type EntityManager, Not } from "typeorm";
import type { CarrierAdapter } from "../../carrier/adapter.js";
import { readInTenant } from "../../database/tenant-transaction.js";
import { CarrierAccount } from "../../entities/carrier-account.js";
import type { Actor, ShippingDeps } from "../deps.js";
import { type Result, refuse, refuseAny, settle } from "../result.js";
import { findDefaultAccount } from "../settings/default-account.js";
import { userError } from "../user-error.js";
import { findNamedTemplates, findTemplates } from "./find-templates.js";
import type { PackItemsInput } from "./items-input.js";
import { packItems } from "./pack-items.js";
import { packingOptions } from "./packing-options.js";
import type { PackingPlan } from "./packing-plan.js";
import { readItems } from "./read-items.js";

/**
 * Plans packages for goods with the tenant's templates, without asking a carrier and without keeping anything. Codes:
 * REQUIRED, INVALID, TOO_LONG, NOT_FOUND, NOT_ALLOWED (an archived template).
 */
export function planPacking(deps: ShippingDeps, actor: Actor, input: PackItemsInput): Promise<Result<PackingPlan>> {
  return settle(async () => {
    refuseAny(checkMost(input.maxPackages));
    const { templates, origin } = await readInTenant(deps.database, actor.tenantId, async (manager) => ({
      templates: await chosenTemplates(manager, input.packageTemplateIds),
      origin: await findOrigin(deps, manager, input.originCountryCode),
    }));
    const units = origin.adapter.catalogue.units(origin.countryCode);
    const {
      weight: [weight = "KG"],
      dimension: [dimension = "CM"],
    } = units;
    const { items, userErrors } = readItems(input.items, { weight, dimension }, ["input", "items"]);
    refuseAny(userErrors);
    return packItems(items, templates, packingOptions(origin.adapter, origin.countryCode, input.maxPackages));
  });
}

function checkMost(maxPackages: number | null | undefined) {
  if (maxPackages == null || maxPackages >= 1) return [];
  return [userError("INVALID", "There is at least one package.", ["input", "maxPackages"])];
}

function chosenTemplates(manager: EntityManager, ids: string[] | null | undefined) {
  if (ids == null) return findTemplates(manager);
  return findNamedTemplates(manager, ids, (index) => ["input", "packageTemplateIds", `${index}`]);
}

/** Whose rules of packages count, and from which country: the default account's, else those of the oldest one in use. */
async function findOrigin(
  { carriers }: Pick<ShippingDeps, "carriers">,
  manager: EntityManager,
  stated: string | null | undefined,
): Promise<{ adapter: CarrierAdapter; countryCode: string }> {
  const field = ["input", "originCountryCode"];
  if (stated != null && !/^[A-Z]{2}$/.test(stated)) refuse("INVALID", "A country is two letters of ISO 3166-1.", field);
  const account = (await findDefaultAccount(manager)) ?? (await oldestAccount(manager));
  const adapter = carriers.get(account?.carrierCode ?? "") ?? [...carriers.values()][0];
  const countryCode = stated ?? account?.address.countryCode;
  if (!adapter || !countryCode) refuse("REQUIRED", "Say the country from which it is shipped.", field);
  return { adapter, countryCode };
}

function oldestAccount(manager: EntityManager): Promise<CarrierAccount | null> {
  return manager.findOne(CarrierAccount, {
    where: { status: Not("ARCHIVED" as const) },
    order: { createdAt: "ASC", id: "ASC" },
  });
}
