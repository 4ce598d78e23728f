import type { MigrationInterface, QueryRunner } from "typeorm";

/** Tables of tenants, in the order of their foreign keys. Every key holds tenant_id; row-level security is forced. */
const tenantTables = [
  "carrier_account",
  "carrier_account_credential",
  "carrier_token",
  "carrier_product_check",
  "shipping_method",
  "rate_quote",
  "shipment",
  "shipment_package",
  "packed_item",
  "label_purchase",
  "purchased_package",
  "shipping_label",
  "label_file",
  "purchase_decision",
  "carrier_request",
];

const tables = `
create table carrier (
  code text not null,
  name text not null,
  constraint carrier_pkey primary key (code)
);

create table carrier_account (
  tenant_id uuid not null,
  id text not null,
  carrier_code text not null,
  name text not null,
  environment text not null,
  status text not null,
  account_number text not null,
  address jsonb not null,
  account_type text,
  ships_regulated_items boolean not null default false,
  app_name text,
  callback_url text,
  credential_version integer not null,
  created_at timestamptz(3) not null default now(),
  archived_at timestamptz(3),
  constraint carrier_account_pkey primary key (tenant_id, id),
  constraint carrier_account_carrier_code_fkey foreign key (carrier_code) references carrier (code),
  constraint carrier_account_environment_known check (environment in ('SIMULATOR', 'TEST', 'PRODUCTION')),
  constraint carrier_account_status_known check (status in ('DRAFT', 'ACTIVE', 'ARCHIVED'))
);
create index carrier_account_newest on carrier_account (tenant_id, created_at desc, id desc);

create table carrier_account_credential (
  tenant_id uuid not null,
  account_id text not null,
  version integer not null,
  client_id_masked text not null,
  client_secret_fingerprint text not null,
  sealed_client_id bytea not null,
  sealed_client_secret bytea not null,
  created_at timestamptz(3) not null default now(),
  constraint carrier_account_credential_pkey primary key (tenant_id, account_id, version),
  constraint carrier_account_credential_account_id_fkey foreign key (tenant_id, account_id) references carrier_account (tenant_id, id)
);

create table carrier_token (
  tenant_id uuid not null,
  account_id text not null,
  credential_version integer not null,
  sealed_token bytea,
  expires_at timestamptz(3),
  leased_until timestamptz(3),
  constraint carrier_token_pkey primary key (tenant_id, account_id, credential_version),
  constraint carrier_token_credential_version_fkey foreign key (tenant_id, account_id, credential_version)
    references carrier_account_credential (tenant_id, account_id, version)
);

create table carrier_product_check (
  tenant_id uuid not null,
  account_id text not null,
  product text not null,
  state text not null,
  setup_step_key text,
  messages jsonb not null,
  checked_at timestamptz(3) not null,
  constraint carrier_product_check_pkey primary key (tenant_id, account_id, product),
  constraint carrier_product_check_account_id_fkey foreign key (tenant_id, account_id) references carrier_account (tenant_id, id),
  constraint carrier_product_check_state_known check
    (state in ('OK', 'NOT_CHECKED', 'NOT_ADDED_OR_PENDING', 'BAD_CREDENTIALS', 'WRONG_ACCOUNT', 'UNAVAILABLE'))
);

create table shipping_method (
  tenant_id uuid not null,
  id text not null,
  name text not null,
  provider text not null,
  account_id text,
  service_code text,
  package_type_code text,
  weight_unit text,
  dimension_unit text,
  label_format text,
  bill_my_account boolean not null default false,
  collect_on_delivery boolean not null default false,
  generate_return_label boolean not null default false,
  duties_payer text,
  integration_level text not null,
  invoicing_policy text not null,
  is_published boolean not null default false,
  supersedes_id text,
  created_at timestamptz(3) not null default now(),
  archived_at timestamptz(3),
  constraint shipping_method_pkey primary key (tenant_id, id),
  constraint shipping_method_account_id_fkey foreign key (tenant_id, account_id) references carrier_account (tenant_id, id),
  constraint shipping_method_supersedes_id_fkey foreign key (tenant_id, supersedes_id) references shipping_method (tenant_id, id),
  constraint shipping_method_provider_known check (provider in ('UPS', 'FIXED', 'RULES', 'UPS_LEGACY')),
  constraint shipping_method_ups_is_configured check (provider <> 'UPS' or (account_id is not null and package_type_code is not null
    and weight_unit is not null and dimension_unit is not null and label_format is not null and duties_payer is not null)),
  constraint shipping_method_integration_level_known check (integration_level in ('RATE_ONLY', 'RATE_AND_SHIP')),
  constraint shipping_method_invoicing_policy_known check (invoicing_policy in ('ESTIMATED', 'ACTUAL'))
);
create index shipping_method_newest on shipping_method (tenant_id, created_at desc, id desc);

create table rate_quote (
  tenant_id uuid not null,
  id text not null,
  account_id text not null,
  shipping_method_id text,
  service_code text not null,
  details jsonb not null,
  details_fingerprint text not null,
  price_amount numeric not null,
  price_currency text not null,
  published_amount numeric,
  negotiated_amount numeric,
  carrier_currency text not null,
  negotiated_state text not null,
  charges jsonb not null,
  carrier_messages jsonb not null,
  estimated_delivery_date date,
  estimated_delivery_time text,
  transit_days integer,
  is_guaranteed boolean,
  is_saturday_delivery boolean not null,
  billable_weight jsonb,
  expires_at timestamptz(3) not null,
  created_at timestamptz(3) not null default now(),
  constraint rate_quote_pkey primary key (tenant_id, id),
  constraint rate_quote_account_id_fkey foreign key (tenant_id, account_id) references carrier_account (tenant_id, id),
  constraint rate_quote_shipping_method_id_fkey foreign key (tenant_id, shipping_method_id) references shipping_method (tenant_id, id),
  constraint rate_quote_negotiated_state_known check
    (negotiated_state in ('APPLIED', 'NOT_REQUESTED', 'ACCOUNT_NOT_ENROLLED', 'NOT_OFFERED_FOR_LANE', 'UNKNOWN'))
);
create index rate_quote_expiry on rate_quote (tenant_id, expires_at);

create table shipment (
  tenant_id uuid not null,
  id text not null,
  number text not null,
  status text not null,
  order_id text,
  reference text,
  client_reference text,
  ship_from jsonb not null,
  ship_to jsonb not null,
  options jsonb not null,
  ship_date date,
  shipping_method_id text,
  account_id text,
  service_code text,
  environment text,
  rate_quote_id text,
  version integer not null default 1,
  created_at timestamptz(3) not null default now(),
  constraint shipment_pkey primary key (tenant_id, id),
  constraint shipment_number_unique unique (tenant_id, number),
  constraint shipment_client_reference_unique unique (tenant_id, client_reference),
  constraint shipment_shipping_method_id_fkey foreign key (tenant_id, shipping_method_id) references shipping_method (tenant_id, id),
  constraint shipment_account_id_fkey foreign key (tenant_id, account_id) references carrier_account (tenant_id, id),
  constraint shipment_rate_quote_id_fkey foreign key (tenant_id, rate_quote_id) references rate_quote (tenant_id, id),
  constraint shipment_status_known check (status in ('DRAFT', 'PURCHASING', 'PURCHASED', 'VOIDED'))
);
create index shipment_newest on shipment (tenant_id, created_at desc, id desc);
create index shipment_of_order on shipment (tenant_id, order_id) where order_id is not null;
create index shipment_of_reference on shipment (tenant_id, reference) where reference is not null;

create table shipment_package (
  tenant_id uuid not null,
  id text not null,
  shipment_id text not null,
  sequence integer not null,
  weight_value double precision not null,
  weight_unit text not null,
  dimensions jsonb,
  package_type_code text not null,
  declared_amount numeric,
  declared_currency text,
  reference text,
  constraint shipment_package_pkey primary key (tenant_id, id),
  constraint shipment_package_sequence_unique unique (tenant_id, shipment_id, sequence),
  constraint shipment_package_shipment_id_fkey foreign key (tenant_id, shipment_id) references shipment (tenant_id, id),
  constraint shipment_package_weight_is_positive check (weight_value > 0)
);

create table packed_item (
  tenant_id uuid not null,
  id text not null,
  package_id text not null,
  sequence integer not null,
  product_id text,
  sku text,
  description text not null,
  quantity integer not null,
  unit_value_amount numeric,
  unit_value_currency text,
  weight jsonb,
  hs_code text,
  origin_country_code text,
  constraint packed_item_pkey primary key (tenant_id, id),
  constraint packed_item_sequence_unique unique (tenant_id, package_id, sequence),
  constraint packed_item_package_id_fkey foreign key (tenant_id, package_id) references shipment_package (tenant_id, id),
  constraint packed_item_quantity_is_positive check (quantity > 0)
);

create table label_purchase (
  tenant_id uuid not null,
  id text not null,
  shipment_id text not null,
  idempotency_key text,
  request_fingerprint text not null,
  state text not null,
  version integer not null default 1,
  carrier_reference text not null,
  account_id text not null,
  service_code text not null,
  label_format text not null,
  rate_quote_id text,
  shipment_identification_number text,
  charges_amount numeric,
  charges_currency text,
  charges_are_estimated boolean not null default false,
  user_errors jsonb not null default '[]',
  carrier_messages jsonb not null default '[]',
  started_at timestamptz(3) not null default now(),
  finished_at timestamptz(3),
  voided_at timestamptz(3),
  unwanted_bookings jsonb not null default '[]',
  checks integer not null default 0,
  next_check_at timestamptz(3),
  constraint label_purchase_pkey primary key (tenant_id, id),
  constraint label_purchase_idempotency_key_unique unique (tenant_id, idempotency_key),
  constraint label_purchase_carrier_reference_unique unique (tenant_id, carrier_reference),
  constraint label_purchase_shipment_id_fkey foreign key (tenant_id, shipment_id) references shipment (tenant_id, id),
  constraint label_purchase_account_id_fkey foreign key (tenant_id, account_id) references carrier_account (tenant_id, id),
  constraint label_purchase_state_known check (state in ('PENDING', 'PURCHASED', 'REJECTED', 'UNKNOWN', 'NOT_CREATED')),
  constraint label_purchase_purchased_has_number check (state <> 'PURCHASED' or shipment_identification_number is not null)
);
create unique index label_purchase_one_live_per_shipment on label_purchase (tenant_id, shipment_id)
  where state in ('PENDING', 'UNKNOWN') or (state = 'PURCHASED' and voided_at is null);
create index label_purchase_of_shipment on label_purchase (tenant_id, shipment_id, started_at);
create index label_purchase_due on label_purchase (next_check_at) where next_check_at is not null;
create index label_purchase_stuck on label_purchase (tenant_id, started_at, id) where state in ('PENDING', 'UNKNOWN');

create table purchased_package (
  tenant_id uuid not null,
  id text not null,
  purchase_id text not null,
  package_id text not null,
  tracking_number text not null,
  void_state text not null default 'NOT_VOIDED',
  void_messages jsonb not null default '[]',
  voided_at timestamptz(3),
  constraint purchased_package_pkey primary key (tenant_id, id),
  constraint purchased_package_once_per_purchase unique (tenant_id, purchase_id, package_id),
  constraint purchased_package_purchase_id_fkey foreign key (tenant_id, purchase_id) references label_purchase (tenant_id, id),
  constraint purchased_package_package_id_fkey foreign key (tenant_id, package_id) references shipment_package (tenant_id, id),
  constraint purchased_package_void_state_known check (void_state in ('NOT_VOIDED', 'VOID_PENDING', 'VOIDED', 'VOID_REFUSED'))
);
create index purchased_package_of_package on purchased_package (tenant_id, package_id);
create index purchased_package_tracking_number on purchased_package (tenant_id, tracking_number);

create table shipping_label (
  tenant_id uuid not null,
  id text not null,
  purchased_package_id text not null,
  format text not null,
  content_type text not null,
  width_inches double precision,
  height_inches double precision,
  dpi integer,
  is_derived boolean not null,
  sha256 text not null,
  byte_length integer not null,
  printed_at timestamptz(3),
  created_at timestamptz(3) not null default now(),
  constraint shipping_label_pkey primary key (tenant_id, id),
  constraint shipping_label_one_per_package unique (tenant_id, purchased_package_id),
  constraint shipping_label_purchased_package_id_fkey foreign key (tenant_id, purchased_package_id) references purchased_package (tenant_id, id),
  constraint shipping_label_format_known check (format in ('PDF', 'ZPL', 'EPL', 'SPL', 'GIF'))
);
create index shipping_label_newest on shipping_label (tenant_id, created_at desc, id desc);

create table label_file (
  tenant_id uuid not null,
  label_id text not null,
  role text not null,
  content_type text not null,
  bytes bytea not null,
  constraint label_file_pkey primary key (tenant_id, label_id, role),
  constraint label_file_label_id_fkey foreign key (tenant_id, label_id) references shipping_label (tenant_id, id),
  constraint label_file_role_known check (role in ('CARRIER', 'DERIVED')),
  constraint label_file_is_not_empty check (length(bytes) > 0)
);
alter table label_file alter column bytes set storage external;

create table purchase_decision (
  tenant_id uuid not null,
  id text not null,
  purchase_id text not null,
  actor text not null,
  decision text not null,
  reason text,
  decided_at timestamptz(3) not null default now(),
  constraint purchase_decision_pkey primary key (tenant_id, id),
  constraint purchase_decision_purchase_id_fkey foreign key (tenant_id, purchase_id) references label_purchase (tenant_id, id)
);

create table carrier_request (
  tenant_id uuid not null,
  id text not null,
  account_id text not null,
  purchase_id text,
  operation text not null,
  duration_ms integer not null,
  http_status integer,
  carrier_error_code text,
  transaction_id text not null,
  started_at timestamptz(3) not null,
  constraint carrier_request_pkey primary key (tenant_id, id),
  constraint carrier_request_account_id_fkey foreign key (tenant_id, account_id) references carrier_account (tenant_id, id)
);
create index carrier_request_of_purchase on carrier_request (tenant_id, purchase_id, started_at) where purchase_id is not null;
`;

