import { type EntityManager, In } from "typeorm";
import { CarrierAccount } from "../../entities/carrier-account.js";

/** The accounts that are named, by id, with one statement at most; archived ones too. */
export async function accountsOf(
  manager: EntityManager,
  naming: readonly { accountId: string | null }[],
): Promise<ReadonlyMap<string, CarrierAccount>> {
  const ids = [...new Set(naming.flatMap(({ accountId }) => accountId ?? []))];
  const accounts = ids.length === 0 ? [] : await manager.findBy(CarrierAccount, { id: In(ids) });
  return new Map(accounts.map((account) => [account.id, account]));
}
