import type { MigrationInterface, QueryRunner } from "typeorm";

/** Copies of the rate quotes that shipments were made or bought with: quotes may be deleted, these only go with a draft. */
const table = `
create table accepted_offer (
  tenant_id uuid not null,
  id text not null,
  shipment_id text not null,
  rate_quote_id text not null,
  account_id text not null,
  service_code text not null,
  price_amount numeric not null,
  price_currency text not null,
  carrier_amount numeric not null,
  carrier_currency text not null,
  estimated_delivery_date date,
  estimated_delivery_time text,
  transit_days integer,
  is_guaranteed boolean,
  is_saturday_delivery boolean not null,
  quoted_at timestamptz(3) not null,
  accepted_at timestamptz(3) not null default now(),
  constraint accepted_offer_pkey primary key (tenant_id, id),
  constraint accepted_offer_shipment_id_fkey foreign key (tenant_id, shipment_id) references shipment (tenant_id, id),
  constraint accepted_offer_account_id_fkey foreign key (tenant_id, account_id) references carrier_account (tenant_id, id)
);
create index accepted_offer_of_shipment on accepted_offer (tenant_id, shipment_id, accepted_at);
create index accepted_offer_of_account on accepted_offer (tenant_id, account_id);

alter table accepted_offer enable row level security;
alter table accepted_offer force row level security;
create policy accepted_offer_of_tenant on accepted_offer
  using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
grant select, insert, delete on accepted_offer to shipping_app;
create policy accepted_offer_seen_by_invariants on accepted_offer for select to current_user
  using (current_setting('app.invariants', true) = 'on');
`;

/** Of purchases made before nobody knows whether their price was checked: they name no offer. */
const columns = `
alter table shipment add column is_offer_outdated boolean not null default false;
alter table label_purchase
  add column accepted_offer_id text,
  add column checked_amount numeric,
  add column checked_currency text,
  add column most_amount numeric,
  add constraint label_purchase_accepted_offer_id_fkey
    foreign key (tenant_id, accepted_offer_id) references accepted_offer (tenant_id, id),
  add constraint label_purchase_price_is_accepted check (checked_amount <= most_amount),
  add constraint label_purchase_offer_is_checked
    check (accepted_offer_id is null or (checked_amount is not null and most_amount is not null));
create index label_purchase_of_offer on label_purchase (tenant_id, accepted_offer_id) where accepted_offer_id is not null;
`;

/** What the carrier asked in all is the sum of the quote's charges. */
const carrierTotal = `coalesce(
  (select sum((item -> 'amount' ->> 'amount')::numeric) from jsonb_array_elements(quote.charges) item),
  quote.negotiated_amount, quote.published_amount, quote.price_amount)`;

const backfill = `
alter table shipment no force row level security;
alter table rate_quote no force row level security;
alter table label_purchase no force row level security;
alter table accepted_offer no force row level security;
insert into accepted_offer (tenant_id, id, shipment_id, rate_quote_id, account_id, service_code,
  price_amount, price_currency, carrier_amount, carrier_currency, estimated_delivery_date, estimated_delivery_time,
  transit_days, is_guaranteed, is_saturday_delivery, quoted_at, accepted_at)
select chosen.tenant_id, 'off_' || gen_random_uuid(), chosen.shipment_id, quote.id, quote.account_id, quote.service_code,
  quote.price_amount, quote.price_currency, ${carrierTotal}, quote.carrier_currency, quote.estimated_delivery_date,
  quote.estimated_delivery_time, quote.transit_days, quote.is_guaranteed, quote.is_saturday_delivery, quote.created_at,
  greatest(chosen.accepted_at, quote.created_at)
  from (
    select tenant_id, shipment_id, rate_quote_id, min(accepted_at) as accepted_at from (
      select tenant_id, id as shipment_id, rate_quote_id, created_at as accepted_at from shipment
      union all
      select tenant_id, shipment_id, rate_quote_id, started_at from label_purchase
    ) every where rate_quote_id is not null group by tenant_id, shipment_id, rate_quote_id
  ) chosen
  join rate_quote quote on quote.tenant_id = chosen.tenant_id and quote.id = chosen.rate_quote_id;
alter table shipment force row level security;
alter table rate_quote force row level security;
alter table label_purchase force row level security;
alter table accepted_offer force row level security;
`;

/** The offers that were accepted stay with their shipments, and each purchase with what was asked and accepted for it. */
export class CreateAcceptedOffer1764010001000 implements MigrationInterface {
  readonly name = "CreateAcceptedOffer1764010001000";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(table);
    await runner.query(columns);
    await runner.query(backfill);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table label_purchase drop column accepted_offer_id, drop column most_amount,
      drop column checked_amount, drop column checked_currency`);
    await runner.query("alter table shipment drop column is_offer_outdated");
    await runner.query("drop table accepted_offer");
  }
}
