import type { Client } from "pg";
import { connectAlone } from "./server-client.js";

const reason = "OPERATOR";

/** Every tenant that has a carrier account; `adminUrl` is the owner's login, whom the policies let see them. */
export function listTenants(adminUrl: string): Promise<string[]> {
  return asOwner(adminUrl, async (client) => {
    await client.query("begin read only");
    await client.query("select set_config('app.invariants', 'on', true)");
    const { rows } = await client.query("select distinct tenant_id as id from carrier_account order by 1");
    return rows.map(({ id }) => String(id));
  });
}

/**
 * An operator says that the database may have lost what was committed since `since`. False: a period that covers it is
 * open, or was noticed already.
 */
export function openDoubt(adminUrl: string, since: string, seconds: number): Promise<boolean> {
  const open = `select open_doubt($1, $2, $3) where not exists (select from doubtful_period
    where lost_since <= $2 and ends_at > now())`;
  return asOwner(adminUrl, async (client) => (await client.query(open, [reason, since, seconds])).rowCount === 1);
}

/** An operator knows that nothing is lost any more; gives how many periods were open. */
export function endDoubt(adminUrl: string): Promise<number> {
  const end = "update doubtful_period set ends_at = now() where ends_at > now()";
  return asOwner(adminUrl, async (client) => (await client.query(end)).rowCount ?? 0);
}

async function asOwner<T>(adminUrl: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = await connectAlone(adminUrl, "shipping ledger");
  return work(client).finally(() => client.end());
}
