import type { EntityManager } from "typeorm";
import { CarrierAccount } from "../../entities/carrier-account.js";
import { refuse } from "../result.js";

/** Where inputs name the account. */
export const accountIdField = ["input", "carrierAccountId"];

export function refuseUnknownAccount(id: string): never {
  refuse("NOT_FOUND", `There is no carrier account ${id}.`, accountIdField);
}

export function refuseArchivedAccount(): never {
  refuse("NOT_ALLOWED", "The carrier account is archived.", accountIdField);
}

/** Somebody else rotated, corrected or archived it while the carrier was asked. */
export function refuseChanged(): never {
  refuse("CONFLICT", "The account was changed meanwhile: read it again.", accountIdField);
}

/** The account, locked until the transaction ends. Throws a `Refusal` NOT_FOUND. */
export async function lockAccount(manager: EntityManager, id: string): Promise<CarrierAccount> {
  const account = await manager.findOne(CarrierAccount, { where: { id }, lock: { mode: "pessimistic_write" } });
  if (account === null) refuseUnknownAccount(id);
  return account;
}

/** As `lockAccount`, for what archived accounts refuse: NOT_ALLOWED. */
export async function lockUsableAccount(manager: EntityManager, id: string): Promise<CarrierAccount> {
  const account = await lockAccount(manager, id);
  if (account.status === "ARCHIVED") refuseArchivedAccount();
  return account;
}
