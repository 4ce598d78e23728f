import type { OperationName } from "../operation-name.js";
import { type Fault, standingKinds } from "./fault.js";

interface QueuedFault {
  fault: Fault;
  left: number;
}

/** Faults waiting to happen, in the order asked for. */
export class FaultQueue {
  #queue: QueuedFault[] = [];

  add(fault: Fault): void {
    this.#queue.push({ fault, left: fault.times ?? (standingKinds.has(fault.kind) ? Number.POSITIVE_INFINITY : 1) });
  }

  clear(): void {
    this.#queue = [];
  }

  /** The next event for this operation, used up by one; null when the operation is to behave. */
  take(operation: OperationName): Fault | null {
    return this.#use((fault) => isFor(fault, operation) && !standingKinds.has(fault.kind));
  }

  /** Whether the answer of this operation is to be written in this way. */
  takeWriting(operation: OperationName, kind: "SHAPE" | "NULLS"): boolean {
    return this.#use((fault) => isFor(fault, operation) && fault.kind === kind) !== null;
  }

  /** For how many seconds bookings stay invisible to this operation. */
  recoveryLagSeconds(operation: OperationName): number {
    const fault = this.#use((candidate) => isFor(candidate, operation) && candidate.kind === "RECOVERY_LAG");
    return fault?.kind === "RECOVERY_LAG" ? fault.seconds : 0;
  }

  #use(isWanted: (fault: Fault) => boolean): Fault | null {
    const found = this.#queue.find((entry) => isWanted(entry.fault));
    if (!found) return null;
    found.left -= 1;
    if (found.left <= 0) this.#queue = this.#queue.filter((entry) => entry !== found);
    return found.fault;
  }
}

function isFor(fault: Fault, operation: OperationName): boolean {
  return fault.operation === "ANY" || fault.operation === operation;
}
