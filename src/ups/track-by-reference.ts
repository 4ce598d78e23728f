import { z } from "zod";
import type { CarrierAccountAccess } from "../carrier/account-access.js";
import { TRACKING_NOT_FOUND_CODES } from "./error-codes.js";
import { listOf, text } from "./shapes.js";

const DAY_MS = 86_400_000;

/** The query from a day before `since`, whose day may be another where the package lies; UPS's own default is 14 days. */
export function trackByReferencePath(account: CarrierAccountAccess, carrierReference: string, since: Date): string {
  const from = new Date(since.getTime() - DAY_MS).toISOString().slice(0, 10).replaceAll("-", "");
  const query = new URLSearchParams({
    locale: "en_US",
    fromPickUpDate: from,
    shipperNum: account.accountNumber,
    refNumType: "SmallPackage",
  });
  return `/api/track/v1/reference/details/${encodeURIComponent(carrierReference)}?${query}`;
}

const trackAnswer = z.object({
  trackResponse: z.object({
    shipment: listOf(
      z.object({
        package: listOf(z.object({ trackingNumber: text.optional() })),
        warnings: listOf(z.object({ code: text.optional() })),
      }),
    ),
  }),
});

/** The tracking numbers found, each once; empty for UPS's "not found", which is a success with a warning. */
export function parseTrackByReference(json: unknown): string[] | null {
  const parsed = trackAnswer.safeParse(json);
  if (!parsed.success) return null;
  const shipments = parsed.data.trackResponse.shipment;
  const numbers = shipments.flatMap((shipment) => shipment.package.flatMap((pkg) => pkg.trackingNumber || []));
  const isNotFound = shipments.some((shipment) =>
    shipment.warnings.some((warning) => TRACKING_NOT_FOUND_CODES.has(warning.code ?? "")),
  );
  return numbers.length > 0 || isNotFound ? [...new Set(numbers)] : null;
}
