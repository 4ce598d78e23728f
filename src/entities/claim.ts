import { Column } from "typeorm";
import { TenantRow } from "./tenant-row.js";
import { InstantColumn } from "./values/columns.js";

/**
 * What must be done at most once for a key, written down before anything is sent and open until its outcome is known.
 * Each kind of claim is a table of its own, with what else is kept of it; `shipping/claim` works on all of them.
 */
export abstract class Claim extends TenantRow {
  /** Null once the key is free again: the carrier provably never processed the request. */
  @Column({ type: "text", nullable: true })
  idempotencyKey!: string | null;

  /** Of the input that the key stands for. */
  @Column({ type: "text" })
  requestFingerprint!: string;

  /** PENDING from the claim on, UNKNOWN where there is no clear answer: these two are open. Else how it ended. */
  @Column({ type: "text" })
  state!: string;

  @InstantColumn({ default: () => "now()" })
  startedAt!: string;

  /** Null while it is open. */
  @InstantColumn({ nullable: true })
  finishedAt!: string | null;

  /** When somebody is to look what became of it; null: there is nothing more to find out. */
  @InstantColumn({ nullable: true })
  nextCheckAt!: string | null;
}

/** A claim that can be looked up at the carrier when its answer is lost, by the reference that it was sent with. */
export abstract class TracedClaim extends Claim {
  /** Unique, and never used again. */
  @Column({ type: "text" })
  carrierReference!: string;

  /**
   * When the first byte may have left for the carrier; null: nothing did. The default is for servers of the version
   * before, which do not write it and send all the same.
   */
  @InstantColumn({ nullable: true, default: () => "now()" })
  sentAt!: string | null;

  /** How often the carrier was asked what became of it. */
  @Column({ type: "integer", default: 0 })
  checks!: number;
}
