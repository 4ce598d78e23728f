import type { EntityManager } from "typeorm";

/** pg-boss's `db` option for sending a job in the transaction that needs it: both are committed, or neither. */
export function jobWriter(manager: EntityManager) {
  return {
    async executeSql(text: string, values: unknown[]): Promise<{ rows: never[] }> {
      return { rows: await manager.query(text, values) };
    },
  };
}
