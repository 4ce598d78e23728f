import { Client } from "pg";
import type { TestService } from "./service.js";

/** Rows as they were written long ago, behind every use case's back. */
export interface OldRows {
  tenantId: string;
  accountId: string;
  /** `rows`: how many; each has an id that ends in its number, from 1. Times are the row's age in days. */
  quotes(name: string, rows: number, expiredDaysAgo: number): Promise<void>;
  calls(name: string, rows: number, daysAgo: number, purchaseId?: string): Promise<void>;
}

const quotes = `
insert into rate_quote (tenant_id, id, account_id, service_code, details, details_fingerprint, price_amount,
    price_currency, carrier_currency, negotiated_state, charges, carrier_messages, is_saturday_delivery, expires_at)
  select $1, $3 || i, $2, 'UPS_GROUND', '{}', 'f', 1, 'USD', 'USD', 'UNKNOWN', '[]', '[]', false,
    now() - make_interval(days => $5) + i * interval '1 millisecond' from generate_series(1, $4::int) i`;

const calls = `
insert into carrier_request (tenant_id, id, account_id, operation, duration_ms, transaction_id, http_status, started_at, purchase_id)
  select $1, $3 || i, $2, 'RATE', 5, 'shipping-' || i, 200,
    now() - make_interval(days => $5) + i * interval '1 millisecond', $6::text from generate_series(1, $4::int) i`;

/** Of a tenant that has the account; the first one of the service unless told otherwise. */
export function oldRows(service: TestService, accountId: string, tenantId = service.tenantId): OldRows {
  const run = async (text: string, values: unknown[]) => {
    const owner = new Client({ connectionString: service.testDatabase.adminUrl });
    await owner.connect();
    await owner.query("select set_config('app.tenant_id', $1, false)", [tenantId]);
    await owner.query(text, values).finally(() => owner.end());
  };
  return {
    ...{ tenantId, accountId },
    quotes: (name, rows, daysAgo) => run(quotes, [tenantId, accountId, name, rows, daysAgo]),
    calls: (name, rows, daysAgo, purchaseId) =>
      run(calls, [tenantId, accountId, name, rows, daysAgo, purchaseId ?? null]),
  };
}
