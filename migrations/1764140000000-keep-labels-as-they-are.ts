import type { MigrationInterface, QueryRunner } from "typeorm";

const knownBefore = "'PDF', 'ZPL', 'EPL', 'SPL', 'GIF'";

const check = (formats: string, roles: string) => `
  alter table shipping_label drop constraint shipping_label_format_known,
    add constraint shipping_label_format_known check (format in (${formats}));
  alter table label_file drop constraint label_file_role_known,
    add constraint label_file_role_known check (role in (${roles}));
`;

/** The owner is bound by the forced policies too, so it lifts them to see the labels of all tenants. */
const ofAllTenants = (statements: string) => `
  alter table shipping_label no force row level security;
  alter table label_file no force row level security;
  ${statements}
  alter table label_file force row level security;
  alter table shipping_label force row level security;
`;

/**
 * What the carrier sent is kept as what it is, also when it is no label: it says whether it can be printed, and what its
 * image is shown as. What was replaced by a better file stays beside it. Down loses what was replaced.
 */
export class KeepLabelsAsTheyAre1764140000000 implements MigrationInterface {
  readonly name = "KeepLabelsAsTheyAre1764140000000";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table shipping_label
        add column is_printable boolean not null default true,
        add column preview_content_type text;
      ${ofAllTenants("update shipping_label set preview_content_type = 'image/gif' where format = 'GIF' or is_derived;")}
    `);
    await runner.query(
      check(`${knownBefore}, 'PNG', 'JPEG', 'HTML', 'UNKNOWN'`, "'CARRIER', 'DERIVED', 'REPLACED', 'REPLACED_PAGE'"),
    );
    await runner.query(`
      create index shipping_label_not_printable on shipping_label (tenant_id, purchased_package_id)
        where not is_printable;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      ofAllTenants(`
        delete from label_file where role like 'REPLACED%';
        update shipping_label set format = 'GIF' where format in ('PNG', 'JPEG', 'HTML', 'UNKNOWN');
      `),
    );
    await runner.query(check(knownBefore, "'CARRIER', 'DERIVED'"));
    await runner.query(`
      drop index shipping_label_not_printable;
      alter table shipping_label drop column preview_content_type, drop column is_printable;
    `);
  }
}
