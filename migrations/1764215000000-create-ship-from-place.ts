import type { MigrationInterface, QueryRunner } from "typeorm";

/** Places of a merchant that packages leave from. Without any, everything leaves from its account's address as before. */
const table = `
create table ship_from_place (
  tenant_id uuid not null,
  id text not null,
  name text not null,
  address jsonb not null,
  time_zone text not null,
  opening_hours jsonb not null default '[]',
  default_carrier_account_id text,
  default_shipping_method_id text,
  created_at timestamptz(3) not null default now(),
  archived_at timestamptz(3),
  constraint ship_from_place_pkey primary key (tenant_id, id),
  constraint ship_from_place_name_is_given check (name <> ''),
  constraint ship_from_place_default_carrier_account_id_fkey
    foreign key (tenant_id, default_carrier_account_id) references carrier_account (tenant_id, id),
  constraint ship_from_place_default_shipping_method_id_fkey
    foreign key (tenant_id, default_shipping_method_id) references shipping_method (tenant_id, id)
);
create index ship_from_place_newest on ship_from_place (tenant_id, created_at desc, id desc);

alter table ship_from_place enable row level security;
alter table ship_from_place force row level security;
create policy ship_from_place_of_tenant on ship_from_place
  using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
grant select, insert, update on ship_from_place to shipping_app;

alter table shipping_settings
  add column default_ship_from_place_id text,
  add constraint shipping_settings_default_ship_from_place_id_fkey
    foreign key (tenant_id, default_ship_from_place_id) references ship_from_place (tenant_id, id) not valid;
alter table shipping_method
  add column ship_from_place_id text,
  add constraint shipping_method_ship_from_place_id_fkey
    foreign key (tenant_id, ship_from_place_id) references ship_from_place (tenant_id, id) not valid;
`;

export class CreateShipFromPlace1764215000000 implements MigrationInterface {
  readonly name = "CreateShipFromPlace1764215000000";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(table);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table shipping_method drop column ship_from_place_id;
      alter table shipping_settings drop column default_ship_from_place_id;
      drop table ship_from_place;
    `);
  }
}
