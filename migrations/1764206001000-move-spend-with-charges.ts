import type { MigrationInterface, QueryRunner } from "typeorm";

/**
 * What a counted purchase holds of its counters in the state that it is in: its labels and what they cost, as expected until
 * the charges are known, unless it ended without labels; and its attempt, unless it ended without having left for the carrier.
 */
const held = `
create function spend_held(p label_purchase) returns table (unit text, amount numeric) language sql stable as $$
  select held.unit, held.amount from (values
    ('LABEL', p.counted_labels::numeric, p.state in ('PENDING', 'UNKNOWN', 'PURCHASED')),
    ('ATTEMPT', 1, not (p.state = 'NOT_CREATED' and p.sent_at is null)),
    (p.counted_currency, p.counted_amount,
      p.state in ('PENDING', 'UNKNOWN') or (p.state = 'PURCHASED' and p.charges_currency is null)),
    (p.charges_currency, p.charges_amount, p.state = 'PURCHASED' and p.payer = 'SENDER')
  ) as held (unit, amount, is_held) where held.is_held and held.unit is not null
$$;
revoke execute on function spend_held(label_purchase) from public;
grant execute on function spend_held(label_purchase) to shipping_app;
`;

/** Counters move by what the change makes of it: when a purchase ends, and whenever its charges become known or others. */
const correction = `
create or replace function correct_spend() returns trigger language plpgsql as $$
declare
  moved_units text[];
  moved_amounts numeric[];
begin
  select array_agg(moved.unit), array_agg(moved.amount) into moved_units, moved_amounts from (
    select each.unit, sum(each.amount) as amount from (
      select unit, amount from spend_held(new) union all select unit, -amount from spend_held(old)) each
    group by each.unit) moved;
  perform add_spend(new.tenant_id, new.account_id, new.started_at, moved_units, moved_amounts);
  return null;
end $$;
drop trigger label_purchase_spend on label_purchase;
create trigger label_purchase_spend after update of state, charges_amount, charges_currency on label_purchase for each row
  when (new.counted_labels is not null and (new.state, new.charges_amount, new.charges_currency)
    is distinct from (old.state, old.charges_amount, old.charges_currency))
  execute function correct_spend();
`;

const before = `
create or replace function correct_spend() returns trigger language plpgsql as $$
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
  if new.state = 'PURCHASED' and new.charges_currency is not null and new.payer = 'SENDER' then
    units := units || new.charges_currency;
    amounts := amounts || new.charges_amount;
  end if;
  perform add_spend(new.tenant_id, new.account_id, new.started_at, units, amounts);
  return null;
end $$;
drop trigger label_purchase_spend on label_purchase;
create trigger label_purchase_spend after update of state on label_purchase for each row
  when (new.counted_labels is not null and old.state in ('PENDING', 'UNKNOWN')
    and new.state in ('PURCHASED', 'REJECTED', 'NOT_CREATED'))
  execute function correct_spend();
drop function spend_held(label_purchase);
`;

/** Spend counters follow charges that the carrier tells later, and attempts are counted; both can be checked by the owner. */
export class MoveSpendWithCharges1764206001000 implements MigrationInterface {
  readonly name = "MoveSpendWithCharges1764206001000";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(held);
    await runner.query(correction);
    await runner.query(`create policy spend_counter_seen_by_invariants on spend_counter for select to current_user
      using (current_setting('app.invariants', true) = 'on')`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("drop policy spend_counter_seen_by_invariants on spend_counter");
    await runner.query(before);
  }
}
