import type { MigrationInterface, QueryRunner } from "typeorm";

/** The return label that a purchase brings with it, by its outbound purchase: written down with the labels it follows. */
const table = `
create table generated_return (
  tenant_id uuid not null,
  purchase_id text not null,
  outbound_shipment_id text not null,
  state text not null,
  return_shipment_id text,
  user_errors jsonb not null default '[]',
  created_at timestamptz(3) not null default now(),
  constraint generated_return_pkey primary key (tenant_id, purchase_id),
  constraint generated_return_purchase_id_fkey foreign key (tenant_id, purchase_id) references label_purchase (tenant_id, id),
  constraint generated_return_outbound_shipment_id_fkey foreign key (tenant_id, outbound_shipment_id) references shipment (tenant_id, id),
  constraint generated_return_return_shipment_id_fkey foreign key (tenant_id, return_shipment_id) references shipment (tenant_id, id),
  constraint generated_return_state_known check (state in ('WAITING', 'CLAIMED', 'REFUSED')),
  constraint generated_return_claimed_has_shipment check ((state = 'CLAIMED') = (return_shipment_id is not null))
);
create index generated_return_of_outbound on generated_return (tenant_id, outbound_shipment_id, created_at);
create index generated_return_of_return on generated_return (tenant_id, return_shipment_id)
  where return_shipment_id is not null;

alter table generated_return enable row level security;
alter table generated_return force row level security;
create policy generated_return_of_tenant on generated_return
  using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
grant select, insert, update, delete on generated_return to shipping_app;
create policy generated_return_seen_by_invariants on generated_return for select to current_user
  using (current_setting('app.invariants', true) = 'on');
`;

export class CreateGeneratedReturn1763920000000 implements MigrationInterface {
  readonly name = "CreateGeneratedReturn1763920000000";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(table);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("drop table generated_return");
  }
}
