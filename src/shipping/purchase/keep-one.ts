import type { LabelPurchase } from "../../entities/label-purchase.js";
import type { LoadedAccount } from "../account/load-account.js";
import { TakenBooking } from "../booking/booking-claim.js";
import type { BookedLookUp } from "../booking/look-up-booking.js";
import { voidUnwanted } from "../booking/void-unwanted.js";
import type { ShippingDeps } from "../deps.js";
import { findPurchase } from "../find-purchase.js";
import { adoptBooking } from "./adopt-booking.js";
import { UnwantedBooking } from "./store-shipped.js";
import { tellIncomplete } from "./tell-incomplete.js";

/**
 * Of the bookings under an open purchase's reference keeps the first that is whole and voids the others; voids all of
 * them when the purchase has ended without one. While none is whole they all stay: more of it may show later.
 */
export async function keepOne(
  deps: ShippingDeps,
  loaded: LoadedAccount,
  purchase: LabelPurchase,
  found: BookedLookUp,
): Promise<void> {
  if (isOpen(purchase)) await adoptFirstWhole(deps, loaded, purchase, found);
  // Read again: somebody else may have decided meanwhile, and what they kept must not be voided here.
  const now = await findPurchase(deps, { tenantId: purchase.tenantId, subject: "worker" }, { id: purchase.id });
  if (now === null) return;
  if (isOpen(now)) return tellIncomplete(deps, now, found);
  for (const number of numbersOf(found)) {
    if (number !== now.shipmentIdentificationNumber) await voidUnwanted(deps, loaded, now, number);
  }
}

function isOpen({ state }: LabelPurchase): boolean {
  return state === "PENDING" || state === "UNKNOWN";
}

async function adoptFirstWhole(
  deps: ShippingDeps,
  loaded: LoadedAccount,
  purchase: LabelPurchase,
  found: BookedLookUp,
): Promise<void> {
  const numbers = numbersOf(found);
  for (const booking of found.bookings) {
    const unwanted = numbers.filter((number) => number !== booking.shipmentIdentificationNumber);
    try {
      if (await adoptBooking(deps, loaded, purchase, booking, unwanted)) return;
    } catch (error) {
      if (error instanceof TakenBooking) continue;
      if (error instanceof UnwantedBooking) return;
      throw error;
    }
  }
}

function numbersOf({ bookings, unlabelled }: BookedLookUp): string[] {
  return [...bookings.map((booking) => booking.shipmentIdentificationNumber), ...unlabelled];
}
