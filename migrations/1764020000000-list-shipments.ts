import type { MigrationInterface, QueryRunner } from "typeorm";

/** What lists filter by one at a time; each is followed by what they are sorted by. */
const facets = ["status", "account_id", "shipping_method_id", "service_code", "destination_country_code"];
const sorts = ["created_at", "ship_day"];

const nameOf = (facet: string, sort: string) =>
  `shipment_by_${facet.replace(/^shipping_|^destination_|_id$|_code$/g, "")}_and_${sort}`;

const facetIndexes = facets.flatMap((facet) =>
  sorts.map((sort) => `create index ${nameOf(facet, sort)} on shipment (tenant_id, ${facet}, ${sort}, id);`),
);

/**
 * Only operators that cannot leak may use an index under row-level security, and those of jsonb and arrays are not among
 * them: the country and the tags that shipments are found by are kept as plain text. The day is never null, so that
 * pages can go on from it.
 */
const columns = `
alter table shipment
  add column tags text[] not null default '{}',
  add column ship_day date not null default 'infinity',
  add column destination_country_code text;
create function keep_shipment_sort_keys() returns trigger language plpgsql as $$
begin
  new.ship_day := coalesce(new.ship_date, 'infinity');
  new.destination_country_code := new.ship_to ->> 'countryCode';
  return new;
end $$;
create trigger shipment_sort_keys before insert or update of ship_date, ship_to on shipment
  for each row execute function keep_shipment_sort_keys();
`;

/** The owner is bound by the forced policies too, so it lifts them to see the rows of all tenants. */
const fill = `
alter table shipment no force row level security;
update shipment set ship_date = ship_date;
alter table shipment force row level security;
`;

/** One row per shipment and tag, in the orders that lists of a tag have. The trigger alone writes it. */
const tags = `
create table shipment_tag (
  tenant_id uuid not null,
  shipment_id text not null,
  tag text not null,
  created_at timestamptz(3) not null,
  ship_day date not null,
  constraint shipment_tag_pkey primary key (tenant_id, shipment_id, tag),
  constraint shipment_tag_shipment_id_fkey foreign key (tenant_id, shipment_id) references shipment (tenant_id, id)
);
create index shipment_tag_by_created_at on shipment_tag (tenant_id, tag, created_at, shipment_id);
create index shipment_tag_by_ship_day on shipment_tag (tenant_id, tag, ship_day, shipment_id);
alter table shipment_tag enable row level security;
alter table shipment_tag force row level security;
create policy shipment_tag_of_tenant on shipment_tag
  using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
grant select, insert, delete on shipment_tag to shipping_app;
create function keep_shipment_tags() returns trigger language plpgsql as $$
begin
  if tg_op <> 'INSERT' then
    delete from shipment_tag where tenant_id = old.tenant_id and shipment_id = old.id;
  end if;
  if tg_op = 'DELETE' then
    return old;
  end if;
  insert into shipment_tag (tenant_id, shipment_id, tag, created_at, ship_day)
    select new.tenant_id, new.id, each.tag, new.created_at, new.ship_day from unnest(new.tags) as each (tag);
  return null;
end $$;
create trigger shipment_tags_made after insert on shipment
  for each row when (new.tags <> '{}') execute function keep_shipment_tags();
create trigger shipment_tags_changed after update of tags, ship_date, created_at on shipment
  for each row when (old.tags <> new.tags or new.tags <> '{}'
    and (old.ship_day, old.created_at) <> (new.ship_day, new.created_at)) execute function keep_shipment_tags();
create trigger shipment_tags_gone before delete on shipment
  for each row when (old.tags <> '{}') execute function keep_shipment_tags();
`;

/** What a shipping desk lists, filters and sorts its shipments by. */
export class ListShipments1764020000000 implements MigrationInterface {
  readonly name = "ListShipments1764020000000";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(columns + fill + tags);
    await runner.query(`
      ${facetIndexes.join("\n      ")}
      create index shipment_by_ship_day on shipment (tenant_id, ship_day, id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop trigger shipment_tags_gone on shipment;
      drop trigger shipment_tags_changed on shipment;
      drop trigger shipment_tags_made on shipment;
      drop function keep_shipment_tags();
      drop table shipment_tag;
      drop trigger shipment_sort_keys on shipment;
      drop function keep_shipment_sort_keys();
      drop index shipment_by_ship_day;
      ${facets.flatMap((facet) => sorts.map((sort) => `drop index ${nameOf(facet, sort)};`)).join("\n      ")}
      alter table shipment drop column destination_country_code, drop column ship_day, drop column tags;
    `);
  }
}
