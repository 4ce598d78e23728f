import type { MigrationInterface, QueryRunner } from "typeorm";

/**
 * Whether a label may go on a box, kept with it so that the print queue is one index. A file that holds the labels of
 * all packages holds those that were not voided when it was made: it is in force while none of them is voided.
 */
const rule = `
create function is_label_in_force(label shipping_label) returns boolean language sql stable as $$
  select coalesce(bool_and(inside.void_state in ('NOT_VOIDED', 'VOID_REFUSED')), false)
    from purchased_package own
    join purchased_package inside on inside.tenant_id = own.tenant_id and inside.purchase_id = own.purchase_id
   where own.tenant_id = label.tenant_id and own.id = label.purchased_package_id
     and case when label.is_for_all_packages then inside.voided_at is null or inside.voided_at > label.created_at
              else inside.id = own.id end
$$;
`;

/** Whoever stores a label or changes what is voided: the label says so in the same transaction. */
const keeping = `
create function state_label_in_force() returns trigger language plpgsql as $$
begin
  new.is_in_force := is_label_in_force(new);
  return new;
end $$;
create trigger shipping_label_in_force before insert on shipping_label
  for each row execute function state_label_in_force();

create function restate_labels_in_force() returns trigger language plpgsql as $$
begin
  update shipping_label label set is_in_force = is_label_in_force(label)
    from purchased_package sibling
   where sibling.tenant_id = new.tenant_id and sibling.purchase_id = new.purchase_id
     and label.tenant_id = sibling.tenant_id and label.purchased_package_id = sibling.id
     and (sibling.id = new.id or label.is_for_all_packages)
     and label.is_in_force <> is_label_in_force(label);
  return null;
end $$;
create trigger purchased_package_restates_labels after update of void_state, voided_at on purchased_package
  for each row when (old.void_state <> new.void_state) execute function restate_labels_in_force();
`;

/** The owner is bound by the forced policies too, so it lifts them to see the labels of all tenants. */
const backfill = `
alter table purchased_package no force row level security;
alter table shipping_label no force row level security;
update shipping_label label set is_in_force = false where not is_label_in_force(label);
alter table shipping_label force row level security;
alter table purchased_package force row level security;
`;

export class KeepLabelsInForce1764000000000 implements MigrationInterface {
  readonly name = "KeepLabelsInForce1764000000000";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query("alter table shipping_label add column is_in_force boolean not null default true");
    await runner.query(rule + backfill + keeping);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop trigger purchased_package_restates_labels on purchased_package;
      drop function restate_labels_in_force();
      drop trigger shipping_label_in_force on shipping_label;
      drop function state_label_in_force();
      drop function is_label_in_force(shipping_label);
      alter table shipping_label drop column is_in_force;
    `);
  }
}
