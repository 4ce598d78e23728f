import type { SelectQueryBuilder } from "typeorm";
import { CarrierAccount } from "../../entities/carrier-account.js";
import type { Actor, ShippingDeps } from "../deps.js";
import { type Page, type PageRequest, readPage } from "../page.js";
import { byInstant, byText } from "../sort.js";
import type { AccountFilter } from "./account-input.js";

const sorts = { CREATED_AT: byInstant<CarrierAccount>("createdAt"), NAME: byText<CarrierAccount>("name") };

/** Accounts, newest first unless told otherwise; archived ones only when asked for by their status. */
export function listCarrierAccounts(
  deps: ShippingDeps,
  actor: Actor,
  request: PageRequest,
  { status, accountType }: AccountFilter,
): Promise<Page<CarrierAccount>> {
  const narrow = (query: SelectQueryBuilder<CarrierAccount>) => {
    if (status) query.andWhere("row.status = :status", { status });
    else query.andWhere("row.status <> 'ARCHIVED'");
    if (accountType) query.andWhere("lower(row.account_type) = lower(:accountType)", { accountType });
  };
  return readPage(deps, actor, CarrierAccount, request, { name: "carrierAccounts", sorts, narrow });
}
