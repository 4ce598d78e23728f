import type { Invariant } from "./invariant.js";

/** The sum of charges as they are kept: a list of parts, each with its amount. */
const sumOf = (items: string) =>
  `coalesce((select sum((item -> 'amount' ->> 'amount')::numeric) from jsonb_array_elements(${items}) item), 0)`;

/** What was accepted and what the carrier charged is kept to the cent, and no void takes off more than was charged. */
export const chargeInvariants: Invariant[] = [
  {
    name: "charge_items_add_up",
    sql: `
      select p.tenant_id, p.id from label_purchase p
       where ${sumOf("p.charge_items")} <> coalesce(p.charges_amount, 0)
          or exists (select from jsonb_array_elements(p.charge_items) item
               where item -> 'amount' ->> 'currencyCode' is distinct from p.charges_currency)`,
  },
  {
    name: "unrated_is_scheduled",
    sql: `
      select tenant_id, id from label_purchase
       where state = 'PURCHASED' and charges_amount is null and charges_are_estimated and next_check_at is null`,
  },
  {
    name: "packages_cost_no_more_than_all",
    sql: `
      select p.tenant_id, p.id from label_purchase p
        join purchased_package b on b.tenant_id = p.tenant_id and b.purchase_id = p.id
       group by p.tenant_id, p.id having sum(${sumOf("b.charge_items")}) > coalesce(p.charges_amount, 0)`,
  },
  {
    // Of the running day: what a period that has ended counted is left alone.
    name: "spend_counters_add_up",
    sql: `
      with held as (
        select p.tenant_id, h.unit, sum(h.amount) as amount from label_purchase p cross join lateral spend_held(p) h
         where p.counted_labels is not null and p.started_at >= date_trunc('day', now(), 'UTC') group by 1, 2),
      counted as (
        select tenant_id, unit, used from spend_counter
         where spender = '*' and period = 'DAY' and starts_at = date_trunc('day', now(), 'UTC'))
      select tenant_id, unit, counted.used, held.amount from held full join counted using (tenant_id, unit)
       where unit not in ('ATTEMPT', 'VOID') and coalesce(counted.used, 0) <> coalesce(held.amount, 0)`,
  },
  {
    name: "costs_no_more_than_accepted",
    sql: "select tenant_id, id from label_purchase where checked_amount > most_amount",
  },
  {
    name: "accepted_offer_is_checked",
    sql: `
      select p.tenant_id, p.id from label_purchase p
        join accepted_offer o on o.tenant_id = p.tenant_id and o.id = p.accepted_offer_id
       where p.checked_amount is null or (p.most_amount is null and o.carrier_amount is not null)`,
  },
  {
    name: "accepted_offer_agrees",
    sql: `
      select p.tenant_id, p.id from label_purchase p
        join accepted_offer o on o.tenant_id = p.tenant_id and o.id = p.accepted_offer_id
       where o.shipment_id <> p.shipment_id or o.service_code <> p.service_code or o.account_id <> p.account_id`,
  },
  {
    // Quotes may be deleted: what was accepted of them must not go with them.
    name: "accepted_offer_is_kept",
    sql: `
      select q.tenant_id, q.id from (
        select tenant_id, id, id as shipment_id, rate_quote_id from shipment
        union all select tenant_id, id, shipment_id, rate_quote_id from label_purchase) q
       where q.rate_quote_id is not null and not exists (select from accepted_offer o
         where o.tenant_id = q.tenant_id and o.shipment_id = q.shipment_id and o.rate_quote_id = q.rate_quote_id)`,
  },
];