/** Which state may follow which: an illegal update raises, whoever makes it. */
const purchaseTransitions = `
create function refuse_illegal_purchase_transition() returns trigger language plpgsql as $$
begin
  if old.state <> new.state and (old.state, new.state) not in (
    ('PENDING', 'PURCHASED'), ('PENDING', 'REJECTED'), ('PENDING', 'UNKNOWN'), ('PENDING', 'NOT_CREATED'),
    ('UNKNOWN', 'PURCHASED'), ('UNKNOWN', 'REJECTED'), ('UNKNOWN', 'NOT_CREATED')
  ) then
    raise exception 'label_purchase % cannot go from % to %', old.id, old.state, new.state using errcode = 'check_violation';
  end if;
  new.version := old.version + 1;
  return new;
end $$;
create trigger label_purchase_transition before update on label_purchase
  for each row execute function refuse_illegal_purchase_transition();
`;

/** The worker's only look across tenants: which purchases are due, nothing about them. Only the owner, who is
 *  bound by the forced policies too, sees through the sweep's policy, and only inside the function. */
const sweep = `
create policy label_purchase_seen_by_sweep on label_purchase for select to current_user
  using (current_setting('app.sweep', true) = 'on');
create function due_label_purchases(at_most integer) returns table (tenant_id uuid, id text)
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform set_config('app.sweep', 'on', true);
  return query select due.tenant_id, due.id from label_purchase due
    where due.next_check_at <= now() order by due.next_check_at limit at_most;
  perform set_config('app.sweep', '', true);
end $$;
revoke all on function due_label_purchases(integer) from public;
grant execute on function due_label_purchases(integer) to shipping_sweeper;
`;

const secure = (table: string) => `
alter table ${table} enable row level security;
alter table ${table} force row level security;
create policy ${table}_of_tenant on ${table}
  using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
grant select, insert, update, delete on ${table} to shipping_app;
`;

/** What was decided and asked is never rewritten; what was bought is never deleted. */
const appendOnly = ["purchase_decision", "carrier_request"];
const neverDeleted = ["purchased_package", "shipping_label", "label_file"];

export class CreateShipping1763800000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(tables);
    await runner.query(tenantTables.map(secure).join("\n"));
    await runner.query(appendOnly.map((table) => `revoke update, delete on ${table} from shipping_app;`).join("\n"));
    await runner.query(neverDeleted.map((table) => `revoke delete on ${table} from shipping_app;`).join("\n"));
    await runner.query("grant select, insert, update on carrier to shipping_app");
    await runner.query(purchaseTransitions);
    await runner.query(sweep);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("drop function due_label_purchases(integer)");
    await runner.query(
      [...tenantTables]
        .reverse()
        .map((table) => `drop table ${table};`)
        .join("\n"),
    );
    await runner.query("drop function refuse_illegal_purchase_transition()");
    await runner.query("drop table carrier");
  }
}
