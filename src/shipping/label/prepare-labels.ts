import { createHash } from "node:crypto";
import type { CarrierAdapter } from "../../carrier/adapter.js";
import type { LabelFile as CarrierLabel, LabelFileFormat, LabelFormat, LabelSize } from "../../carrier/shipping.js";
import type { ShippingDeps } from "../deps.js";

/** A label ready to be stored: the carrier's bytes, and what was made of them where another format was wanted. */
export interface PreparedLabel {
  carrier: CarrierLabel;
  derived: CarrierLabel | null;
  /** Of what is printed. */
  size: LabelSize;
  /** Null: it is what was wanted. */
  flaw: LabelFlaw | null;
}

/**
 * What is wrong with a label. UNREADABLE: it is none. SIZE_UNKNOWN: nobody knows its scale, so that its barcodes may not
 * read. OTHER_SIZE, OTHER_FORMAT: it prints, but not as it was wanted.
 */
export type LabelFlaw = "UNREADABLE" | "SIZE_UNKNOWN" | "OTHER_SIZE" | "OTHER_FORMAT";

export function isPrintable({ flaw }: Pick<PreparedLabel, "flaw">): boolean {
  return flaw !== "UNREADABLE" && flaw !== "SIZE_UNKNOWN";
}

/** One for each, in order; null where the carrier gave none. A page that cannot be made leaves the image. */
export async function prepareLabels(
  deps: Pick<ShippingDeps, "log">,
  adapter: CarrierAdapter,
  labels: (CarrierLabel | null)[],
  wanted: LabelFormat,
): Promise<(PreparedLabel | null)[]> {
  const prepared: (PreparedLabel | null)[] = [];
  for (let from = 0; from < labels.length; from += mostAtOnce) {
    const group = labels.slice(from, from + mostAtOnce);
    prepared.push(...(await Promise.all(group.map((label) => label && prepareLabel(deps, adapter, label, wanted)))));
  }
  return prepared;
}

/** A bitmap being turned takes megabytes: 200 at once would be too much for a small server, after it has paid. */
const mostAtOnce = 4;

const pictures: ReadonlySet<LabelFileFormat> = new Set(["GIF", "PNG", "JPEG"]);
const noLabels: ReadonlySet<LabelFileFormat> = new Set(["HTML", "UNKNOWN"]);

export async function prepareLabel(
  { log }: Pick<ShippingDeps, "log">,
  adapter: CarrierAdapter,
  carrier: CarrierLabel,
  wanted: LabelFormat,
): Promise<PreparedLabel> {
  const asItCame = { carrier, derived: null, size: await adapter.labelSize(carrier) };
  if (noLabels.has(carrier.format)) return { ...asItCame, flaw: "UNREADABLE" };
  if (wanted !== "PDF" || !pictures.has(carrier.format)) return { ...asItCame, flaw: flawOf(asItCame, wanted) };
  try {
    const { bytes, size, isTrueSize } = await adapter.renderLabelPdf(carrier);
    const derived = { format: "PDF" as const, contentType: "application/pdf", bytes };
    return { carrier, derived, size, flaw: isTrueSize ? sizeFlaw(size) : "SIZE_UNKNOWN" };
  } catch (error) {
    // The label is paid for: without a page the carrier's image is kept.
    log.error("A label could not be made into a page; its image is kept.", { error });
    return { ...asItCame, flaw: "UNREADABLE" };
  }
}

function flawOf({ carrier, size }: Pick<PreparedLabel, "carrier" | "size">, wanted: LabelFormat): LabelFlaw | null {
  if (pictures.has(carrier.format) && size.widthInches === null) return "SIZE_UNKNOWN";
  return carrier.format === wanted ? null : "OTHER_FORMAT";
}

/** What a page for 4 x 6 inches is ordered as. */
function sizeFlaw({ widthInches, heightInches }: LabelSize): LabelFlaw | null {
  return widthInches === 4 && heightInches === 6 ? null : "OTHER_SIZE";
}

/** The columns of a label whose printable bytes these are. */
export function labelColumns(label: PreparedLabel) {
  const { carrier, derived, size } = label;
  const shown = derived ?? carrier;
  return {
    format: shown.format,
    contentType: shown.contentType,
    ...size,
    isDerived: derived !== null,
    isPrintable: isPrintable(label),
    previewContentType: pictures.has(carrier.format) ? carrier.contentType : null,
    sha256: createHash("sha256").update(shown.bytes).digest("hex"),
    byteLength: shown.bytes.length,
  };
}

/** The files of a label: the carrier's own, and what was made of it; none where the carrier sent no bytes. */
export function labelFileRows(tenantId: string, labelId: string, { carrier, derived }: PreparedLabel) {
  const row = (role: "CARRIER" | "DERIVED", { contentType, bytes }: CarrierLabel) => ({
    ...{ tenantId, labelId, role, contentType, bytes },
  });
  if (carrier.bytes.length === 0) return [];
  return derived === null ? [row("CARRIER", carrier)] : [row("CARRIER", carrier), row("DERIVED", derived)];
}
