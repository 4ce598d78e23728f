import { type Invariant, reconcileAfter } from "./invariant.js";

/** Sweeps come every two seconds, a dead worker's turn lasts a minute; this much later somebody should have looked. */
const sweepSlackSeconds = 120;

/** Money is spent once, and what was begun is driven to an end. */
export const purchaseInvariants: Invariant[] = [
  {
    name: "one_live_purchase_per_shipment",
    sql: `
      select tenant_id, shipment_id, array_agg(id order by id) as purchases from label_purchase
       where state in ('PENDING', 'UNKNOWN') or (state = 'PURCHASED' and voided_at is null)
       group by tenant_id, shipment_id having count(*) > 1`,
  },
  {
    name: "one_purchase_per_key",
    sql: `
      select tenant_id, array_agg(id order by id) as purchases from label_purchase
       where idempotency_key is not null group by tenant_id, idempotency_key having count(*) > 1`,
  },
  {
    // Of all tenants: several may share one account at the carrier.
    name: "one_purchase_per_carrier_reference",
    sql: `
      select min(tenant_id::text) as tenant_id, carrier_reference, array_agg(id order by id) as purchases
        from label_purchase group by carrier_reference having count(*) > 1`,
  },
  {
    // What was voided for being nobody's is no label of anybody's.
    name: "voided_orphan_is_nobodys",
    sql: `
      select o.tenant_id, o.number, p.id from orphan_booking o
        join label_purchase p on p.tenant_id = o.tenant_id and p.shipment_identification_number = o.number
       where o.ending = 'VOIDED' and p.state = 'PURCHASED' and p.voided_at is null`,
  },
  {
    // A carrier's test environment may give placeholders.
    name: "purchased_numbers_are_unique",
    sql: `
      select min(p.tenant_id::text) as tenant_id, p.shipment_identification_number, array_agg(p.id order by p.id) as purchases
        from label_purchase p join carrier_account a on a.tenant_id = p.tenant_id and a.id = p.account_id
       where p.state = 'PURCHASED' and a.environment <> 'TEST'
       group by a.environment, p.shipment_identification_number having count(*) > 1`,
  },
  {
    // A refusal and an answer that is missing are the carrier's, and a key is kept of what it may have got.
    name: "sent_is_noted",
    sql: `
      select tenant_id, id, state from label_purchase where sent_at is null
         and (state in ('UNKNOWN', 'PURCHASED', 'REJECTED') or (state = 'NOT_CREATED' and idempotency_key is not null))`,
  },
  {
    name: "pending_is_young",
    sql: `
      select tenant_id, id, started_at from label_purchase
       where state = 'PENDING' and started_at < now() - make_interval(secs => ${reconcileAfter} + ${sweepSlackSeconds})`,
  },
  {
    name: "pending_is_scheduled",
    sql: "select tenant_id, id from label_purchase where state = 'PENDING' and next_check_at is null",
  },
  {
    name: "unknown_is_scheduled",
    sql: "select tenant_id, id from label_purchase where state = 'UNKNOWN' and next_check_at is null",
  },
  {
    // One whose key is free again provably never reached the carrier.
    name: "not_created_is_watched",
    sql: `
      select tenant_id, id from label_purchase where state = 'NOT_CREATED' and idempotency_key is not null
         and next_check_at is null and started_at > now() - interval '29 days'`,
  },
  {
    name: "unwanted_booking_is_scheduled",
    sql: `
      select tenant_id, id, unwanted_bookings from label_purchase
       where unwanted_bookings <> '[]' and next_check_at is null`,
  },
  {
    name: "waiting_return_is_scheduled",
    sql: `
      select r.tenant_id, r.purchase_id from generated_return r
        join label_purchase p on p.tenant_id = r.tenant_id and p.id = r.purchase_id
       where r.state = 'WAITING' and p.next_check_at is null`,
  },
  {
    name: "due_is_looked_at",
    sql: "select tenant_id, id, next_check_at from label_purchase where next_check_at < now() - interval '15 minutes'",
  },
  {
    // Whoever says later that the address was right takes the reason back.
    name: "no_label_for_an_address_stated_wrong",
    sql: `
      select later.tenant_id, later.id, earlier.id as voided from label_purchase later
        join label_purchase earlier on earlier.tenant_id = later.tenant_id and earlier.shipment_id = later.shipment_id
       where earlier.void_reason = 'WRONG_ADDRESS' and later.started_at > earlier.void_reason_at`,
  },
  {
    name: "ended_is_finished",
    sql: `
      select tenant_id, id, state from label_purchase
       where (state in ('PENDING', 'UNKNOWN')) <> (finished_at is null)`,
  },
  {
    name: "no_purchase_is_open",
    isForRest: true,
    sql: "select tenant_id, id, state from label_purchase where state in ('PENDING', 'UNKNOWN')",
  },
  {
    name: "no_unwanted_booking_is_left",
    isForRest: true,
    sql: "select tenant_id, id, unwanted_bookings from label_purchase where unwanted_bookings <> '[]'",
  },
];
