import type { MigrationInterface, QueryRunner } from "typeorm";

/**
 * Bookings at the carrier of which no purchase is known, written down before they are voided: nobody takes one over from
 * then on. `ending` null: the carrier was asked and gave no clear answer yet.
 */
const table = `
create table orphan_booking (
  tenant_id uuid not null,
  number text not null,
  account_id text not null,
  carrier_reference text,
  noted_at timestamptz(3) not null default now(),
  ending text,
  ended_at timestamptz(3),
  constraint orphan_booking_pkey primary key (tenant_id, number),
  constraint orphan_booking_account_fkey foreign key (tenant_id, account_id) references carrier_account (tenant_id, id),
  constraint orphan_booking_ending_known check (ending in ('VOIDED', 'REFUSED')),
  constraint orphan_booking_ending_is_dated check ((ending is null) = (ended_at is null))
);
create index orphan_booking_of_account on orphan_booking (tenant_id, account_id);
alter table orphan_booking enable row level security;
alter table orphan_booking force row level security;
create policy orphan_booking_of_tenant on orphan_booking
  using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
create policy orphan_booking_seen_by_invariants on orphan_booking for select to current_user
  using (nullif(current_setting('app.invariants', true), '') = 'on');
grant select, insert, update on orphan_booking to shipping_app;
`;

export class RememberOrphans1764184002000 implements MigrationInterface {
  readonly name = "RememberOrphans1764184002000";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(table);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("drop table orphan_booking");
  }
}
