import type { MigrationInterface, QueryRunner } from "typeorm";

const restate = (body: string) => `
create or replace function restate_labels_in_force() returns trigger language plpgsql as $$
begin${body}
  return null;
end $$;
`;

/** Bought and recovered labels have an index each, by their package: a condition on one kind finds its index. */
const byIndex = restate(`
  update shipping_label label set is_in_force = is_label_in_force(label)
   where label.tenant_id = new.tenant_id and label.purchased_package_id = new.id and not label.is_recovered
     and label.is_in_force <> is_label_in_force(label);
  update shipping_label label set is_in_force = is_label_in_force(label)
    from purchased_package sibling
   where sibling.tenant_id = new.tenant_id and sibling.purchase_id = new.purchase_id
     and label.tenant_id = sibling.tenant_id and label.purchased_package_id = sibling.id and label.is_recovered
     and (sibling.id = new.id or label.is_for_all_packages)
     and label.is_in_force <> is_label_in_force(label);`);

const before = restate(`
  update shipping_label label set is_in_force = is_label_in_force(label)
    from purchased_package sibling
   where sibling.tenant_id = new.tenant_id and sibling.purchase_id = new.purchase_id
     and label.tenant_id = sibling.tenant_id and label.purchased_package_id = sibling.id
     and (sibling.id = new.id or label.is_for_all_packages)
     and label.is_in_force <> is_label_in_force(label);`);

/** A void reads the labels of its purchase, however many the tenant has. */
export class FindLabelsOfPackage1764000001000 implements MigrationInterface {
  readonly name = "FindLabelsOfPackage1764000001000";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(byIndex);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(before);
  }
}
