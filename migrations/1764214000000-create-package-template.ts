import type { MigrationInterface, QueryRunner } from "typeorm";

/** Boxes and bags of a merchant: sizes and weights as they were entered, with their units. */
const table = `
create table package_template (
  tenant_id uuid not null,
  id text not null,
  name text not null,
  inner_dimensions jsonb not null,
  outer_dimensions jsonb not null,
  tare_weight jsonb not null,
  max_weight jsonb not null,
  package_type_code text not null,
  created_at timestamptz(3) not null default now(),
  archived_at timestamptz(3),
  constraint package_template_pkey primary key (tenant_id, id),
  constraint package_template_name_is_given check (name <> '')
);
create index package_template_newest on package_template (tenant_id, created_at desc, id desc);
create index package_template_in_use on package_template (tenant_id, id) where archived_at is null;

alter table package_template enable row level security;
alter table package_template force row level security;
create policy package_template_of_tenant on package_template
  using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
grant select, insert, update on package_template to shipping_app;
`;

export class CreatePackageTemplate1764214000000 implements MigrationInterface {
  readonly name = "CreatePackageTemplate1764214000000";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(table);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("drop table package_template;");
  }
}
