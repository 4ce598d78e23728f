import { createHash } from "node:crypto";
import type { CarrierAdapter } from "../../carrier/adapter.js";
import type { LabelFile as CarrierLabel, LabelFormat, ShippedShipment } from "../../carrier/shipping.js";
import type { ShippingDeps } from "../deps.js";

/** A label ready to be stored: the carrier's bytes, and what was made of them where another format was wanted. */
export interface PreparedLabel {
  carrier: CarrierLabel;
  derived: CarrierLabel | null;
}

/** One for each package, in order; null where the carrier gave none. A page that cannot be made leaves the image. */
export async function preparedLabels(
  deps: ShippingDeps,
  adapter: CarrierAdapter,
  shipped: ShippedShipment,
  wanted: LabelFormat,
): Promise<(PreparedLabel | null)[]> {
  const prepare = async (label: CarrierLabel | null) =>
    label === null ? null : { carrier: label, derived: await derive(deps, adapter, label, wanted) };
  const prepared: (PreparedLabel | null)[] = [];
  for (let from = 0; from < shipped.packages.length; from += mostAtOnce) {
    const group = shipped.packages.slice(from, from + mostAtOnce);
    prepared.push(...(await Promise.all(group.map(({ label }) => prepare(label)))));
  }
  return prepared;
}

/** A bitmap being turned takes megabytes: 200 at once would be too much for a small server, after it has paid. */
const mostAtOnce = 4;

async function derive(
  deps: ShippingDeps,
  adapter: CarrierAdapter,
  label: CarrierLabel,
  wanted: LabelFormat,
): Promise<CarrierLabel | null> {
  if (wanted !== "PDF" || label.format === "PDF") return null;
  try {
    return { format: "PDF", contentType: "application/pdf", bytes: await adapter.renderLabelPdf(label) };
  } catch (error) {
    // The label is paid for: without a page the carrier's image still prints.
    deps.log.error("A label could not be made into a page; its image is kept.", { error });
    return null;
  }
}

/** The columns of a label whose printable bytes these are. */
export function labelColumns(adapter: CarrierAdapter, { carrier, derived }: PreparedLabel) {
  const shown = derived ?? carrier;
  return {
    format: shown.format,
    contentType: shown.contentType,
    ...adapter.labelGeometry(shown.format),
    isDerived: derived !== null,
    sha256: createHash("sha256").update(shown.bytes).digest("hex"),
    byteLength: shown.bytes.length,
  };
}
