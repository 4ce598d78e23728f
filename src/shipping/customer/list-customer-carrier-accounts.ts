import type { SelectQueryBuilder } from "typeorm";
import { CustomerCarrierAccount } from "../../entities/customer-carrier-account.js";
import type { Actor, ShippingDeps } from "../deps.js";
import { type Page, type PageRequest, readPage } from "../page.js";
import { byInstant } from "../sort.js";

const sorts = { CREATED_AT: byInstant<CustomerCarrierAccount>("createdAt") };

/** Of one customer, newest first. */
export function listCustomerCarrierAccounts(
  deps: ShippingDeps,
  actor: Actor,
  request: PageRequest,
  customerId: string,
): Promise<Page<CustomerCarrierAccount>> {
  const narrow = (query: SelectQueryBuilder<CustomerCarrierAccount>) => {
    query.andWhere("row.customerId = :customerId", { customerId });
  };
  return readPage(deps, actor, CustomerCarrierAccount, request, { name: "customerCarrierAccounts", sorts, narrow });
}
