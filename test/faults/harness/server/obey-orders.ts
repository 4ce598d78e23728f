import { subscribe } from "node:diagnostics_channel";
import { openSync, writeSync } from "node:fs";
import { failpointChannel, failpoints, type Passage } from "../../../../src/failpoints.js";
import { takeOrder, writeEpitaph } from "./epitaph.js";
import type { LoggedPassage, Order, OrdersMessage, ThawedMessage } from "./order.js";

/** Logs every passage, and carries out what the parent orders, in the very moment of the passage. */
export function obeyOrders(logFile: string, server: string): void {
  const log = openSync(logFile, "a");
  const left = new Map<number, number>();
  let orders: Order[] = [];
  process.on("message", (message: OrdersMessage) => {
    orders = message.orders;
  });
  const write = (line: Omit<LoggedPassage, "at" | "server">) => {
    writeSync(log, `${JSON.stringify({ at: clock(), server, ...line } satisfies LoggedPassage)}\n`);
  };
  const pass = (passage: Passage) => {
    const order = orders.find(({ failpoint, id, passage: nth }) => {
      if (failpoint !== passage.failpoint || left.get(id) === 0) return false;
      left.set(id, (left.get(id) ?? nth) - 1);
      return left.get(id) === 0 && takeOrder(logFile, id);
    });
    write({ ...passage, order: order?.id });
    if (order?.act === "KILL") writeEpitaph(logFile, server, order.id);
    if (order) carryOut(order);
  };
  for (const name of failpoints) subscribe(failpointChannel(name), (message) => pass(message as Passage));
}

function carryOut({ id, act, forMs, isInStep }: Order): void {
  if (act === "KILL") process.kill(process.pid, "SIGKILL");
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, isInStep ? forMs - (clock() % forMs) : forMs);
  process.send?.({ thawed: id } satisfies ThawedMessage);
}

/** Milliseconds: the same for all processes, and it never goes back. */
function clock(): number {
  return Number(process.hrtime.bigint() / 1_000_000n);
}
