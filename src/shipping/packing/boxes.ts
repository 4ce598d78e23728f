import type { BillableWeight } from "../../carrier/packaging.js";
import type { Choice } from "./choose-box.js";
import type { Box, Stowed } from "./fill-box.js";
import type { BoxedItem, PackableItem, PackingMethod, PackingOptions, PlannedBox, Template } from "./packing-plan.js";
import type { Piece } from "./pieces.js";
import { fromMicrometres, fromNanograms, inNanograms, sidesOf, volumeOf } from "./whole-units.js";

/** Packaging of a template, or of which nothing is known but what the carrier takes. */
export interface Packaging extends Box {
  template: Template | null;
  /** Nanograms. */
  tare: number;
  outerVolume: number;
}

/** Those that the carrier takes, the smallest first. */
export function packagings(templates: Template[], options: PackingOptions): Packaging[] {
  if (templates.length === 0) return [weightOnly(options)];
  return templates
    .filter(({ outerDimensions }) => options.isTaken?.(outerDimensions) ?? true)
    .map((template) => packagingOf(template, options))
    .sort((a, b) => a.outerVolume - b.outerVolume || a.volume - b.volume || a.mostContents - b.mostContents);
}

function packagingOf(template: Template, { heaviest }: PackingOptions): Packaging {
  const inner = sidesOf(template.innerDimensions);
  const tare = inNanograms(template.tareWeight);
  return {
    template,
    tare,
    inner,
    volume: volumeOf(inner),
    outerVolume: volumeOf(sidesOf(template.outerDimensions)),
    mostContents: Math.min(inNanograms(template.maxWeight), inNanograms(heaviest)) - tare,
  };
}

function weightOnly({ heaviest }: PackingOptions): Packaging {
  const endless = Number.POSITIVE_INFINITY;
  const size = { inner: [endless, endless, endless], volume: endless, outerVolume: endless } as const;
  return { ...size, template: null, tare: 0, mostContents: inNanograms(heaviest) };
}

/** The box as it is answered. */
export function plannedBox({ box, inside }: Choice<Packaging>, options: PackingOptions): PlannedBox {
  const { template, tare } = box;
  return completed(
    {
      template,
      method: methodOf(inside, template),
      items: boxedItems(inside, template),
      dimensions: template?.outerDimensions ?? null,
      packageType: template?.packageTypeCode ?? options.packageType,
    },
    inside.reduce((sum, { piece }) => sum + piece.weight, tare),
    options,
  );
}

/** A piece that ships as it is. */
export function ownBox(piece: Piece, { dimensions }: PackableItem, options: PackingOptions): PlannedBox {
  const items = [{ itemIndex: piece.itemIndex, quantity: 1, placements: [] }];
  const parts = { template: null, method: "OWN_PACKAGING", items, dimensions: dimensions ?? null } as const;
  return completed({ ...parts, items, packageType: options.packageType }, piece.weight, options);
}

function completed(
  parts: Omit<PlannedBox, "grossWeight" | "billable">,
  weight: number,
  { heaviest, billableWeight = asWeighed }: PackingOptions,
): PlannedBox {
  const grossWeight = { value: fromNanograms(weight, heaviest.unit), unit: heaviest.unit };
  const { dimensions, packageType } = parts;
  return { ...parts, grossWeight, billable: billableWeight({ weight: grossWeight, dimensions, packageType }) };
}

function asWeighed({ weight }: { weight: PlannedBox["grossWeight"] }): BillableWeight {
  return { weight, basis: "ACTUAL", dimensional: null };
}

function methodOf(inside: Stowed[], template: Template | null): PackingMethod {
  if (template === null || inside.some(({ piece }) => piece.sides === null)) return "BY_WEIGHT";
  return inside.every(({ place }) => place !== null) ? "ARRANGED" : "BY_VOLUME";
}

function boxedItems(inside: Stowed[], template: Template | null): BoxedItem[] {
  const byItem = new Map<number, BoxedItem>();
  for (const { piece, place } of inside) {
    const boxed = byItem.get(piece.itemIndex) ?? { itemIndex: piece.itemIndex, quantity: 0, placements: [] };
    boxed.quantity += 1;
    if (place && template) boxed.placements.push(placementOf(place, template.innerDimensions.unit));
    byItem.set(piece.itemIndex, boxed);
  }
  return [...byItem.values()].sort((a, b) => a.itemIndex - b.itemIndex);
}

function placementOf({ at, sides }: NonNullable<Stowed["place"]>, unit: "IN" | "CM") {
  const [x, y, z] = [fromMicrometres(at[0], unit), fromMicrometres(at[1], unit), fromMicrometres(at[2], unit)];
  const [length, width, height] = sides.map((side) => fromMicrometres(side, unit)) as [number, number, number];
  return { x, y, z, length, width, height };
}
