import DataLoader from "dataloader";
import { CarrierShippingMethod } from "../entities/carrier-shipping-method.js";
import { SetupStepDecision } from "../entities/setup-step-decision.js";
import { type Database, readInTenant } from "./tenant-transaction.js";

/** What an account's setup is read from, besides its own rows: people's last word on each step, and whether it is used. */
export function createSetupLoaders(database: Database, tenantId: string) {
  return {
    setupDecisionsByAccountId: new DataLoader<string, SetupStepDecision[]>(async (ids) => {
      const last = await readInTenant(database, tenantId, (manager) =>
        manager
          .createQueryBuilder(SetupStepDecision, "row")
          .distinctOn(["row.account_id", "row.step_key"])
          .where("row.account_id = any(:ids)", { ids })
          .orderBy("row.account_id")
          .addOrderBy("row.step_key")
          .addOrderBy("row.sequence", "DESC")
          .getMany(),
      );
      return ids.map((id) => last.filter(({ accountId }) => accountId === id));
    }),
    hasMethodByAccountId: new DataLoader<string, boolean>(async (ids) => {
      const used: { accountId: string }[] = await readInTenant(database, tenantId, (manager) =>
        manager
          .createQueryBuilder(CarrierShippingMethod, "row")
          .select("row.account_id", "accountId")
          .distinct()
          .where("row.account_id = any(:ids) and row.archived_at is null", { ids })
          .getRawMany(),
      );
      return ids.map((id) => used.some(({ accountId }) => accountId === id));
    }),
  };
}
