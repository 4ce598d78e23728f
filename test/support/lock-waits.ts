import type { TestService } from "./service.js";

const waiting = `select count(*)::int as count from pg_stat_activity
  where wait_event_type = 'Lock' and datname = current_database()`;

/** How many sessions wait for a lock that another holds, of all instances on the service's database. */
export async function lockWaits({ database }: TestService): Promise<number> {
  return (await database.dataSource.query(waiting))[0].count;
}
