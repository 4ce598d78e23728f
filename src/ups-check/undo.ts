import { recoveryPath, serialiseRecovery } from "../ups/shipping/serialise-recovery.js";
import type { Own, Probe, SideAnswer } from "./probe.js";
import { deletionOf } from "./probes/documents.js";
import { voidOf } from "./probes/shipping.js";
import { documentNumberOf, foundNumbersOf, isUndoneBy, shipmentNumberOf } from "./read-answers.js";
import type { Side } from "./side.js";

/** What stays at UPS although it should not: the probe that made it, by which a person can tell it. */
export interface LeftOver {
  probe: string;
  why: string;
}

export const describeLeft = ({ probe, why }: LeftOver) => `LEFT AT UPS by "${probe}": ${why}`;

/** Takes back what the probes left: labels are voided, documents deleted, bookings whose answer was lost looked for. */
export async function undoAll(side: Side, probes: readonly Probe[]): Promise<LeftOver[]> {
  const left: LeftOver[] = [];
  for (const probe of probes.filter(({ leaves }) => leaves !== undefined)) {
    const answer = side.own.answer(probe.name);
    if (answer === null || isTakenBack(side.own, probe, probes)) continue;
    const why =
      probe.leaves === "SHIPMENT" ? await voidBooking(side, probe, answer) : await deleteDocument(side, answer);
    if (why !== null) left.push({ probe: probe.name, why });
  }
  return left;
}

function isTakenBack(own: Own, { name }: Probe, probes: readonly Probe[]): boolean {
  return probes.some((probe) => probe.undoes === name && isUndoneBy(own.answer(probe.name)));
}

/** Null: nothing is left. */
async function voidBooking(side: Side, { name }: Probe, answer: SideAnswer): Promise<string | null> {
  const number = shipmentNumberOf(answer);
  const numbers = number === null ? await findLost(side, name, answer) : [number];
  for (const booked of numbers ?? []) {
    // UPS's test host gives placeholders for numbers: nothing is booked under them.
    if (booked.includes("XXXX")) continue;
    if (!isUndoneBy(await side.send(voidOf(booked)))) return "UPS has not said that it is voided";
  }
  return numbers === null ? "whether it was booked is not known" : null;
}

/** By our reference; empty: it was refused, in UPS's words. Null: UPS does not say. */
async function findLost(side: Side, probe: string, answer: SideAnswer): Promise<string[] | null> {
  if (answer.isRefusal) return [];
  const { account } = side.own;
  const body = serialiseRecovery(account, { labelFormat: "GIF", carrierReference: side.own.reference(probe) });
  const found = await side.send({ method: "POST", path: recoveryPath, body });
  const numbers = foundNumbersOf(found);
  return numbers.length > 0 ? numbers : null;
}

async function deleteDocument(side: Side, answer: SideAnswer): Promise<string | null> {
  const number = documentNumberOf(answer);
  if (number === null) return answer.isRefusal ? null : "whether it was stored is not known";
  return isUndoneBy(await side.send(deletionOf(side.own, number))) ? null : "UPS has not said that it is deleted";
}
