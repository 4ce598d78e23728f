import { isSamePostalCode } from "../../carrier/postal-codes.js";
import { readInTenant } from "../../database/tenant-transaction.js";
import { Tracker } from "../../entities/tracker.js";
import type { PostalAddress } from "../../entities/values/postal-address.js";
import { isStorable } from "../../storable-text.js";
import type { Actor, ShippingDeps } from "../deps.js";
import { storedTrackingNumber } from "../tracking-number.js";
import { longestTrackingNumber } from "./find-tracker.js";

/** What somebody has who waits for a package. */
export interface DeliveryKey {
  trackingNumber: string;
  postalCode: string;
}

/** What is told of a package, and the day that was promised where the carrier tells none. */
export interface FollowedDelivery {
  tracker: Tracker;
  estimatedDeliveryDate: string | null;
}

interface Candidate {
  id: string;
  buyersAddress: Pick<PostalAddress, "postalCode" | "countryCode">;
  offeredDate: string | null;
}

/**
 * Packages under way with this number: bought here, their label in force, nothing of them erased. Those that come back have
 * the buyer's address where they start.
 */
const underWay = `
  select tracker.id, case when sent.return_service is null then sent.ship_to else sent.ship_from end as "buyersAddress",
         (select offer.estimated_delivery_date::text from accepted_offer offer
           where offer.tenant_id = sent.tenant_id and offer.shipment_id = sent.id
           order by offer.accepted_at desc, offer.id desc limit 1) as "offeredDate"
    from purchased_package bought
    join tracker on tracker.tenant_id = bought.tenant_id and tracker.purchased_package_id = bought.id
    join shipment_package box on box.tenant_id = bought.tenant_id and box.id = bought.package_id
    join shipment sent on sent.tenant_id = box.tenant_id and sent.id = box.shipment_id
   where bought.tracking_number = $1 and bought.void_state in ('NOT_VOIDED', 'VOID_REFUSED')
     and sent.status = 'PURCHASED' and sent.erased_at is null and tracker.erased_at is null
   order by bought.id desc limit 10`;

/**
 * A package as whoever waits for it may follow it: by its number and the postal code of the buyer's address, of a return
 * that of its sender. Null: they do not belong together, or there is no such package, which nobody can tell apart. Asks no
 * carrier: the worker does. Throws RATE_LIMITED where too many wrong codes were given.
 */
export async function trackDelivery(
  deps: ShippingDeps,
  actor: Actor,
  { trackingNumber, postalCode }: DeliveryKey,
): Promise<FollowedDelivery | null> {
  const number = storedTrackingNumber(trackingNumber);
  const takeBack = await deps.deliveryGuesses.count(actor, number);
  const found = await findCandidate(deps, actor, number, postalCode);
  if (found === null) return null;
  await takeBack();
  const tracker = await readInTenant(deps.database, actor.tenantId, (manager) =>
    manager.findOneByOrFail(Tracker, { id: found.id }),
  );
  return { tracker, estimatedDeliveryDate: tracker.estimatedDeliveryDate ?? found.offeredDate };
}

async function findCandidate(deps: ShippingDeps, actor: Actor, number: string, postalCode: string) {
  if (number.length > longestTrackingNumber || !isStorable(number)) return null;
  const rows = (await readInTenant(deps.database, actor.tenantId, (manager) =>
    manager.query(underWay, [number]),
  )) as Candidate[];
  // An unknown number costs a comparison too.
  const matches = [...rows, nowhere].filter((row) => isBuyersCode(row, postalCode) && row !== nowhere);
  return matches[0] ?? null;
}

const nowhere: Candidate = { id: "", buyersAddress: { postalCode: null, countryCode: "US" }, offeredDate: null };

/** Where there is no code there is none to know. */
function isBuyersCode({ buyersAddress: { postalCode, countryCode } }: Candidate, typed: string): boolean {
  const isSame = isSamePostalCode(countryCode, postalCode, typed);
  return isSame && postalCode !== null && postalCode.trim() !== "";
}
