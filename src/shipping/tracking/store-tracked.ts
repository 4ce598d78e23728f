import type { EntityManager } from "typeorm";
import type { TrackedEvent, TrackedPackage } from "../../carrier/tracking.js";
import { inTenant } from "../../database/tenant-transaction.js";
import { PurchasedPackage } from "../../entities/purchased-package.js";
import { Tracker } from "../../entities/tracker.js";
import type { LoadedAccount } from "../account/load-account.js";
import type { ShippingDeps } from "../deps.js";
import { recordDelivered } from "../event/record-delivered.js";
import { newId } from "../new-id.js";
import { endOf, pauseSeconds } from "./tracking-pauses.js";

/**
 * Writes down what the carrier answered; `found` null: it knows nothing of the number, yet. What it no longer tells
 * stays, and what was erased is not written again. Repeatable. Gives the tracker as it now is, and plans the next look or ends them.
 */
export function storeTracked(
  deps: Pick<ShippingDeps, "database">,
  { adapter, account: { tenantId } }: Pick<LoadedAccount, "adapter" | "account">,
  id: string,
  found: TrackedPackage | null,
): Promise<Tracker> {
  return inTenant(deps.database, tenantId, async (manager) => {
    const stored = await manager.findOneOrFail(Tracker, { where: { id }, lock: { mode: "for_no_key_update" } });
    if (stored.erasedAt !== null) return stored;
    if (found) await storeEvents(manager, stored, found.events);
    await manager.update(Tracker, { id }, found ? answerColumns(stored, found) : { lastCheckedAt: () => "now()" });
    await planNextLook(manager, id, adapter.limits.trackedForDays);
    const tracker = await manager.findOneByOrFail(Tracker, { id });
    await tellOfDelivery(manager, tracker);
    return tracker;
  });
}

async function tellOfDelivery(manager: EntityManager, tracker: Tracker): Promise<void> {
  if (tracker.status !== "DELIVERED" || tracker.purchasedPackageId === null) return;
  const { purchaseId } = await manager.findOneByOrFail(PurchasedPackage, { id: tracker.purchasedPackageId });
  await recordDelivered(manager, tracker.tenantId, purchaseId);
}

/** In the order they happened, so that ids sort by it. An event told again is brought up to date. */
async function storeEvents(manager: EntityManager, { tenantId, id }: Tracker, events: TrackedEvent[]): Promise<void> {
  const byKey = new Map(events.map((event) => [event.key, event]));
  const rows = [...byKey.values()].map((event) => ({
    id: newId("tev"),
    event_key: event.key,
    status: event.status,
    carrier_status_type: event.carrierStatusType,
    carrier_status_code: event.carrierStatusCode,
    description: event.description,
    occurred_at: event.occurredAt,
    local_date: event.localDate,
    local_time: event.localTime?.slice(0, 5) ?? null,
    utc_offset: event.utcOffset,
    city: event.city,
    region: event.region,
    country_code: event.countryCode,
    told_at: event.occurredAt ?? (event.localDate && `${event.localDate}T${event.localTime ?? "00:00:00"}Z`),
  }));
  const columns = Object.keys(rows[0] ?? {});
  if (columns.length === 0) return;
  const changing = columns.filter((column) => column !== "id" && column !== "event_key");
  const upsert = `
    insert into tracking_event as known (tenant_id, tracker_id, ${columns.join(", ")})
    select $1, $2, ${columns.map((column) => (column === "told_at" ? "coalesce(told_at, now())" : column)).join(", ")}
      from jsonb_populate_recordset(null::tracking_event, $3::jsonb)
    on conflict on constraint tracking_event_once_per_tracker do update
      set ${changing.map((column) => `${column} = excluded.${column}`).join(", ")}`;
  await manager.query(upsert, [tenantId, id, JSON.stringify(rows)]);
}

/** What was told before and is missing now was not taken back. */
function answerColumns(stored: Tracker, found: TrackedPackage) {
  return {
    status: statusAfter(stored.status, found.status),
    estimatedDeliveryDate: found.estimate?.date ?? stored.estimatedDeliveryDate,
    estimatedDeliveryFrom: found.estimate ? found.estimate.from : stored.estimatedDeliveryFrom,
    estimatedDeliveryUntil: found.estimate ? found.estimate.until : stored.estimatedDeliveryUntil,
    deliveredAt: found.deliveredAt ?? stored.deliveredAt,
    receivedBy: found.receivedBy ?? stored.receivedBy,
    deliveryLocation: found.deliveryLocation ?? stored.deliveryLocation,
    lastCheckedAt: () => "now()",
  };
}

/**
 * The carrier learns of a void later than we do, and forgets scans: neither puts a package back to its beginning. What
 * has arrived was not voided before it was on its way.
 */
function statusAfter(before: Tracker["status"], told: Tracker["status"]): Tracker["status"] {
  if (told === "UNKNOWN") return before;
  if (told === "VOIDED" && (before === "DELIVERED" || before === "RETURNED")) return before;
  return told === "LABEL_CREATED" && before !== "UNKNOWN" ? before : told;
}

/** Only what was bought here is followed; other numbers are looked up when somebody asks. */
async function planNextLook(manager: EntityManager, id: string, followedForDays: number): Promise<void> {
  const read = `select status, purchased_package_id is not null as "isOurs",
    extract(epoch from now() - opened_at)::float8 as age from tracker where id = $1`;
  const [row] = (await manager.query(read, [id])) as { status: Tracker["status"]; isOurs: boolean; age: number }[];
  const { status, isOurs, age } = row!;
  const closedReason = endOf(status, age, followedForDays);
  const pause = isOurs && closedReason === null ? pauseSeconds(status, age) : null;
  const plan = "update tracker set closed_reason = $2, next_check_at = now() + make_interval(secs => $3) where id = $1";
  await manager.query(plan, [id, closedReason, pause]);
}
