import type { EntityManager } from "typeorm";

/** The database's time: the one clock that all instances share. */
export async function databaseNow(manager: EntityManager): Promise<Date> {
  const [row] = (await manager.query("select extract(epoch from now()) * 1000 as ms")) as { ms: string | number }[];
  return new Date(Number(row!.ms));
}
