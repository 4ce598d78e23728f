import type { MigrationInterface, QueryRunner } from "typeorm";

const facets = ["account_id", "shipping_method_id", "service_code", "destination_country_code"];
const sorts = ["created_at", "ship_day"];

const nameOf = (facet: string, sort: string) =>
  `shipping_label_by_${facet.replace(/^shipping_|^destination_|_id$|_code$/g, "")}_and_${sort}`;

const facetIndexes = facets.flatMap((facet) =>
  sorts.map((sort) => `create index ${nameOf(facet, sort)} on shipping_label (tenant_id, ${facet}, ${sort}, id);`),
);

/** A label says with what it was bought: its shipment may be bought again in another way after a void. */
const columns = `
alter table shipping_label
  add column shipment_id text,
  add column shipment_number text,
  add column account_id text,
  add column shipping_method_id text,
  add column service_code text,
  add column destination_country_code text,
  add column ship_day date not null default 'infinity';
create function keep_label_sort_keys() returns trigger language plpgsql as $$
begin
  select shipment.id, shipment.number, purchase.account_id, shipment.shipping_method_id, purchase.service_code,
         shipment.destination_country_code, shipment.ship_day
    into new.shipment_id, new.shipment_number, new.account_id, new.shipping_method_id, new.service_code,
         new.destination_country_code, new.ship_day
    from purchased_package bought
    join label_purchase purchase on purchase.tenant_id = bought.tenant_id and purchase.id = bought.purchase_id
    join shipment on shipment.tenant_id = purchase.tenant_id and shipment.id = purchase.shipment_id
   where bought.tenant_id = new.tenant_id and bought.id = new.purchased_package_id;
  return new;
end $$;
create trigger shipping_label_sort_keys before insert or update of purchased_package_id on shipping_label
  for each row execute function keep_label_sort_keys();
`;

const tables = ["shipping_label", "purchased_package", "label_purchase", "shipment"];
const each = (change: string) => tables.map((table) => `alter table ${table} ${change};`).join("\n");

/** The owner is bound by the forced policies too, so it lifts them to see the rows of all tenants. */
const fill = `
${each("no force row level security")}
update shipping_label set purchased_package_id = purchased_package_id;
${each("force row level security")}
alter table shipping_label
  alter column shipment_id set not null,
  alter column shipment_number set not null,
  alter column account_id set not null,
  alter column service_code set not null;
`;

/** What a shipping desk lists, filters and sorts its labels by. */
export class ListLabels1764020001000 implements MigrationInterface {
  readonly name = "ListLabels1764020001000";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(columns + fill);
    await runner.query(`
      ${facetIndexes.join("\n      ")}
      create index shipping_label_by_ship_day on shipping_label (tenant_id, ship_day, id);
      create index shipping_label_by_number on shipping_label (tenant_id, shipment_number, id);
      create index shipping_label_of_shipment on shipping_label (tenant_id, shipment_id);
      create index shipping_label_print_queue on shipping_label (tenant_id, created_at, id)
        where printed_at is null and is_in_force and not is_recovered;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop trigger shipping_label_sort_keys on shipping_label;
      drop function keep_label_sort_keys();
      drop index shipping_label_print_queue;
      drop index shipping_label_of_shipment;
      drop index shipping_label_by_number;
      drop index shipping_label_by_ship_day;
      ${facets.flatMap((facet) => sorts.map((sort) => `drop index ${nameOf(facet, sort)};`)).join("\n      ")}
      alter table shipping_label
        drop column ship_day,
        drop column destination_country_code,
        drop column service_code,
        drop column shipping_method_id,
        drop column account_id,
        drop column shipment_number,
        drop column shipment_id;
    `);
  }
}
