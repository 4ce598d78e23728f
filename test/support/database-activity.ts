import type { TestService } from "./service.js";

/** How many sessions wait for a lock that another holds, of all instances on the service's database. */
export const lockWaits = (service: TestService): Promise<number> => sessions(service, "wait_event_type = 'Lock'");

/** How many statements PostgreSQL has not answered yet, those of all instances on the service's database. */
export const statementsUnderWay = (service: TestService): Promise<number> => sessions(service, "state = 'active'");

async function sessions({ database }: TestService, condition: string): Promise<number> {
  const count = `select count(*)::int as count from pg_stat_activity
    where datname = current_database() and pid <> pg_backend_pid() and ${condition}`;
  return (await database.dataSource.query(count))[0].count;
}
