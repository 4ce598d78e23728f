import type { CallCounts } from "./faults/call-counts.js";
import type { DeferredWork } from "./faults/deferred-work.js";
import type { FaultQueue } from "./faults/fault-queue.js";
import type { HeldRequests } from "./faults/held-requests.js";
import type { Ledger } from "./ledger/ledger.js";
import type { TokenStore } from "./products/token/token-store.js";
import type { TrackingStyle } from "./products/tracking/answer-style.js";
import type { RequestLog } from "./request-log.js";
import type { SimulatedClock } from "./simulated-clock.js";

/** Everything one running simulator knows. */
export interface Simulator {
  clock: SimulatedClock;
  ledger: Ledger;
  tokens: TokenStore;
  faults: FaultQueue;
  counts: CallCounts;
  deferred: DeferredWork;
  held: HeldRequests;
  requests: RequestLog;
  /** Raises or lowers every base price, so that a purchase can cost more than its quote. */
  prices: { factor: number };
  /** In which of its ways tracking answers. */
  trackingStyle: TrackingStyle;
}
