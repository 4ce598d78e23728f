import { whileAside } from "../admission/work.js";

/** Of one link, at once. More bytes than that it has for one file alone. */
const mostOpen = 4;
const mostBytes = 16 * 1_048_576;

/** What one client does with a link. */
export interface LinkUse {
  /** Reads when those who came before have. */
  inTurn<T>(read: () => Promise<T>): Promise<T>;
  /** Its clients would have too much of the memory. */
  isFull(): boolean;
  hold(bytes: number): void;
  close(): void;
}

/** One link, for as long as somebody has it open. */
interface OpenLink {
  open: number;
  /** Of files that were read for it and that clients have not taken yet. */
  bytes: number;
  /** Of the file, as it was read last. */
  size: number;
  /** Resolves when whoever came last has read it. */
  turn: Promise<void>;
}

/**
 * Whoever has a link may hand it on, and nobody knows how many then open it: they share a small part of its tenant's
 * memory, and one reads it after the other.
 */
export class OpenLinks {
  readonly #links = new Map<string, OpenLink>();

  get size(): number {
    return this.#links.size;
  }

  /** Null: too many have it open. `close` is to be called once, whatever became of it. */
  open(link: string): LinkUse | null {
    const state = this.#links.get(link) ?? { open: 0, bytes: 0, size: 0, turn: Promise.resolve() };
    if (state.open >= mostOpen) return null;
    this.#links.set(link, state);
    state.open += 1;
    let held = 0;
    return {
      inTurn: (read) => inTurn(state, read),
      isFull: () => state.bytes > 0 && state.bytes + state.size > mostBytes,
      hold(bytes) {
        held = bytes;
        state.bytes += bytes;
        state.size = bytes;
      },
      close: () => {
        state.open -= 1;
        state.bytes -= held;
        if (state.open === 0) this.#links.delete(link);
      },
    };
  }
}

async function inTurn<T>(state: OpenLink, read: () => Promise<T>): Promise<T> {
  const before = state.turn;
  let end = () => {};
  state.turn = new Promise((resolve) => {
    end = resolve;
  });
  await whileAside(() => before);
  return read().finally(() => end());
}
