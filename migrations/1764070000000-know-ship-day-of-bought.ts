import type { MigrationInterface, QueryRunner } from "typeorm";

const sortKeys = (shipDay: string) => `
create or replace function keep_shipment_sort_keys() returns trigger language plpgsql as $$
begin
  new.ship_day := coalesce(${shipDay}, 'infinity');
  new.destination_country_code := new.ship_to ->> 'countryCode';
  return new;
end $$;
`;

const triggers = (columns: string) => `
drop trigger shipment_sort_keys on shipment;
create trigger shipment_sort_keys before insert or update of ${columns}, ship_to on shipment
  for each row execute function keep_shipment_sort_keys();
drop trigger shipment_tags_changed on shipment;
create trigger shipment_tags_changed after update of tags, ${columns}, created_at on shipment
  for each row when (old.tags <> new.tags or new.tags <> '{}'
    and (old.ship_day, old.created_at) <> (new.ship_day, new.created_at)) execute function keep_shipment_tags();
`;

/** `shipment_tag` is written by the trigger on `shipment`. */
const tables = [
  ...["shipment", "shipment_tag", "label_purchase", "purchased_package", "shipping_label", "shipping_label_tag"],
];
const each = (change: string) => tables.map((table) => `alter table ${table} ${change};`).join("\n");

/** The owner is bound by the forced policies too, so it lifts them to see the rows of all tenants. */
const fill = `
${each("no force row level security")}
update shipment set bought_on = bought.day
  from (select tenant_id, shipment_id, max((started_at at time zone 'UTC')::date) as day
          from label_purchase where state = 'PURCHASED' group by tenant_id, shipment_id) bought
 where bought.tenant_id = shipment.tenant_id and bought.shipment_id = shipment.id;
update shipping_label label set ship_day = greatest(shipment.ship_date, (purchase.started_at at time zone 'UTC')::date)
  from purchased_package bought
  join label_purchase purchase on purchase.tenant_id = bought.tenant_id and purchase.id = bought.purchase_id
  join shipment on shipment.tenant_id = purchase.tenant_id and shipment.id = purchase.shipment_id
 where bought.tenant_id = label.tenant_id and bought.id = label.purchased_package_id;
update shipping_label_tag set ship_day = label.ship_day
  from shipping_label label where label.tenant_id = shipping_label_tag.tenant_id and label.id = shipping_label_tag.label_id;
${each("force row level security")}
`;

/** What is bought without a chosen day goes on the day it is bought: lists by ship date have it too. */
export class KnowShipDayOfBought1764070000000 implements MigrationInterface {
  readonly name = "KnowShipDayOfBought1764070000000";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query("alter table shipment add column bought_on date");
    await runner.query(sortKeys("greatest(new.ship_date, new.bought_on)") + triggers("ship_date, bought_on"));
    await runner.query(fill);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(sortKeys("new.ship_date") + triggers("ship_date"));
    await runner.query("alter table shipment drop column bought_on");
  }
}
