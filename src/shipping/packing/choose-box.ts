import { type Box, type Filled, fillBox, fitsSize, fitsWeight, type Work } from "./fill-box.js";
import type { Piece } from "./pieces.js";

export interface Choice<B extends Box> extends Filled {
  box: B;
}

/**
 * The box for the first of the pieces, and for as many of the others as go in with it: the smallest that holds all, else
 * the one that holds most. `boxes`: the smallest first, one of which holds the first piece. Null: none does.
 */
export function chooseBox<B extends Box>(pieces: Piece[], boxes: B[], work: Work): Choice<B> | null {
  const forAll = smallestFor(pieces, boxes, work);
  if (forAll) return forAll;
  const fullest = largest(boxes.filter((box) => fitsAlone(pieces[0]!, box)))
    .map((box) => ({ box, ...fillBox(pieces, box, work, { whole: false }) }))
    .reduce<Choice<B> | null>((best, choice) => (best && !holdsMore(choice, best) ? best : choice), null);
  if (fullest === null) return null;
  const inside = fullest.inside.map(({ piece }) => piece);
  const smaller = boxes.slice(0, boxes.indexOf(fullest.box));
  return { ...fullest, ...smallestFor(inside, smaller, work), left: fullest.left };
}

export function fitsAlone(piece: Piece, box: Box): boolean {
  return fitsWeight(piece.weight, box) && fitsSize(piece, box);
}

function smallestFor<B extends Box>(pieces: Piece[], boxes: B[], work: Work): Choice<B> | null {
  const weight = pieces.reduce((sum, piece) => sum + piece.weight, 0);
  const volume = pieces.reduce((sum, piece) => sum + piece.volume, 0);
  const kinds = [...new Set(pieces)];
  for (const box of boxes) {
    const isHopeless = !fitsWeight(weight, box) || volume > box.volume || !kinds.every((kind) => fitsSize(kind, box));
    if (isHopeless) continue;
    const filled = fillBox(pieces, box, work, { whole: true });
    if (filled.left.length === 0) return { box, ...filled };
  }
  return null;
}

/** Enough of them to find the fullest: of the roomiest, and of those that carry most. */
function largest<B extends Box>(boxes: B[]): B[] {
  const roomiest = [...boxes].sort((a, b) => b.volume - a.volume).slice(0, 3);
  const strongest = [...boxes].sort((a, b) => b.mostContents - a.mostContents).slice(0, 2);
  return boxes.filter((box) => roomiest.includes(box) || strongest.includes(box));
}

/** By volume, then by pieces where volumes are unknown. */
function holdsMore(a: Filled, b: Filled): boolean {
  const difference = volumeIn(a) - volumeIn(b);
  return difference !== 0 ? difference > 0 : a.inside.length > b.inside.length;
}

const volumeIn = ({ inside }: Filled) => inside.reduce((sum, { piece }) => sum + piece.volume, 0);
