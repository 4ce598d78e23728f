import type { CarrierAdapter } from "../../carrier/adapter.js";
import type { LabelFormat } from "../../carrier/shipping.js";
import { refuse } from "../result.js";

/** Throws a `Refusal` OPTION_NOT_ALLOWED where the carrier makes no such labels. */
export function requireFormat({ name, catalogue }: CarrierAdapter, format: LabelFormat, field: string[]): void {
  const { labelFormats } = catalogue;
  if (labelFormats.includes(format)) return;
  refuse("OPTION_NOT_ALLOWED", `${name} makes no ${format} labels: ${labelFormats.join(" or ")}.`, field);
}
