import { z } from "zod";
import type { Answered } from "../../carrier/outcome.js";
import { answered } from "../words/alerts.js";
import { isOnlyAbout } from "../words/error-codes/find-error-code.js";
import { listOf, maybeText, needed } from "../words/shapes.js";

const trackAnswer = z.object({
  trackResponse: needed(
    z.object({
      shipment: listOf(
        z.object({
          package: listOf(z.object({ trackingNumber: maybeText })),
          warnings: listOf(z.object({ code: maybeText })),
        }),
      ),
    }),
  ),
});

/** The tracking numbers found, each once; empty for UPS's "not found", which is a success with a warning. */
export function parseTrackByReference(json: unknown): Answered<string[]> | null {
  const parsed = trackAnswer.safeParse(json);
  if (!parsed.success) return null;
  const shipments = parsed.data.trackResponse.shipment;
  const numbers = shipments.flatMap((shipment) => shipment.package.flatMap((pkg) => pkg.trackingNumber ?? []));
  // Beside another warning "not found" proves nothing: purchases are given up by it.
  const warnings = shipments.flatMap((shipment) => shipment.warnings.map(({ code = "" }) => ({ code })));
  const isNotFound = isOnlyAbout(warnings, "NOTHING_TRACKED");
  return numbers.length > 0 || isNotFound ? answered([...new Set(numbers)]) : null;
}
