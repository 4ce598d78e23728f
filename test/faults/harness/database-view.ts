import { Client } from "pg";
import { deadlocksOf } from "./database-blows.js";

export interface PurchaseRow {
  tenant_id: string;
  id: string;
  state: string;
  key: string | null;
  reference: string;
  shipment_id: string;
  order_id: string;
  number: string | null;
  /** Null: it was never noted that it leaves. */
  sent_at: Date | null;
  is_voided: boolean;
  checks: number;
  charges: string | null;
  is_estimated: boolean;
  counted_labels: number | null;
  counted_amount: string | null;
  /** Purchases of the outbound whose generated return the shipment is; several: it was bought again after a void. */
  generated_for: string[];
}

export interface PackageRow {
  tenant_id: string;
  purchase_id: string;
  tracking_number: string;
  void_state: string;
  /** Of the bytes themselves; null: there are none. */
  sha256: string | null;
  /** Of the bytes as UPS sent them. */
  carrier_sha256: string | null;
  /** What the carrier's bytes are. */
  carrier_format: string | null;
}

/** Labels and amounts that the day's counter of a whole tenant holds. */
export interface CounterRow {
  tenant_id: string;
  unit: string;
  used: string;
}

export interface DocumentRow {
  tenant_id: string;
  id: string;
  carrier_document_id: string;
  /** Numbers of the bookings that it goes with. */
  bookings: string[];
}

/** A turn lasts a minute: one that began in the last 15 seconds is left its time. */
const isUnderWay = "(next_check_at between now() + interval '45 seconds' and now() + interval '60 seconds')";

/** The tenants' rows, looked at behind the servers' backs. */
export class DatabaseView {
  private constructor(
    private readonly client: Client,
    private readonly tenantIds: string[],
  ) {}

  static async open(adminUrl: string, tenantIds: string[]): Promise<DatabaseView> {
    const client = new Client({ connectionString: adminUrl, application_name: "harness" });
    client.on("error", () => undefined);
    await client.connect();
    return new DatabaseView(client, tenantIds);
  }

  close(): Promise<void> {
    return this.client.end();
  }

  purchases(): Promise<PurchaseRow[]> {
    return this.#rows(`
      select p.tenant_id, p.id, p.state, p.idempotency_key as key, p.carrier_reference as reference, p.shipment_id,
             s.order_id, p.shipment_identification_number as number, p.sent_at, p.voided_at is not null as is_voided,
             p.checks, p.charges_amount as charges, p.charges_are_estimated as is_estimated, p.counted_labels,
             p.counted_amount, array(select g.purchase_id from generated_return g
               where g.tenant_id = s.tenant_id and g.return_shipment_id = s.id) as generated_for
        from label_purchase p join shipment s on s.tenant_id = p.tenant_id and s.id = p.shipment_id`);
  }

  packages(): Promise<PackageRow[]> {
    return this.#rows(`
      select b.tenant_id, b.purchase_id, b.tracking_number, b.void_state, encode(sha256(f.bytes), 'hex') as sha256,
             encode(sha256(c.bytes), 'hex') as carrier_sha256,
             case when l.is_derived then 'GIF' else l.format end as carrier_format
        from purchased_package b
        left join shipping_label l on l.tenant_id = b.tenant_id and l.purchased_package_id = b.id
        left join label_file f on f.tenant_id = l.tenant_id and f.label_id = l.id
         and f.role = case when l.is_derived then 'DERIVED' else 'CARRIER' end
        left join label_file c on c.tenant_id = l.tenant_id and c.label_id = l.id and c.role = 'CARRIER'`);
  }

  counters(): Promise<CounterRow[]> {
    return this.#rows(
      "select tenant_id, unit, sum(used) as used from spend_counter where spender = '*' and period = 'DAY' group by 1, 2",
    );
  }

  documents(): Promise<DocumentRow[]> {
    return this.#rows(`
      select d.tenant_id, d.id, d.carrier_document_id,
             coalesce(array_agg(p.shipment_identification_number)
               filter (where p.shipment_identification_number is not null), '{}') as bookings
        from shipping_document d left join document_link l on l.tenant_id = d.tenant_id and l.document_id = d.id
        left join label_purchase p on p.tenant_id = l.tenant_id and p.id = l.purchase_id
       where d.carrier_document_id is not null group by 1, 2, 3`);
  }

  /** How many bookings that nobody wanted were voided. */
  async unwantedVoids(): Promise<number> {
    const rows = await this.#rows<{ count: number }>(
      "select count(*)::int from purchase_decision where decision = 'VOIDED_UNWANTED'",
    );
    return rows.reduce((sum, { count }) => sum + count, 0);
  }

  deadlocks(): Promise<number> {
    return deadlocksOf(this.client);
  }

  /** Open questions become due now instead of in minutes; gives how many there are, PENDING ones included. */
  async hurry(): Promise<number> {
    const open = `(state in ('PENDING', 'UNKNOWN') or unwanted_bookings <> '[]'
      or exists (select from purchased_package b where b.tenant_id = p.tenant_id and b.purchase_id = p.id
        and b.void_state = 'VOID_PENDING')
      or exists (select from generated_return g where g.tenant_id = p.tenant_id and g.purchase_id = p.id
        and g.state = 'WAITING'))`;
    // Rows that somebody holds are left for the next time: many at once, in any order, could deadlock.
    await this.#rows(`update label_purchase set next_check_at = now() where id in (select id from label_purchase p
      where next_check_at > now() and state <> 'PENDING' and ${open} and not ${isUnderWay} for update skip locked)`);
    await this.#rows(
      "update document_upload set next_check_at = now() where next_check_at > now() and state = 'PENDING'",
    );
    const rows = await this.#rows<{ count: number }>(`select count(*)::int from label_purchase p where ${open}`);
    return rows.reduce((sum, { count }) => sum + count, 0);
  }

  /** As if a day had passed: what is watched for late bookings is due. */
  async makeWatchedDue(): Promise<Map<string, number>> {
    const rows = await this.#rows<{ id: string; checks: number }>(
      `update label_purchase set next_check_at = now() where state = 'NOT_CREATED' and next_check_at is not null
       returning id, checks`,
    );
    return new Map(rows.map(({ id, checks }) => [id, checks]));
  }

  /** Looks that have ended: one is counted as soon as it is taken. */
  async checks(): Promise<Map<string, number>> {
    const rows = await this.#rows<{ id: string; checks: number }>(
      `select id, checks from label_purchase where next_check_at is null or not ${isUnderWay}`,
    );
    return new Map(rows.map(({ id, checks }) => [id, checks]));
  }

  /** Tenant by tenant, as row-level security shows them. */
  async #rows<T>(sql: string): Promise<T[]> {
    const all: T[] = [];
    for (const id of this.tenantIds) {
      await this.client.query("select set_config('app.tenant_id', $1, false)", [id]);
      all.push(...(await this.client.query(sql)).rows);
    }
    return all;
  }
}
