import type { Failpoint } from "../../../../src/failpoints.js";

/** What a server is to do to itself when it has come to a failpoint so many times. */
export interface Order {
  id: number;
  failpoint: Failpoint;
  passage: number;
  /** KILL: ends at once, as in a power cut. FREEZE: stands still for `forMs`, as a suspended machine. */
  act: "KILL" | "FREEZE";
  forMs: number;
  /** Goes on at the next multiple of `forMs` of the clock that all processes have: in the same moment as others. */
  isInStep?: boolean;
}

/** Parent to server: all orders that hold from now on; whoever comes first carries an order out, and nobody else. */
export interface OrdersMessage {
  orders: Order[];
}

/** Server to parent: it stood still and goes on. */
export interface ThawedMessage {
  thawed: number;
}

/** A line of the log that all servers write together, in the order in which things happened. */
export interface LoggedPassage {
  /** Milliseconds of the machine's clock that never goes back: the same for all processes. */
  at: number;
  server: string;
  failpoint: Failpoint;
  id: string;
  turn?: string;
  /** The order that was carried out there. */
  order?: number;
}
