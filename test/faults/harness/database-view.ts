import { Client } from "pg";
import { demoTenantId } from "../../../src/security/authenticate.js";

export interface PurchaseRow {
  id: string;
  state: string;
  key: string | null;
  reference: string;
  shipment_id: string;
  order_id: string;
  number: string | null;
  is_voided: boolean;
  checks: number;
  charges: string | null;
  is_estimated: boolean;
}

export interface PackageRow {
  purchase_id: string;
  tracking_number: string;
  void_state: string;
  /** Of the bytes themselves; null: there are none. */
  sha256: string | null;
}

/** The tenant's rows, looked at behind the servers' backs. */
export class DatabaseView {
  private constructor(private readonly client: Client) {}

  static async open(adminUrl: string): Promise<DatabaseView> {
    const client = new Client({ connectionString: adminUrl, application_name: "harness" });
    client.on("error", () => undefined);
    await client.connect();
    await client.query("select set_config('app.tenant_id', $1, false)", [demoTenantId]);
    return new DatabaseView(client);
  }

  close(): Promise<void> {
    return this.client.end();
  }

  async purchases(): Promise<PurchaseRow[]> {
    return this.#rows(`
      select p.id, p.state, p.idempotency_key as key, p.carrier_reference as reference, p.shipment_id, s.order_id,
             p.shipment_identification_number as number, p.voided_at is not null as is_voided, p.checks,
             p.charges_amount as charges, p.charges_are_estimated as is_estimated
        from label_purchase p join shipment s on s.tenant_id = p.tenant_id and s.id = p.shipment_id`);
  }

  async packages(): Promise<PackageRow[]> {
    return this.#rows(`
      select b.purchase_id, b.tracking_number, b.void_state, encode(sha256(f.bytes), 'hex') as sha256
        from purchased_package b
        left join shipping_label l on l.tenant_id = b.tenant_id and l.purchased_package_id = b.id
        left join label_file f on f.tenant_id = l.tenant_id and f.label_id = l.id
         and f.role = case when l.is_derived then 'DERIVED' else 'CARRIER' end`);
  }

  /** How many bookings that nobody wanted were voided. */
  async unwantedVoids(): Promise<number> {
    const rows = await this.#rows<{ count: number }>(
      "select count(*)::int from purchase_decision where decision = 'VOIDED_UNWANTED'",
    );
    return rows[0]!.count;
  }

  async deadlocks(): Promise<number> {
    const rows = await this.#rows<{ deadlocks: number }>(
      "select deadlocks::int from pg_stat_database where datname = current_database()",
    );
    return rows[0]!.deadlocks;
  }

  /** Open questions become due now instead of in minutes; gives how many there are, PENDING ones included. */
  async hurry(): Promise<number> {
    const open = `(state in ('PENDING', 'UNKNOWN') or unwanted_bookings <> '[]' or exists (select from purchased_package b
      where b.tenant_id = p.tenant_id and b.purchase_id = p.id and b.void_state = 'VOID_PENDING'))`;
    // Rows that somebody holds are left for the next time: many at once, in any order, could deadlock.
    await this.client.query(`update label_purchase set next_check_at = now() where id in (select id from label_purchase p
      where next_check_at > now() and state <> 'PENDING' and ${open} for update skip locked)`);
    return (await this.#rows<{ count: number }>(`select count(*)::int from label_purchase p where ${open}`))[0]!.count;
  }

  /** As if a day had passed: what is watched for late bookings is due. */
  async makeWatchedDue(): Promise<Map<string, number>> {
    const rows = await this.#rows<{ id: string; checks: number }>(
      `update label_purchase set next_check_at = now() where state = 'NOT_CREATED' and next_check_at is not null
       returning id, checks`,
    );
    return new Map(rows.map(({ id, checks }) => [id, checks]));
  }

  async checks(): Promise<Map<string, number>> {
    const rows = await this.#rows<{ id: string; checks: number }>("select id, checks from label_purchase");
    return new Map(rows.map(({ id, checks }) => [id, checks]));
  }

  async #rows<T>(sql: string): Promise<T[]> {
    return (await this.client.query(sql)).rows;
  }
}
