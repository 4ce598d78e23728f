import type { Scene } from "./scene.js";

/** One thing that goes wrong with a database while servers sell. */
export interface DatabaseFault<S extends Scene = Scene> {
  name: string;
  /** A purchase begins again within so many seconds of the moment that `happen` gives, and succeeds. */
  withinSeconds: number;
  /** The database loses what it acknowledged: what is lost by it is told, and no broken promise of ours. */
  mayLose?: boolean;
  /** Why it cannot be made here; null: it can. */
  missing?(): string | null;
  /** Resolves when it is over, or nothing more is done about it, with the moment from which buying again counts. */
  happen(scene: S): Promise<Date>;
}

/** Faults of one kind of scene. */
export interface FaultGroup<S extends Scene = Scene> {
  /** False: each fault has a scene of its own, because nothing is as it was after it. */
  isShared: boolean;
  buyers: number;
  missing?(): string | null;
  open(): Promise<S>;
  faults: DatabaseFault<S>[];
}
