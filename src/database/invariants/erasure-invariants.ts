import type { Invariant } from "./invariant.js";

/** What is erased is gone, and money never hung on it. */
export const erasureInvariants: Invariant[] = [
  {
    name: "erased_has_no_person",
    sql: `
      select s.tenant_id, s.id from shipment s where s.erased_at is not null and (
        coalesce(s.ship_to ->> 'name', s.ship_to ->> 'company', s.ship_to ->> 'email', s.ship_to ->> 'phone') is not null
        or jsonb_array_length(s.ship_to -> 'lines') > 0 or s.reference is not null or s.tags <> '{}'
        or exists (select from label_purchase p
          where p.tenant_id = s.tenant_id and p.shipment_id = s.id and p.request_fingerprint <> ''))`,
  },
  {
    name: "erased_has_no_label_file",
    sql: `
      select l.tenant_id, l.id from shipping_label l
        join shipment s on s.tenant_id = l.tenant_id and s.id = l.shipment_id
       where s.erased_at is not null and (l.erased_at is null
          or exists (select from label_file f where f.tenant_id = l.tenant_id and f.label_id = l.id))`,
  },
  {
    name: "erased_is_settled",
    sql: `
      select p.tenant_id, p.id, p.state from label_purchase p
        join shipment s on s.tenant_id = p.tenant_id and s.id = p.shipment_id
       where s.erased_at is not null and p.state in ('PENDING', 'UNKNOWN')`,
  },
];
