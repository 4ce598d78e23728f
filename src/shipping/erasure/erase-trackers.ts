import { type EntityManager, In, IsNull } from "typeorm";
import type { PurchasedPackage } from "../../entities/purchased-package.js";
import { Tracker } from "../../entities/tracker.js";
import type { PostalAddress } from "../../entities/values/postal-address.js";
import { placeFingerprint } from "../shipment/destination.js";
import { erasedText } from "./erased-values.js";

/** Where and in what words; an event's key is made of its place as well. Status, codes, times and country stay. */
const eraseEvents = `update tracking_event set event_key = id, description = $2, city = null, region = null
  where tracker_id = any($1)`;

/** Who received the packages and where. The carrier is asked about them no more: it would tell it again. */
export async function eraseTrackers(manager: EntityManager, bought: PurchasedPackage[]): Promise<number> {
  const purchasedPackageId = In(bought.map(({ id }) => id));
  const trackers = await manager.find(Tracker, {
    where: { purchasedPackageId, erasedAt: IsNull() },
    lock: { mode: "for_no_key_update" },
    order: { id: "ASC" },
  });
  const ids = trackers.map(({ id }) => id);
  await manager.query(eraseEvents, [ids, erasedText]);
  await manager.update(
    Tracker,
    { id: In(ids) },
    {
      ...{ receivedBy: null, deliveryLocation: null, nextCheckAt: null },
      ...{ erasedAt: () => "now()", closedReason: () => "coalesce(closed_reason, 'EXPIRED')" },
    },
  );
  return ids.length;
}

/** What carriers said of the addresses, kept by a hash of each. In one order, as by those who keep it. */
const forget = `with gone as (delete from address_classification where (environment, fingerprint) in (
    select environment, fingerprint from address_classification where fingerprint = any($1) order by fingerprint for update)
  returning 1) select count(*)::int as count from gone`;

export async function forgetPlaces(
  manager: EntityManager,
  tenantId: string,
  addresses: PostalAddress[],
): Promise<number> {
  const places = addresses.map((address) => placeFingerprint(tenantId, address)).filter((place) => place !== null);
  const [row] = (await manager.query(forget, [places])) as { count: number }[];
  return row!.count;
}
