import type { MigrationInterface, QueryRunner } from "typeorm";

/** One row per label and tag of its shipment, in the orders that lists of a tag have. Triggers alone write it. */
const table = `
create table shipping_label_tag (
  tenant_id uuid not null,
  label_id text not null,
  tag text not null,
  created_at timestamptz(3) not null,
  ship_day date not null,
  constraint shipping_label_tag_pkey primary key (tenant_id, label_id, tag),
  constraint shipping_label_tag_label_id_fkey foreign key (tenant_id, label_id) references shipping_label (tenant_id, id)
);
create index shipping_label_tag_by_created_at on shipping_label_tag (tenant_id, tag, created_at, label_id);
create index shipping_label_tag_by_ship_day on shipping_label_tag (tenant_id, tag, ship_day, label_id);
alter table shipping_label_tag enable row level security;
alter table shipping_label_tag force row level security;
create policy shipping_label_tag_of_tenant on shipping_label_tag
  using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
grant select, insert, delete on shipping_label_tag to shipping_app;
`;

const keeping = `
create function tag_label() returns trigger language plpgsql as $$
begin
  delete from shipping_label_tag where tenant_id = new.tenant_id and label_id = new.id;
  insert into shipping_label_tag (tenant_id, label_id, tag, created_at, ship_day)
    select new.tenant_id, new.id, each.tag, new.created_at, new.ship_day
      from shipment, unnest(shipment.tags) as each (tag)
     where shipment.tenant_id = new.tenant_id and shipment.id = new.shipment_id;
  return null;
end $$;
create trigger shipping_label_tagged after insert or update of created_at on shipping_label
  for each row execute function tag_label();

create function tag_labels_again() returns trigger language plpgsql as $$
begin
  delete from shipping_label_tag using shipping_label label
   where label.tenant_id = new.tenant_id and label.shipment_id = new.id
     and shipping_label_tag.tenant_id = label.tenant_id and shipping_label_tag.label_id = label.id;
  insert into shipping_label_tag (tenant_id, label_id, tag, created_at, ship_day)
    select label.tenant_id, label.id, each.tag, label.created_at, label.ship_day
      from shipping_label label, unnest(new.tags) as each (tag)
     where label.tenant_id = new.tenant_id and label.shipment_id = new.id;
  return null;
end $$;
create trigger shipment_tags_labels_again after update of tags on shipment
  for each row when (old.tags <> new.tags) execute function tag_labels_again();
`;

/** A tag's labels in the order of the list. No shipment has had tags before, so there is nothing to fill in. */
export class TagLabels1764020004000 implements MigrationInterface {
  readonly name = "TagLabels1764020004000";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(table + keeping);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop trigger shipment_tags_labels_again on shipment;
      drop function tag_labels_again();
      drop trigger shipping_label_tagged on shipping_label;
      drop function tag_label();
      drop table shipping_label_tag;
    `);
  }
}
