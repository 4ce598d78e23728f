import type { MigrationInterface, QueryRunner } from "typeorm";

/** `document_upload` is a claim on a key: while it has no document, somebody is uploading, or died doing so. */
const tables = `
create table shipping_document (
  tenant_id uuid not null,
  id text not null,
  account_id text not null,
  shipment_id text,
  purchase_id text,
  origin text not null,
  kind text not null,
  name text not null,
  content_type text not null,
  byte_length integer not null,
  sha256 text not null,
  carrier_document_id text,
  expires_at timestamptz(3),
  deleted_at timestamptz(3),
  created_at timestamptz(3) not null default now(),
  constraint shipping_document_pkey primary key (tenant_id, id),
  constraint shipping_document_account_id_fkey foreign key (tenant_id, account_id) references carrier_account (tenant_id, id),
  constraint shipping_document_shipment_id_fkey foreign key (tenant_id, shipment_id) references shipment (tenant_id, id),
  constraint shipping_document_purchase_id_fkey foreign key (tenant_id, purchase_id) references label_purchase (tenant_id, id),
  constraint shipping_document_origin_known check (origin in ('UPLOADED', 'CARRIER')),
  constraint shipping_document_kind_known check (kind in ('AUTHORIZATION_FORM', 'COMMERCIAL_INVOICE', 'CERTIFICATE_OF_ORIGIN', 'EXPORT_ACCOMPANYING_DOCUMENT', 'EXPORT_LICENSE', 'IMPORT_PERMIT', 'USMCA_CERTIFICATE', 'OTHER_CUSTOMS', 'POWER_OF_ATTORNEY', 'PACKING_LIST', 'EXPORT_DECLARATION', 'LETTER_OF_INSTRUCTION', 'DECLARATION', 'COD_TURN_IN', 'RECEIPT', 'HIGH_VALUE_REPORT')),
  constraint shipping_document_upload_is_at_carrier check (origin <> 'UPLOADED' or carrier_document_id is not null)
);
create index shipping_document_of_shipment on shipping_document (tenant_id, shipment_id) where shipment_id is not null;
create index shipping_document_of_purchase on shipping_document (tenant_id, purchase_id) where purchase_id is not null;

create table document_file (
  tenant_id uuid not null,
  document_id text not null,
  bytes bytea not null,
  constraint document_file_pkey primary key (tenant_id, document_id),
  constraint document_file_document_id_fkey foreign key (tenant_id, document_id) references shipping_document (tenant_id, id),
  constraint document_file_is_not_empty check (length(bytes) > 0)
);
alter table document_file alter column bytes set storage external;

create table document_link (
  tenant_id uuid not null,
  purchase_id text not null,
  document_id text not null,
  sequence integer not null,
  linked_at timestamptz(3) not null default now(),
  constraint document_link_pkey primary key (tenant_id, purchase_id, document_id),
  constraint document_link_purchase_id_fkey foreign key (tenant_id, purchase_id) references label_purchase (tenant_id, id),
  constraint document_link_document_id_fkey foreign key (tenant_id, document_id) references shipping_document (tenant_id, id)
);
create index document_link_of_document on document_link (tenant_id, document_id);

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
`;

const tenantTables = ["shipping_document", "document_file", "document_link", "document_upload"];

const secure = (table: string) => `
alter table ${table} enable row level security;
alter table ${table} force row level security;
create policy ${table}_of_tenant on ${table}
  using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
grant select, insert, update, delete on ${table} to shipping_app;
`;

export class CreateShippingDocument1763880000000 implements MigrationInterface {
  readonly name = "CreateShippingDocument1763880000000";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(tables);
    await runner.query(tenantTables.map(secure).join("\n"));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      "drop table document_upload; drop table document_link; drop table document_file; drop table shipping_document;",
    );
  }
}
