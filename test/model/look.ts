import type { Booking, Seen } from "./seen.js";
import type { World } from "./world.js";

const shipments = `
  select coalesce(json_agg(json_build_object(
      'id', s.id, 'status', s.status, 'version', s.version,
      'serviceCode', s.service_code, 'quoteId', s.rate_quote_id,
      'isRefused', s.ship_to->>'name' = 'Refused Recipient',
      'packageIds', (select json_agg(p.id order by p.sequence) from shipment_package p where p.shipment_id = s.id)
    ) order by s.created_at, s.id), '[]')
    from shipment s where s.order_id = $1`;

const packages = `
  select coalesce(json_agg(json_build_object(
      'packageId', b.package_id, 'trackingNumber', b.tracking_number, 'voidState', b.void_state,
      'labelBytes', coalesce((select min(length(f.bytes)) from shipping_label l join label_file f on f.label_id = l.id
         where l.purchased_package_id = b.id), 0)
    ) order by k.sequence), '[]')
    from purchased_package b join shipment_package k on k.id = b.package_id where b.purchase_id = p.id`;

const purchases = `
  select coalesce(json_agg(json_build_object(
      'id', p.id, 'shipmentId', p.shipment_id, 'key', p.idempotency_key, 'state', p.state,
      'reference', p.carrier_reference, 'number', p.shipment_identification_number,
      'isSent', p.sent_at is not null, 'isVoided', p.voided_at is not null, 'isWatched', p.next_check_at is not null,
      'unwanted', p.unwanted_bookings, 'packages', (${packages})
    ) order by p.started_at, p.id), '[]')
    from label_purchase p join shipment s on s.id = p.shipment_id where s.order_id = $1`;

/** The sequence's rows, and the carrier's books of it: under its order's name, or under one of these references. */
export async function look(world: World, references: Iterable<string>): Promise<Seen> {
  const query = `select (${shipments}) as shipments, (${purchases}) as purchases`;
  const [rows] = (await world.sql(query)) as Omit<Seen, "bookings">[];
  const { shipments: seen, purchases: bought } = rows!;
  const ours = new Set([world.orderId, ...references, ...bought.map((purchase) => purchase.reference)]);
  return { shipments: seen, purchases: bought, bookings: await bookingsUnder(world, ours) };
}

async function bookingsUnder(world: World, ours: ReadonlySet<string>): Promise<Booking[]> {
  const ledger = await world.service.control.ledger();
  return ledger
    .filter((entry) => entry.references.some((reference) => ours.has(reference)))
    .map(({ shipmentIdentificationNumber, references, packages: boxes, voidedAt }) => ({
      number: shipmentIdentificationNumber,
      references,
      packages: boxes.map((box) => ({ trackingNumber: box.trackingNumber, isVoided: box.voidedAt !== null })),
      isVoided: voidedAt !== null,
    }));
}
