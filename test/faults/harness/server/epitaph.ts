import { closeSync, openSync, readFileSync, writeFileSync } from "node:fs";

/** Takes an order that every server has been given. False: another one was first. */
export function takeOrder(passages: string, order: number): boolean {
  try {
    closeSync(openSync(`${passages}.order-${order}`, "wx"));
    return true;
  } catch {
    return false;
  }
}

/** By which order a server ended itself: written in its last moment, when no message leaves it any more. */
export function writeEpitaph(passages: string, server: string, order: number): void {
  writeFileSync(fileOf(passages, server), String(order));
}

/** Null: it was no order. */
export function readEpitaph(passages: string, server: string): number | null {
  try {
    return Number(readFileSync(fileOf(passages, server), "utf8"));
  } catch {
    return null;
  }
}

const fileOf = (passages: string, server: string) => `${passages}.${server}`;
