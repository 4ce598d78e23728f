import type { PackableItem } from "./packing-plan.js";
import { inNanograms, type Sides, sidesOf, volumeOf } from "./whole-units.js";

/** One of the goods, in whole units. */
export interface Piece {
  itemIndex: number;
  /** Nanograms. */
  weight: number;
  /** Null: unknown. */
  sides: Sides | null;
  /** Cubic millimetres; 0: unknown. */
  volume: number;
  shipAlone: boolean;
  /** The ways in which it may lie: none twice. */
  turns: readonly Sides[];
}

/** Every piece of every item: the largest first, equal ones as they were given, those of unknown size last and heaviest first. */
export function piecesOf(items: PackableItem[]): Piece[] {
  return items
    .flatMap((item, itemIndex) => new Array<Piece>(item.quantity).fill(pieceOf(item, itemIndex)))
    .sort((a, b) => b.volume - a.volume || longest(b) - longest(a) || b.weight - a.weight || a.itemIndex - b.itemIndex);
}

function pieceOf({ weight, dimensions, shipAlone, keepUpright }: PackableItem, itemIndex: number): Piece {
  const sides = dimensions ? sidesOf(dimensions) : null;
  return {
    itemIndex,
    weight: inNanograms(weight),
    sides,
    volume: sides ? volumeOf(sides) : 0,
    shipAlone: shipAlone ?? false,
    turns: sides ? turnsOf(sides, keepUpright ?? false) : [],
  };
}

const longest = ({ sides }: Piece) => (sides ? Math.max(...sides) : 0);

/** Lying flat first, which stands best; upright goods are only turned about. */
function turnsOf([length, width, height]: Sides, isUpright: boolean): Sides[] {
  const upright: Sides[] = [
    [length, width, height],
    [width, length, height],
  ];
  const lying: Sides[] = [
    [length, height, width],
    [height, length, width],
    [width, height, length],
    [height, width, length],
  ];
  const turns = isUpright ? upright : [...upright, ...lying].sort((a, b) => a[2] - b[2]);
  return [...new Map(turns.map((turn) => [turn.join(), turn])).values()];
}

/** Where no packaging has a size, that of goods says nothing. */
export function withoutSize(piece: Piece): Piece {
  return { ...piece, sides: null, volume: 0, turns: [] };
}
