import { randomUUID } from "node:crypto";
import { Column, Entity, type EntityManager } from "typeorm";
import type { SpendOutcome } from "../../src/carrier/outcome.js";
import { closeDatabase, openDatabase } from "../../src/database/data-source.js";
import { inTenant } from "../../src/database/tenant-transaction.js";
import { TracedClaim } from "../../src/entities/claim.js";
import { type DueRowKind, DueRows } from "../../src/jobs/due-rows.js";
import { type ClaimKind, claimOnce } from "../../src/shipping/claim/claim-once.js";
import {
  endClaim,
  endNeverSent,
  endUnsent,
  giveUp,
  leaveOpen,
  newClaim,
  noteLeaving,
} from "../../src/shipping/claim/claim-states.js";
import { lockForLook, noteLook, planAfterLook, planLook } from "../../src/shipping/claim/looks.js";
import { persist } from "../../src/shipping/claim/persist.js";
import { notSent, sendInTime } from "../../src/shipping/claim/send-in-time.js";
import { fingerprint } from "../../src/shipping/fingerprint.js";
import { readableCode } from "../../src/shipping/readable-code.js";
import { type Result, settle } from "../../src/shipping/result.js";
import type { Turn } from "../../src/shipping/turn.js";
import { createTestDatabase } from "./database.js";
import { runAdmin } from "./database-cluster.js";

/*
 * A spender that the service does not have: a pickup is ordered at most once for a key, whatever crashes. What it brings
 * is a table with the columns of a claim, a sweep, and what it asks the carrier; all else is the protocol's.
 */

@Entity()
export class ParcelPickup extends TracedClaim {
  @Column({ type: "text", nullable: true })
  confirmation!: string | null;
}

const table = `
create table parcel_pickup (
  tenant_id uuid not null, id text not null, idempotency_key text, request_fingerprint text not null, state text not null,
  carrier_reference text not null, started_at timestamptz(3) not null default now(), sent_at timestamptz(3), finished_at timestamptz(3),
  checks integer not null default 0, next_check_at timestamptz(3), confirmation text,
  primary key (tenant_id, id), constraint parcel_pickup_key_unique unique (tenant_id, idempotency_key)
);
grant select, insert, update, delete on parcel_pickup to shipping_app;
create function take_due_pickups(at_most integer, for_seconds integer)
  returns table (tenant_id uuid, id text, taken_until timestamptz) language sql security definer as $$
    with due as materialized (select p.id from parcel_pickup p where p.next_check_at <= now() limit at_most
      for no key update skip locked)
    update parcel_pickup p set next_check_at = now() + make_interval(secs => for_seconds) from due where p.id = due.id
    returning p.tenant_id, p.id, p.next_check_at $$;
grant execute on function take_due_pickups(integer, integer) to shipping_sweeper;
`;

const kind: ClaimKind<ParcelPickup> = {
  rows: ParcelPickup,
  keyIsUnique: "parcel_pickup_key_unique",
  subject: "pickup",
};

/** Seconds. */
export const sendWithin = 15;
export const notCreatedAfter = 3_600;

export interface PickupOrder {
  key: string;
  day: string;
}

/** What the carrier has booked, by our reference; what it says when it is asked can be exchanged. */
export class PickupCarrier {
  readonly booked: string[] = [];
  order = async (reference: string): Promise<SpendOutcome<string>> => {
    this.booked.push(reference);
    return { kind: "ANSWERED", value: `P-${reference}`, messages: [] };
  };
}

export type Pickups = Awaited<ReturnType<typeof startPickups>>;

