import { ownBox, type Packaging, packagings, plannedBox } from "./boxes.js";
import { chooseBox, fitsAlone } from "./choose-box.js";
import type { Work } from "./fill-box.js";
import type { PackableItem, PackedPackage, PackingOptions, PackingPlan, PlannedBox, Template } from "./packing-plan.js";
import { type Piece, piecesOf, withoutSize } from "./pieces.js";
import { unpackedItems, whyUnfit } from "./unpacked-items.js";
import { inNanograms } from "./whole-units.js";

/** Some ten milliseconds: enough to arrange two hundred unequal pieces. */
const usualWork = 2_000_000;

/**
 * Packs goods into few and small boxes of the templates; without templates by weight, up to what the carrier takes. The
 * same goods, templates and options give the same plan. What cannot be packed is told with its reason. Weights, sizes and
 * quantities are more than zero; the time it takes grows with the pieces, up to a bound (`mostWork`).
 */
export function packItems(items: PackableItem[], templates: Template[], options: PackingOptions): PackingPlan {
  const boxes = packagings(templates, options);
  const { packable, own, unfit } = sorted(items, boxes, options);
  const work = { left: options.mostWork ?? usualWork };
  const packed = packAll(packable, boxes, work, options);
  const ownBoxes = own.map((piece) => ownBox(piece, items[piece.itemIndex]!, options));
  const rest = options.mostPackages - packed.boxes.length;
  const tooMany = [...packed.left, ...own.slice(rest)].map((piece) => ({
    piece,
    reason: "TOO_MANY_PACKAGES" as const,
  }));
  return {
    items,
    boxes: [...packed.boxes, ...ownBoxes.slice(0, rest)],
    unpacked: unpackedItems([...unfit.map((piece) => ({ piece, reason: whyUnfit(piece, boxes) })), ...tooMany]),
  };
}

/** What fits some packaging; what needs none, because it ships alone and brings a size; and the rest. */
function sorted(items: PackableItem[], boxes: Packaging[], { heaviest, isTaken }: PackingOptions) {
  const templated = boxes.filter(({ template }) => template !== null);
  const most = inNanograms(heaviest);
  const parts: Record<"packable" | "own" | "unfit", Piece[]> = { packable: [], own: [], unfit: [] };
  for (const piece of piecesOf(items)) {
    const { dimensions } = items[piece.itemIndex]!;
    const mayBeOwn = piece.shipAlone && dimensions != null && piece.weight <= most && (isTaken?.(dimensions) ?? true);
    const fits = (mayBeOwn ? templated : boxes).some((box) => fitsAlone(piece, box));
    parts[fits ? "packable" : mayBeOwn ? "own" : "unfit"].push(piece);
  }
  return templated.length > 0 ? parts : { ...parts, packable: parts.packable.map(withoutSize).sort(byWeight) };
}

const byWeight = (a: Piece, b: Piece) => b.weight - a.weight || a.itemIndex - b.itemIndex;

/** Box after box, each begun with the largest piece that is left; what ships alone comes last. */
function packAll(pieces: Piece[], boxes: Packaging[], work: Work, options: PackingOptions) {
  const packed: { boxes: PlannedBox[]; left: Piece[] } = { boxes: [], left: [] };
  const alone = pieces.filter(({ shipAlone }) => shipAlone);
  let left = pieces.filter(({ shipAlone }) => !shipAlone);
  const pack = (together: Piece[]): Piece[] => {
    const choice = chooseBox(together, boxes, work);
    if (choice) packed.boxes.push(plannedBox(choice, options));
    return choice?.left ?? together;
  };
  while (left.length > 0 && packed.boxes.length < options.mostPackages) left = pack(left);
  packed.left.push(...left);
  for (const piece of alone)
    packed.left.push(...(packed.boxes.length < options.mostPackages ? pack([piece]) : [piece]));
  return packed;
}

/** What the parts of a shipment say of the boxes: to be priced and bought as they are. */
export function packagesOf({ items, boxes }: PackingPlan): PackedPackage[] {
  return boxes.map(({ grossWeight, dimensions, packageType, items: boxed }) => ({
    weight: grossWeight,
    dimensions,
    packageType,
    items: boxed.map(({ itemIndex, quantity }) => packedItem(items[itemIndex]!, quantity)),
  }));
}

function packedItem({ dimensions, shipAlone, keepUpright, ...item }: PackableItem, quantity: number) {
  return { ...item, quantity };
}
