import { type Channel, channel } from "node:diagnostics_channel";

/**
 * Moments between two steps that must both happen, or neither: where a crash tells most. Each is a channel of Node's
 * `diagnostics_channel`, so that a test can end the process there; without a subscriber it does nothing.
 */
export const failpoints = [
  // A purchase, in the order of its steps; `…ing` stands before a commit, inside the transaction.
  "spend.counted",
  "purchase.claimed",
  "return.claimed",
  "purchase.sending",
  "purchase.leaving",
  "purchase.answered",
  "purchase.kept",
  "purchase.settling",
  "purchase.settled",
  "generated-return.ordered",
  "generated-return.bought",
  // A look at one that is open, and bookings that nobody wants.
  "look.taken",
  "look.beginning",
  "booking.adopting",
  "booking.adopted",
  "unwanted.noted",
  "unwanted.voided",
  "unwanted.settled",
  // A void.
  "void.marked",
  "void.answered",
  "void.settling",
  "void.settled",
  // Documents.
  "upload.claimed",
  "upload.answered",
  "upload.stored",
  "attach.planned",
  "attach.answered",
  // Following a package.
  "poll.begun",
  "poll.answered",
  "poll.stored",
] as const;

export type Failpoint = (typeof failpoints)[number];

/** What to subscribe to. */
export const failpointChannel = (failpoint: Failpoint): string => `shipping-subgraph:failpoint:${failpoint}`;

const channels = new Map<Failpoint, Channel>(failpoints.map((name) => [name, channel(failpointChannel(name))]));

/** What subscribers are told. */
export interface Passage {
  failpoint: Failpoint;
  /** Id of the row that it is about. */
  id: string;
  /** Of a look, the turn it is made in: `Turn.takenUntil`. */
  turn?: string;
}

/** Says that the moment has come. */
export function reach(failpoint: Failpoint, id: string, turn?: string): void {
  channels.get(failpoint)?.publish({ failpoint, id, turn } satisfies Passage);
}