/** The spender on a database of its own. */
export async function startPickups() {
  const place = await createTestDatabase();
  await runAdmin(place.adminUrl, table);
  const database = await openDatabase({ url: place.url, entities: [ParcelPickup] });
  const actor = { tenantId: randomUUID(), subject: "tester" };
  const write = <T>(work: (manager: EntityManager) => Promise<T>) => inTenant(database, actor.tenantId, work);

  /** `dieAfter`: the process dies there. */
  function order(
    carrier: PickupCarrier,
    { key, day }: PickupOrder,
    dieAfter: "claim" | "leaving" | "send" | null = null,
  ): Promise<Result<ParcelPickup | null>> {
    const claimedAt = performance.now();
    const request = { idempotencyKey: key, requestFingerprint: fingerprint({ day }) };
    const claim = async (manager: EntityManager) => {
      const id = `pup_${randomUUID()}`;
      const carrierReference = `S${readableCode(13)}`;
      await manager.insert(ParcelPickup, { ...newClaim(actor.tenantId, request), id, carrierReference, sentAt: null });
      await planLook(manager, ParcelPickup, id, sendWithin);
      return manager.findOneByOrFail(ParcelPickup, { id });
    };
    return settle(async () => {
      const claimed = await claimOnce({ database }, actor, kind, request, () => write(claim));
      if ("earlier" in claimed) return claimed.earlier;
      if (dieAfter === "claim") return null;
      const { own } = claimed;
      const timings = { sendWithin } as Parameters<typeof sendInTime>[0]["timings"];
      const send = async () => {
        const mayLeave = await write((manager) => noteLeaving(manager, ParcelPickup, own, 90));
        if (dieAfter === "leaving") throw new Error("died");
        return mayLeave ? carrier.order(own.carrierReference) : notSent("It had ended.");
      };
      const outcome = await sendInTime({ timings }, claimedAt, send).catch(() => null);
      if (outcome === null) return null;
      if (dieAfter === "send") return null;
      await persist(() => write((manager) => settlePickup(manager, own, outcome)));
      return write((manager) => manager.findOneByOrFail(ParcelPickup, { id: own.id }));
    });
  }

  /** What the worker does with one that is due. */
  async function lookAt(carrier: PickupCarrier, turn: Turn): Promise<void> {
    const claim = await write(async (manager) => {
      const due = await lockForLook(manager, ParcelPickup, turn);
      if (due === null || (await endNeverSent(manager, ParcelPickup, due, {}))) return null;
      return noteLook(manager, ParcelPickup, due, false);
    });
    if (claim === null) return;
    const isBooked = carrier.booked.includes(claim.carrierReference);
    const end = { state: "ORDERED", confirmation: `P-${claim.carrierReference}` };
    await write(async (manager) => {
      if (isBooked) await endClaim(manager, ParcelPickup, claim, end);
      else if (!(await giveUp(manager, ParcelPickup, claim, notCreatedAfter, { nextCheckAt: null })))
        await planAfterLook(manager, ParcelPickup, turn, 60);
    });
  }

  /** All that has a look planned is due, and `olderBy` seconds older; then the worker comes. */
  async function sweep(carrier: PickupCarrier, olderBy = 0): Promise<void> {
    const older = `update parcel_pickup set started_at = started_at - make_interval(secs => $1),
      next_check_at = case when next_check_at is not null then now() end`;
    await write((manager) => manager.query(older, [olderBy]));
    const errors: unknown[] = [];
    const due: DueRowKind = {
      ...{ sweep: "take_due_pickups", atOnce: 5 },
      work: (turn) => lookAt(carrier, turn),
      failed: (_, error) => errors.push(error),
    };
    const rows = new DueRows({ database }, due);
    while (await rows.take());
    await rows.settled();
    if (errors.length > 0) throw errors[0];
  }

  return {
    ...{ actor, write, order, sweep },
    all: () => write((manager) => manager.find(ParcelPickup, { order: { startedAt: "ASC", id: "ASC" } })),
    async close() {
      await closeDatabase(database);
      await place.drop();
    },
  };
}

/** Transaction two. */
export async function settlePickup(
  manager: EntityManager,
  claim: ParcelPickup,
  outcome: SpendOutcome<string>,
): Promise<void> {
  switch (outcome.kind) {
    case "ANSWERED":
      return void (await endClaim(manager, ParcelPickup, claim, { state: "ORDERED", confirmation: outcome.value }));
    case "REJECTED":
      return void (await endClaim(manager, ParcelPickup, claim, { state: "REJECTED" }));
    case "UNKNOWN":
      return void (await leaveOpen(manager, ParcelPickup, claim, {}));
    default:
      return void (await endUnsent(manager, ParcelPickup, claim, {}));
  }
}
