import type { SelectQueryBuilder } from "typeorm";
import { CarrierShippingMethod } from "../../entities/carrier-shipping-method.js";
import type { Actor, ShippingDeps } from "../deps.js";
import { type Page, type PageRequest, readPage } from "../page.js";
import { byInstant, byText } from "../sort.js";
import type { MethodFilter } from "./method-input.js";

const sorts = {
  CREATED_AT: byInstant<CarrierShippingMethod>("createdAt"),
  NAME: byText<CarrierShippingMethod>("name"),
};

/** Methods, newest first unless told otherwise; archived ones only when asked for. */
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
  return readPage(deps, actor, CarrierShippingMethod, request, { name: "shippingMethods", sorts, narrow });
}
