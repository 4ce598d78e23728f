import type { EntityManager } from "typeorm";
import type { Shipment } from "../../entities/shipment.js";
import type { PostalAddress } from "../../entities/values/postal-address.js";
import type { StoredShipmentDetails } from "../../entities/values/stored-shipment-details.js";
import { fingerprint } from "../fingerprint.js";
import { placeFingerprint, plain } from "./destination.js";

/** What is to be bought, and what it is known by. */
export interface Consignment {
  tenantId: string;
  /** Itself, or what it is made a copy of; null: neither. */
  shipmentId: string | null;
  orderId: string | null;
  details: Pick<StoredShipmentDetails, "shipFrom" | "shipTo" | "accessPoint" | "returnService">;
}

type Found = Pick<Shipment, "number"> & Consignment["details"];

/** All copies of one shipment, and the shipments of one order; found first, so that no other purchase is looked at. */
const voidedAsWrong = `
  with recursive family as (
    select id, duplicate_of_id from shipment where id = $1
    union
    select s.id, s.duplicate_of_id from shipment s join family f on s.id = f.duplicate_of_id or s.duplicate_of_id = f.id
  ), related as materialized (
    select id from family union select id from shipment where order_id = $2
  )
  select distinct s.number, s.ship_from as "shipFrom", s.ship_to as "shipTo", s.access_point as "accessPoint",
         s.return_service as "returnService"
    from related join shipment s on s.id = related.id
    join label_purchase p on p.tenant_id = s.tenant_id and p.shipment_id = s.id
   where p.void_reason = 'WRONG_ADDRESS'
   order by s.number`;

/**
 * The number of a shipment to the same address that was voided because it is wrong: the very shipment, one that it is a
 * copy of or that is a copy of it, or one of the same order. Null: none. In words for whoever buys: `wrongAddressText`.
 */
export async function findWrongAddress(manager: EntityManager, consignment: Consignment): Promise<string | null> {
  const { tenantId, shipmentId, orderId, details } = consignment;
  if (shipmentId === null && orderId === null) return null;
  const found: Found[] = await manager.query(voidedAsWrong, [shipmentId, orderId]);
  const label = labelFingerprint(tenantId, details);
  return found.find((voided) => labelFingerprint(tenantId, voided) === label)?.number ?? null;
}

export function wrongAddressText(number: string): string {
  const how = "give the right one, in a duplicateShipment if it is voided";
  return `Shipment ${number} to this address was voided as WRONG_ADDRESS: ${how}. If the address was right, say so by voidShipment with another reason.`;
}

/** What a label says of where it goes, however it is written; of a return also where it comes from. */
function labelFingerprint(
  tenantId: string,
  { shipFrom, shipTo, accessPoint, returnService }: Consignment["details"],
): string {
  const who = (address: PostalAddress) => [
    ...[placeFingerprint(tenantId, address), plain(address.name), plain(address.company)],
  ];
  const from = returnService === null ? null : who(shipFrom);
  return fingerprint([who(shipTo), accessPoint?.carrierLocationId ?? null, from]);
}
