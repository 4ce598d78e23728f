import type { OperationName } from "../operation-name.js";

/** A misbehaviour that a test asked for. README.md says what each one does. */
export type Fault = { operation: OperationName | "ANY"; times?: number } & FaultKind;

export type FaultKind =
  | { kind: "HANG"; seconds?: number }
  | { kind: "RESET_BEFORE" }
  | { kind: "LOSE_ANSWER" }
  | { kind: "HALF_BODY"; fraction?: number }
  | { kind: "BOOK_LATE"; afterSeconds: number }
  | { kind: "RATE_LIMIT"; retryAfter?: string }
  | { kind: "STATUS"; status: number; retryAfter?: string; afterProcessing?: boolean }
  | { kind: "HTML"; status?: number; afterProcessing?: boolean }
  | { kind: "DELAY"; seconds: number }
  | { kind: "HOLD" }
  | { kind: "RECOVERY_LAG"; seconds: number }
  | { kind: "REDIRECT"; location: string }
  | { kind: "HUGE_BODY"; megabytes: number }
  | { kind: "UNAUTHORIZED" }
  | { kind: "REFUSE"; code: string; status?: number; afterProcessing?: boolean }
  | { kind: "HEADER_REFUSAL"; code?: string; status?: number; body?: "NONE" | "EMPTY_OBJECT" | "HTML" }
  | { kind: "LABEL"; image: LabelImage; named?: string }
  | { kind: "SHAPE" }
  | { kind: "NULLS" };

/** Other images than the label that UPS draws; what is no picture stays where it would have to be redrawn. */
export const labelImages = [
  ...(["DOT", "HTML", "NOISE", "EMPTY", "LINES", "DATA_URL"] as const),
  ...(["PNG", "JPEG", "UPRIGHT", "LONG", "ODD", "HUGE"] as const),
] as const;
export type LabelImage = (typeof labelImages)[number];

/** These are settings rather than events: without `times` they stay until cleared. */
export const standingKinds: ReadonlySet<Fault["kind"]> = new Set(["RECOVERY_LAG", "SHAPE", "NULLS"]);
