import type { Packaging } from "./boxes.js";
import { fitsWeight } from "./fill-box.js";
import type { UnpackedItem, UnpackedReason } from "./packing-plan.js";
import type { Piece } from "./pieces.js";

const messages: Record<UnpackedReason, string> = {
  TOO_HEAVY: "One piece is heavier than any of the packages may be.",
  TOO_LARGE: "One piece fits none of the packages that carry its weight.",
  TOO_MANY_PACKAGES: "It would need more packages than one shipment may have.",
};

/** Why a piece that fits no packaging does not. No packaging: the carrier takes none in its size. */
export function whyUnfit(piece: Piece, boxes: Packaging[]): UnpackedReason {
  const isCarried = boxes.length === 0 || boxes.some((box) => fitsWeight(piece.weight, box));
  return isCarried ? "TOO_LARGE" : "TOO_HEAVY";
}

/** Pieces of one item for one reason together, in the order of the items. */
export function unpackedItems(pieces: { piece: Piece; reason: UnpackedReason }[]): UnpackedItem[] {
  const byItem = new Map<string, UnpackedItem>();
  for (const { piece, reason } of pieces) {
    const key = `${piece.itemIndex} ${reason}`;
    const quantity = (byItem.get(key)?.quantity ?? 0) + 1;
    byItem.set(key, { itemIndex: piece.itemIndex, quantity, reason, message: messages[reason] });
  }
  return [...byItem.values()].sort((a, b) => a.itemIndex - b.itemIndex);
}
