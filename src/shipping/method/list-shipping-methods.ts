import type { SelectQueryBuilder } from "typeorm";
import { readInTenant } from "../../database/tenant-transaction.js";
import { CarrierShippingMethod } from "../../entities/carrier-shipping-method.js";
import type { Actor, ShippingDeps } from "../deps.js";
import { type Page, type PageRequest, readPage } from "../page.js";
import type { MethodFilter } from "./method-input.js";

/** Methods, newest first; archived ones only when asked for. */
export function listShippingMethods(
  deps: ShippingDeps,
  actor: Actor,
  request: PageRequest,
  { provider, isPublished, includeArchived }: MethodFilter,
): Promise<Page<CarrierShippingMethod>> {
  const narrow = (query: SelectQueryBuilder<CarrierShippingMethod>) => {
    if (provider) query.andWhere("row.provider = :provider", { provider });
    if (isPublished != null) query.andWhere("row.isPublished = :isPublished", { isPublished });
    if (!includeArchived) query.andWhere("row.archivedAt is null");
  };
  return readInTenant(deps.database, actor.tenantId, (manager) =>
    readPage(manager, CarrierShippingMethod, request, { narrow }),
  );
}
