import { Client } from "pg";
import type { Damage } from "./disturbances.js";
import type { Stage } from "./stage.js";
import type { Tenant } from "./tenants.js";

/** Ends a session of the servers, one inside a transaction if there is any; gives how many were ended. */
export async function endSession({ serverUrl }: Stage, victim: number): Promise<number> {
  return askDatabase(serverUrl, 0, async (client) => {
    const { rows } = await client.query(
      `with session as (select pid, row_number() over (order by state = 'idle', pid) - 1 as place,
           count(*) filter (where state <> 'idle') over () as busy, count(*) over () as total
         from pg_stat_activity where usename = current_user and datname = current_database() and pid <> pg_backend_pid())
       select pg_terminate_backend(pid) from session where place = $1 % case when busy > 0 then busy else total end`,
      [victim],
    );
    return rows.length;
  });
}

/** Kills the process of a session, as the system does when memory runs out; PostgreSQL then ends all and recovers. */
export async function crashDatabase({ serverUrl, adminUrl, isDatabaseOurs }: Stage, damage: Damage): Promise<void> {
  if (!isDatabaseOurs) return;
  damage.deadlocks += await askDatabase(adminUrl, 0, deadlocksOf);
  await askDatabase(serverUrl, null, async (client) => {
    const { rows } = await client.query("select pg_backend_pid() as pid");
    process.kill(rows[0].pid, "SIGKILL");
    damage.databaseCrashes += 1;
  });
}

export async function deadlocksOf(client: Client): Promise<number> {
  const { rows } = await client.query("select deadlocks::int from pg_stat_database where datname = current_database()");
  return rows[0].deadlocks;
}

/** Hours pass for some of what waits: open questions, watched purchases and packages on their way are due. */
export async function passTime({ adminUrl, tenants }: Stage, share = 0.15): Promise<void> {
  await askDatabase(adminUrl, null, async (client) => {
    for (const { id } of tenants) {
      await client.query("select set_config('app.tenant_id', $1, false)", [id]);
      await client.query(becomeDue("label_purchase", "state <> 'PENDING'", share));
      await client.query(becomeDue("document_upload", "state = 'PENDING'", share));
      await client.query(becomeDue("tracker", "closed_reason is null", 0.1));
    }
  });
}

/** Rows that somebody holds are left for the next time: many at once, in any order, could deadlock. */
const becomeDue = (table: string, which: string, share: number) => `
  update ${table} set next_check_at = now() where id in (select id from ${table}
    where next_check_at > now() and ${which} and random() < ${share} for update skip locked)`;

interface Stuck {
  id: string;
  reference: string;
  isReturn: boolean;
}

const hasOnePackage = `(select count(*) from shipment_package k
  where k.tenant_id = p.tenant_id and k.shipment_id = p.shipment_id) = 1`;

/** A purchase without an outcome, `isSingle`: of one package; null: there is none. */
export function someStuck({ adminUrl }: Stage, tenant: Tenant, isSingle = false): Promise<Stuck | null> {
  const which = isSingle ? `and ${hasOnePackage}` : "";
  return askDatabase(adminUrl, null, async (client) => {
    await client.query("select set_config('app.tenant_id', $1, false)", [tenant.id]);
    const { rows } = await client.query<Stuck>(
      `select p.id, p.carrier_reference as reference, s.return_service is not null as "isReturn"
         from label_purchase p join shipment s on s.tenant_id = p.tenant_id and s.id = p.shipment_id
        where p.state = 'UNKNOWN' ${which} order by random() limit 1`,
    );
    return rows[0] ?? null;
  });
}

/** `otherwise` when PostgreSQL is away: this is no promise of ours. */
async function askDatabase<T>(url: string, otherwise: T, ask: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url, application_name: "harness" });
  client.on("error", () => undefined);
  try {
    await client.connect();
    return await ask(client);
  } catch {
    return otherwise;
  } finally {
    await client.end().catch(() => undefined);
  }
}
