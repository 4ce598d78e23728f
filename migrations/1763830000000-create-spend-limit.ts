import type { MigrationInterface, QueryRunner } from "typeorm";

/** `spender`: `*` for the tenant as a whole, else the id of a carrier account. `unit`: LABEL, or a currency. */
const tables = `
create table spend_limit (
  tenant_id uuid not null,
  spender text not null,
  period text not null,
  unit text not null,
  maximum numeric not null,
  constraint spend_limit_pkey primary key (tenant_id, spender, period, unit),
  constraint spend_limit_period_known check (period in ('MINUTE', 'DAY')),
  constraint spend_limit_unit_known check (unit = 'LABEL' or unit ~ '^[A-Z]{3}$'),
  constraint spend_limit_maximum_is_not_negative check (maximum >= 0)
);

create table spend_counter (
  tenant_id uuid not null,
  spender text not null,
  period text not null,
  starts_at timestamptz(3) not null,
  unit text not null,
  used numeric not null,
  constraint spend_counter_pkey primary key (tenant_id, spender, period, starts_at, unit),
  constraint spend_counter_period_known check (period in ('MINUTE', 'DAY')),
  constraint spend_counter_used_is_not_negative check (used >= 0)
);

alter table label_purchase
  add column counted_labels integer,
  add column counted_amount numeric,
  add column counted_currency text;
`;

/**
 * Adds to the running minute and day of the tenant and the account, each in UTC, as of the time of the purchase; what
 * has run out is left alone. Every caller locks the rows in one order, so none waits for another in a circle.
 */
const addSpend = `
create function add_spend(of_tenant uuid, of_account text, purchased_at timestamptz, units text[], amounts numeric[])
  returns table (spender text, period text, unit text, used numeric, ends_at timestamptz) language sql as $$
  with given as (
    select unit, sum(amount) as amount from unnest(units, amounts) as pair (unit, amount)
     group by unit having sum(amount) <> 0
  )
  insert into spend_counter as counter (tenant_id, spender, period, starts_at, unit, used)
  select of_tenant, who.spender, span.period, date_trunc(span.period, purchased_at, 'UTC'), given.unit,
         greatest(0, given.amount)
    from given, unnest(array['*', of_account]) as who (spender), unnest(array['DAY', 'MINUTE']) as span (period)
   where date_trunc(span.period, purchased_at, 'UTC') >= date_trunc(span.period, now(), 'UTC')
   order by given.unit <> 'LABEL', given.unit collate "C", who.spender collate "C", span.period
  on conflict on constraint spend_counter_pkey do update
    set used = greatest(0, counter.used + (select given.amount from given where given.unit = excluded.unit))
  returning counter.spender, counter.period, counter.unit, counter.used,
            counter.starts_at + ('1 ' || counter.period)::interval
$$;
`;

/** What was counted when a purchase was claimed is given back when it ends without labels, and corrected by the charges. */
const correction = `
create function correct_spend() returns trigger language plpgsql as $$
declare
  units text[] := array[]::text[];
  amounts numeric[] := array[]::numeric[];
begin
  if new.state in ('REJECTED', 'NOT_CREATED') then
    units := units || 'LABEL'::text;
    amounts := amounts || -new.counted_labels::numeric;
  end if;
  if new.counted_currency is not null and (new.state <> 'PURCHASED' or new.charges_currency is not null) then
    units := units || new.counted_currency;
    amounts := amounts || -new.counted_amount;
  end if;
  if new.state = 'PURCHASED' and new.charges_currency is not null then
    units := units || new.charges_currency;
    amounts := amounts || new.charges_amount;
  end if;
  perform add_spend(new.tenant_id, new.account_id, new.started_at, units, amounts);
  return null;
end $$;
create trigger label_purchase_spend after update of state on label_purchase for each row
  when (new.counted_labels is not null and old.state in ('PENDING', 'UNKNOWN')
    and new.state in ('PURCHASED', 'REJECTED', 'NOT_CREATED'))
  execute function correct_spend();
`;

const tenantTables = ["spend_limit", "spend_counter"];

const secure = (table: string) => `
alter table ${table} enable row level security;
alter table ${table} force row level security;
create policy ${table}_of_tenant on ${table}
  using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
grant select, insert, update, delete on ${table} to shipping_app;
`;

export class CreateSpendLimit1763830000000 implements MigrationInterface {
  readonly name = "CreateSpendLimit1763830000000";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(tables);
    await runner.query(tenantTables.map(secure).join("\n"));
    await runner.query(addSpend);
    await runner.query(correction);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop trigger label_purchase_spend on label_purchase;
      drop function correct_spend();
      drop function add_spend(uuid, text, timestamptz, text[], numeric[]);
      alter table label_purchase drop column counted_labels, drop column counted_amount, drop column counted_currency;
      drop table spend_counter;
      drop table spend_limit;
    `);
  }
}
