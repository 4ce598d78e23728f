import { queryOf } from "../wire/declared-names.js";

/** The path of Track v1. Signature images are not asked for: they are personal, and nobody here shows them. */
export function trackPath(trackingNumber: string): string {
  const query = queryOf("TRACK", { locale: "en_US", returnSignature: "false" });
  return `/api/track/v1/details/${encodeURIComponent(trackingNumber)}?${query}`;
}
