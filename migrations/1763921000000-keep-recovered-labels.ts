import type { MigrationInterface, QueryRunner } from "typeorm";

/**
 * Labels that were asked for again stand beside the one that was bought, of which a package still has one. Down loses
 * the recovered ones: the carrier can be asked again.
 */
export class KeepRecoveredLabels1763921000000 implements MigrationInterface {
  readonly name = "KeepRecoveredLabels1763921000000";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table shipping_label
        add column is_recovered boolean not null default false,
        add column is_for_all_packages boolean not null default false,
        add constraint shipping_label_for_all_is_recovered check (is_recovered or not is_for_all_packages),
        drop constraint shipping_label_one_per_package;
      create unique index shipping_label_one_per_package on shipping_label (tenant_id, purchased_package_id)
        where not is_recovered;
      create unique index shipping_label_recovered_once on shipping_label (tenant_id, purchased_package_id, format, sha256)
        where is_recovered;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      delete from label_file using shipping_label label where label.is_recovered
        and label.tenant_id = label_file.tenant_id and label.id = label_file.label_id;
      delete from shipping_label where is_recovered;
      drop index shipping_label_recovered_once;
      drop index shipping_label_one_per_package;
      alter table shipping_label
        drop column is_for_all_packages,
        drop column is_recovered,
        add constraint shipping_label_one_per_package unique (tenant_id, purchased_package_id);
    `);
  }
}
