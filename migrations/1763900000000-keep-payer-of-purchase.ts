import type { MigrationInterface, QueryRunner } from "typeorm";

const columns = `
alter table label_purchase
  add column payer text not null default 'SENDER',
  add constraint label_purchase_payer_known check (payer in ('SENDER', 'RECIPIENT', 'THIRD_PARTY'));
`;

/** `further`: what else must hold for the carrier's charges to count. */
const correction = (further: string) => `
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
  if new.state = 'PURCHASED' and new.charges_currency is not null${further} then
    units := units || new.charges_currency;
    amounts := amounts || new.charges_amount;
  end if;
  perform add_spend(new.tenant_id, new.account_id, new.started_at, units, amounts);
  return null;
end $$;
`;

/** Who pays the carrier is kept with each purchase: what others pay does not count against the merchant's limits. */
export class KeepPayerOfPurchase1763900000000 implements MigrationInterface {
  readonly name = "KeepPayerOfPurchase1763900000000";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(columns);
    await runner.query(correction(" and new.payer = 'SENDER'"));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(correction(""));
    await runner.query("alter table label_purchase drop constraint label_purchase_payer_known, drop column payer");
  }
}
