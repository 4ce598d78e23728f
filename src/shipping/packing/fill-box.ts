import { type Cuboid, FreeSpaces } from "./free-spaces.js";
import type { Piece } from "./pieces.js";
import type { Sides } from "./whole-units.js";

/** Packaging in whole units. */
export interface Box {
  inner: Sides;
  /** Cubic millimetres of the inside. */
  volume: number;
  /** What it may hold, its tare taken off; nanograms. */
  mostContents: number;
}

export interface Stowed {
  piece: Piece;
  /** Null: somewhere in the box. */
  place: Cuboid | null;
}

export interface Filled {
  inside: Stowed[];
  left: Piece[];
}

/** Looked at places that are left to a plan; from zero on nothing is arranged any more. */
export interface Work {
  left: number;
}

/** Undefined: the box has no room for it. */
type Stow = (piece: Piece, index: number) => Cuboid | null | undefined;

/** Rounding of each weight to whole nanograms is forgiven. */
const weightNoise = 1_000;

/** Pieces without places fill a box up to here: goods leave gaps. */
const fullByVolume = 0.7;

export function fitsWeight(weight: number, { mostContents }: Box): boolean {
  return weight <= mostContents + weightNoise;
}

/** Whether a piece fits the empty box, one way or another; what has no known size always does. */
export function fitsSize({ sides, turns }: Piece, { inner }: Box): boolean {
  return sides === null || turns.some((turn) => turn.every((side, axis) => side <= inner[axis]!));
}

/**
 * Puts into an empty box what it can hold of the pieces, in their order. Nothing overlaps, is outside, or is heavier than
 * the box takes. `whole`: stops at the first piece that does not fit.
 */
export function fillBox(pieces: Piece[], box: Box, work: Work, { whole }: { whole: boolean }): Filled {
  const stow = work.left > 0 ? arranging(pieces, box, work) : loosely(box);
  const filled: Filled = { inside: [], left: [] };
  let weight = 0;
  for (const [index, piece] of pieces.entries()) {
    const place = fitsWeight(weight + piece.weight, box) ? stow(piece, index) : undefined;
    if (place === undefined) filled.left.push(piece);
    else filled.inside.push({ piece, place });
    if (place !== undefined) weight += piece.weight;
    else if (whole) return { ...filled, left: [...filled.left, ...pieces.slice(index + 1)] };
  }
  return filled;
}

/** Each piece where it lies lowest. */
function arranging(pieces: Piece[], box: Box, work: Work): Stow {
  const spaces = new FreeSpaces(box.inner);
  const shortest = shortestAfter(pieces);
  /** Space only becomes less, so that equal pieces need not be tried again. */
  const refused = new Set<Piece["turns"]>();
  return (piece, index) => {
    if (piece.sides === null) return null;
    if (refused.has(piece.turns) || work.left <= 0) return undefined;
    const place = spaces.findPlace(piece.turns);
    work.left -= spaces.count;
    if (place) work.left -= spaces.take(place, shortest[index] as number);
    else refused.add(piece.turns);
    return place ?? undefined;
  };
}

/** By volume, for which one piece by itself may leave no gap. */
function loosely(box: Box): Stow {
  let volume = 0;
  return (piece) => {
    const isTooMuch = volume > 0 && volume + piece.volume > box.volume * fullByVolume;
    if (isTooMuch || !fitsSize(piece, box)) return undefined;
    volume += piece.volume;
    return null;
  };
}

/** Of each place in the list: the shortest side of all pieces after it. */
function shortestAfter(pieces: Piece[]): number[] {
  const shortest = new Array<number>(pieces.length);
  let least = Number.POSITIVE_INFINITY;
  for (let index = pieces.length - 1; index >= 0; index -= 1) {
    shortest[index] = least;
    least = Math.min(least, ...(pieces[index]?.sides ?? []));
  }
  return shortest;
}
