import type { Sides } from "./whole-units.js";

/** A cuboid inside a box, from its inner corner; micrometres. */
export interface Cuboid {
  at: Sides;
  sides: Sides;
}

const axes = [0, 1, 2] as const;

/**
 * What is left free of a box: the largest empty cuboids in it, which may share space. Whatever lies within one of them
 * overlaps nothing that was placed before.
 */
export class FreeSpaces {
  #spaces: Cuboid[];

  constructor(box: Sides) {
    this.#spaces = [{ at: [0, 0, 0], sides: box }];
  }

  /** How many there are to be tried. */
  get count(): number {
    return this.#spaces.length;
  }

  /** The lowest place, then the hindmost, then the leftmost, for one of the turns; of two turns the earlier. Null: none. */
  findPlace(turns: readonly Sides[]): Cuboid | null {
    let best: Cuboid | null = null;
    for (const { at, sides } of this.#spaces) {
      if (best && !isBefore(at, best.at)) continue;
      const turn = turns.find((turn) => axes.every((axis) => turn[axis] <= sides[axis]));
      if (turn) best = { at, sides: turn };
    }
    return best;
  }

  /** Takes what is placed out of every free space. `least`: the shortest side of all to come. Answers how much work it was. */
  take(placed: Cuboid, least: number): number {
    const untouched: Cuboid[] = [];
    const parts: Cuboid[] = [];
    for (const space of this.#spaces) {
      if (overlap(space, placed)) parts.push(...partsBeside(space, placed).filter((part) => isUseful(part, least)));
      else untouched.push(space);
    }
    const kept = parts.filter(
      (part, index) =>
        !untouched.some((space) => isWithin(part, space)) &&
        !parts.some(
          (whole, place) => place !== index && isWithin(part, whole) && (place < index || !isWithin(whole, part)),
        ),
    );
    this.#spaces = [...untouched, ...kept];
    return this.#spaces.length + parts.length * (untouched.length + parts.length);
  }
}

function isBefore(a: Sides, b: Sides): boolean {
  return a[2] !== b[2] ? a[2] < b[2] : a[1] !== b[1] ? a[1] < b[1] : a[0] < b[0];
}

const isUseful = ({ sides }: Cuboid, least: number) => sides[0] >= least && sides[1] >= least && sides[2] >= least;

// These two are asked most of all: written out, a plan takes half the time.
function overlap({ at: a, sides: s }: Cuboid, { at: b, sides: t }: Cuboid): boolean {
  if (a[0] >= b[0] + t[0] || b[0] >= a[0] + s[0]) return false;
  if (a[1] >= b[1] + t[1] || b[1] >= a[1] + s[1]) return false;
  return a[2] < b[2] + t[2] && b[2] < a[2] + s[2];
}

function isWithin({ at: a, sides: s }: Cuboid, { at: b, sides: t }: Cuboid): boolean {
  if (a[0] < b[0] || a[0] + s[0] > b[0] + t[0]) return false;
  if (a[1] < b[1] || a[1] + s[1] > b[1] + t[1]) return false;
  return a[2] >= b[2] && a[2] + s[2] <= b[2] + t[2];
}

/** The largest cuboids of a space on either side of what was placed in it, along each axis. */
function partsBeside(space: Cuboid, placed: Cuboid): Cuboid[] {
  return axes.flatMap((axis) => {
    const start = space.at[axis];
    const end = start + space.sides[axis];
    const before = { from: start, to: placed.at[axis] };
    const after = { from: placed.at[axis] + placed.sides[axis], to: end };
    return [before, after].filter(({ from, to }) => to > from).map(({ from, to }) => cut(space, axis, from, to));
  });
}

function cut({ at, sides }: Cuboid, axis: 0 | 1 | 2, from: number, to: number): Cuboid {
  const replace = (whole: Sides, value: number): Sides =>
    [axis === 0 ? value : whole[0], axis === 1 ? value : whole[1], axis === 2 ? value : whole[2]] as const;
  return { at: replace(at, from), sides: replace(sides, to - from) };
}
