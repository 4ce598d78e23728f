import type { MigrationInterface, QueryRunner } from "typeorm";

const secure = `
alter table document_upload enable row level security;
alter table document_upload force row level security;
create policy document_upload_of_tenant on document_upload
  using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
grant select, insert, update, delete on document_upload to shipping_app;
`;

/** The owner is bound by the forced policies too, so it lifts them to see the rows of all tenants. */
const takeRows = `
alter table document_upload no force row level security;
create temporary table earlier_upload on commit drop as select * from document_upload;
drop table document_upload;
`;

/** As every claim: a state, a key that can be free, and a time from which on whoever made it counts as dead. */
const claims = `
create table document_upload (
  tenant_id uuid not null,
  id text not null,
  idempotency_key text,
  request_fingerprint text not null,
  state text not null,
  document_id text,
  started_at timestamptz(3) not null default now(),
  finished_at timestamptz(3),
  next_check_at timestamptz(3),
  constraint document_upload_pkey primary key (tenant_id, id),
  constraint document_upload_idempotency_key_unique unique (tenant_id, idempotency_key),
  constraint document_upload_document_id_fkey foreign key (tenant_id, document_id) references shipping_document (tenant_id, id),
  constraint document_upload_state_known check (state in ('PENDING', 'UPLOADED')),
  constraint document_upload_uploaded_has_document check ((state = 'UPLOADED') = (document_id is not null))
);
create index document_upload_of_document on document_upload (tenant_id, document_id) where document_id is not null;
insert into document_upload
  select tenant_id, 'upl_' || gen_random_uuid(), upload_key, fingerprint,
         case when document_id is null then 'PENDING' else 'UPLOADED' end, document_id, started_at,
         case when document_id is not null then started_at end,
         case when document_id is null then started_at + interval '2 minutes' end
    from earlier_upload;
`;

const uploads = `
create table document_upload (
  tenant_id uuid not null,
  upload_key text not null,
  fingerprint text not null,
  document_id text,
  started_at timestamptz(3) not null default now(),
  constraint document_upload_pkey primary key (tenant_id, upload_key),
  constraint document_upload_document_id_fkey foreign key (tenant_id, document_id) references shipping_document (tenant_id, id)
);
create index document_upload_of_document on document_upload (tenant_id, document_id) where document_id is not null;
insert into document_upload
  select tenant_id, idempotency_key, request_fingerprint, document_id, started_at from earlier_upload
   where idempotency_key is not null;
`;

/** Uploads are claimed in the same form as purchases, so that one piece of code claims both. */
export class ClaimUploadsAsPurchases1763961000000 implements MigrationInterface {
  readonly name = "ClaimUploadsAsPurchases1763961000000";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(takeRows + claims + secure);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(takeRows + uploads + secure);
  }
}
