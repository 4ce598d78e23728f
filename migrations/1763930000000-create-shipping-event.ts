import type { MigrationInterface, QueryRunner } from "typeorm";

/**
 * What happened to labels, for others to read one after the other. The unique constraint makes it once: of a purchase,
 * and where it is about one package, of that package.
 */
const table = `
create table shipping_event (
  tenant_id uuid not null,
  id text not null,
  position bigint not null,
  type text not null,
  shipment_id text not null,
  purchase_id text not null,
  package_id text,
  occurred_at timestamptz(3) not null default now(),
  constraint shipping_event_pkey primary key (tenant_id, id),
  constraint shipping_event_position_unique unique (tenant_id, position),
  constraint shipping_event_once unique nulls not distinct (tenant_id, purchase_id, type, package_id),
  constraint shipping_event_shipment_id_fkey foreign key (tenant_id, shipment_id) references shipment (tenant_id, id),
  constraint shipping_event_purchase_id_fkey foreign key (tenant_id, purchase_id) references label_purchase (tenant_id, id),
  constraint shipping_event_package_id_fkey foreign key (tenant_id, package_id) references shipment_package (tenant_id, id),
  constraint shipping_event_type_known check (type in ('LABEL_PURCHASED', 'LABEL_VOIDED', 'SHIPMENT_DELIVERED')),
  constraint shipping_event_void_is_of_package check ((type = 'LABEL_VOIDED') = (package_id is not null))
);
create index shipping_event_of_shipment on shipping_event (tenant_id, shipment_id);
create index shipping_event_of_package on shipping_event (tenant_id, package_id) where package_id is not null;

alter table shipping_event enable row level security;
alter table shipping_event force row level security;
create policy shipping_event_of_tenant on shipping_event
  using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
grant select, insert on shipping_event to shipping_app;
create policy shipping_event_seen_by_invariants on shipping_event for select to current_user
  using (current_setting('app.invariants', true) = 'on');
`;

export class CreateShippingEvent1763930000000 implements MigrationInterface {
  readonly name = "CreateShippingEvent1763930000000";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(table);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("drop table shipping_event");
  }
}
