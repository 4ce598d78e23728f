import type { Invariant } from "./invariant.js";

/** The bytes that are printed. */
const shownFile = `label_file f on f.tenant_id = l.tenant_id and f.label_id = l.id
  and f.role = case when l.is_derived then 'DERIVED' else 'CARRIER' end`;

/** Labels of other returns the carrier mails, sends or brings. */
const bringsLabels =
  "coalesce(s.return_service ->> 'kind', 'PRINT_RETURN_LABEL') in ('PRINT_RETURN_LABEL', 'EXCHANGE')";

/** What was bought is there to be printed, and what was voided is so everywhere. */
export const labelInvariants: Invariant[] = [
  {
    // Of a package that was voided before its booking was found again there is no label any more.
    name: "purchased_has_every_label",
    sql: `
      select p.tenant_id, p.id, pkg.id as package_id from label_purchase p
        join shipment_package pkg on pkg.tenant_id = p.tenant_id and pkg.shipment_id = p.shipment_id
        join shipment s on s.tenant_id = p.tenant_id and s.id = p.shipment_id
       where p.state = 'PURCHASED' and ${bringsLabels} and not exists (select from purchased_package b
         left join shipping_label l on l.tenant_id = b.tenant_id and l.purchased_package_id = b.id and not l.is_recovered
         where b.tenant_id = p.tenant_id and b.purchase_id = p.id and b.package_id = pkg.id
           and (l.id is not null or b.void_state = 'VOIDED'))`,
  },
  {
    // Lengths only: PostgreSQL knows them without reading the bytes. Of a label that the carrier did not show there are none.
    name: "label_has_bytes",
    sql: `
      select l.tenant_id, l.id from shipping_label l left join ${shownFile}
       where l.erased_at is null and l.file_removed_at is null and (l.byte_length > 0 or l.is_printable) and (f.label_id is null or length(f.bytes) <> l.byte_length
          or not exists (select from label_file c where c.tenant_id = l.tenant_id and c.label_id = l.id and c.role = 'CARRIER'))`,
  },
  {
    name: "removed_label_file_is_voided",
    sql: `
      select l.tenant_id, l.id from shipping_label l
        join purchased_package b on b.tenant_id = l.tenant_id and b.id = l.purchased_package_id
       where l.file_removed_at is not null and (l.is_in_force or b.void_state <> 'VOIDED')`,
  },
  {
    name: "label_bytes_are_intact",
    isForRest: true,
    sql: `
      select l.tenant_id, l.id from shipping_label l join ${shownFile}
       where encode(sha256(f.bytes), 'hex') <> l.sha256`,
  },
  {
    // Two days of the three: the look of the third may be the last.
    name: "unprintable_is_looked_for",
    sql: `
      select l.tenant_id, l.id, p.id as purchase_id from shipping_label l
        join purchased_package b on b.tenant_id = l.tenant_id and b.id = l.purchased_package_id
        join label_purchase p on p.tenant_id = b.tenant_id and p.id = b.purchase_id
       where not l.is_printable and l.is_in_force and not l.is_recovered and l.erased_at is null and p.next_check_at is null
         and p.started_at > now() - interval '2 days'`,
  },
  {
    name: "only_purchased_has_packages",
    sql: `
      select p.tenant_id, p.id, p.state from label_purchase p where p.state <> 'PURCHASED' and exists
        (select from purchased_package b where b.tenant_id = p.tenant_id and b.purchase_id = p.id)`,
  },
  {
    name: "tracking_numbers_are_unique",
    sql: `
      select min(b.tenant_id::text) as tenant_id, b.tracking_number, array_agg(b.id order by b.id) as packages
        from purchased_package b
        join label_purchase p on p.tenant_id = b.tenant_id and p.id = b.purchase_id
        join carrier_account a on a.tenant_id = p.tenant_id and a.id = p.account_id
       where a.environment <> 'TEST' group by a.environment, b.tracking_number having count(*) > 1`,
  },
  {
    name: "shipment_status_agrees",
    sql: `
      select s.tenant_id, s.id, s.status, p.* from shipment s cross join lateral (
        select count(*) filter (where state in ('PENDING', 'UNKNOWN')) as open,
               count(*) filter (where state = 'PURCHASED' and voided_at is null) as live,
               count(*) filter (where state = 'PURCHASED') as bought
          from label_purchase where tenant_id = s.tenant_id and shipment_id = s.id) p
       where s.status <> case when p.open > 0 then 'PURCHASING' when p.live > 0 then 'PURCHASED'
                              when p.bought > 0 then 'VOIDED' else 'DRAFT' end`,
  },
  {
    name: "voided_purchase_agrees",
    sql: `
      select p.tenant_id, p.id, p.voided_at from label_purchase p
        join purchased_package b on b.tenant_id = p.tenant_id and b.purchase_id = p.id
       group by p.tenant_id, p.id having (p.voided_at is not null) <> bool_and(b.void_state = 'VOIDED')`,
  },
  {
    // A file of all packages has in it what was not voided when it was made.
    name: "label_in_force_agrees",
    sql: `
      select l.tenant_id, l.id, l.is_in_force from shipping_label l
        join purchased_package own on own.tenant_id = l.tenant_id and own.id = l.purchased_package_id
       where l.is_in_force <> not exists (select from purchased_package b
         where b.tenant_id = own.tenant_id and b.purchase_id = own.purchase_id
           and b.void_state in ('VOID_PENDING', 'VOIDED')
           and (b.id = own.id or l.is_for_all_packages)
           and not (l.is_for_all_packages and coalesce(b.voided_at <= l.created_at, false)))`,
  },
  {
    name: "label_is_listed_as_bought",
    sql: `
      select l.tenant_id, l.id, l.account_id, l.service_code from shipping_label l
        join purchased_package b on b.tenant_id = l.tenant_id and b.id = l.purchased_package_id
        join label_purchase p on p.tenant_id = b.tenant_id and p.id = b.purchase_id
        join shipment s on s.tenant_id = p.tenant_id and s.id = p.shipment_id
       where (l.shipment_id, l.shipment_number, l.account_id, l.service_code)
         is distinct from (s.id, s.number, p.account_id, p.service_code)`,
  },
  {
    name: "tags_are_listed",
    sql: `
      select s.tenant_id, s.id, s.tags from shipment s
       where array(select t.tag from shipment_tag t where t.tenant_id = s.tenant_id and t.shipment_id = s.id order by 1)
          <> array(select unnest(s.tags) order by 1)
      union all
      select l.tenant_id, l.id, s.tags from shipping_label l
        join shipment s on s.tenant_id = l.tenant_id and s.id = l.shipment_id
       where array(select t.tag from shipping_label_tag t where t.tenant_id = l.tenant_id and t.label_id = l.id order by 1)
          <> array(select unnest(s.tags) order by 1)`,
  },
  {
    name: "purchased_is_told_once",
    sql: `
      select p.tenant_id, p.id, p.state, count(e.id)::int as events from label_purchase p
        left join shipping_event e
          on e.tenant_id = p.tenant_id and e.purchase_id = p.id and e.type = 'LABEL_PURCHASED'
       group by p.tenant_id, p.id having count(e.id) <> case p.state when 'PURCHASED' then 1 else 0 end`,
  },
  {
    name: "voided_is_told_once",
    sql: `
      select b.tenant_id, b.id, b.void_state, count(e.id)::int as events from purchased_package b
        left join shipping_event e on e.tenant_id = b.tenant_id and e.purchase_id = b.purchase_id
          and e.package_id = b.package_id and e.type = 'LABEL_VOIDED'
       group by b.tenant_id, b.id having count(e.id) <> case b.void_state when 'VOIDED' then 1 else 0 end`,
  },
  {
    name: "void_pending_is_scheduled",
    sql: `
      select p.tenant_id, p.id, b.id as purchased_package_id from purchased_package b
        join label_purchase p on p.tenant_id = b.tenant_id and p.id = b.purchase_id
       where b.void_state = 'VOID_PENDING' and p.next_check_at is null`,
  },
  {
    name: "no_void_is_pending",
    isForRest: true,
    sql: "select tenant_id, purchase_id, id from purchased_package where void_state = 'VOID_PENDING'",
  },
];
