import { inTenant } from "../../database/tenant-transaction.js";
import type { LabelPurchase } from "../../entities/label-purchase.js";
import { type LoadedAccount, loadAccount } from "../account/load-account.js";
import type { ShippingDeps } from "../deps.js";
import { adoptBooking } from "./adopt-booking.js";
import { finishVoid } from "./finish-void.js";
import { lookUpBooking } from "./look-up-booking.js";
import { markNotCreated } from "./mark-not-created.js";
import { UnwantedBooking } from "./store-shipped.js";
import { takeTurn } from "./take-turn.js";
import { voidUnwanted } from "./void-unwanted.js";

/**
 * One look at a purchase that is due: what became of it at the carrier, or of a void of it. Nothing is ever bought.
 * Safe to run on several instances at once and to kill at any line: the next look is scheduled before this one begins.
 */
export async function reconcilePurchase(deps: ShippingDeps, tenantId: string, purchaseId: string): Promise<void> {
  const purchase = await takeTurn(deps, tenantId, purchaseId);
  if (purchase === null) return;
  const loaded = await loadAccount(deps, tenantId, purchase.accountId);
  if (loaded === null) return;
  for (const number of purchase.unwantedBookings) await voidUnwanted(deps, loaded, purchase, number);
  if (purchase.state === "REJECTED") return;
  if (purchase.state === "PURCHASED") return finishVoid(deps, loaded, purchase);
  const lookUp = await lookUpBooking(loaded, purchase);
  if (lookUp.kind === "BOOKED") return keepOne(deps, loaded, purchase, lookUp.bookings);
  if (lookUp.kind === "NOTHING") return endWhenLongEmpty(deps, purchase);
  deps.log.warn("The carrier could not be asked about a purchase.", { purchaseId, reason: lookUp.failure.kind });
}

type Bookings = Parameters<typeof adoptBooking>[3][];

/** Keeps the first booking and voids the others; keeps none when the purchase had ended without one. */
export async function keepOne(
  deps: ShippingDeps,
  loaded: LoadedAccount,
  purchase: LabelPurchase,
  bookings: Bookings,
): Promise<void> {
  const [first, ...others] = bookings;
  const unwanted = others.map((booking) => booking.shipmentIdentificationNumber);
  if (purchase.state === "NOT_CREATED") unwanted.unshift(first!.shipmentIdentificationNumber);
  else await adopt(deps, loaded, purchase, first!);
  for (const number of unwanted) await voidUnwanted(deps, loaded, purchase, number);
}

async function adopt(
  deps: ShippingDeps,
  loaded: LoadedAccount,
  purchase: LabelPurchase,
  booking: Bookings[number],
): Promise<void> {
  try {
    const isAdopted = await adoptBooking(deps, loaded, purchase, booking);
    if (!isAdopted)
      deps.log.warn("The carrier knows a purchase, but not yet all of its labels.", { purchaseId: purchase.id });
  } catch (error) {
    if (!(error instanceof UnwantedBooking)) throw error;
    await voidUnwanted(deps, loaded, purchase, error.shipmentIdentificationNumber);
  }
}

/** Two empty answers count only when so much time has passed that the booking would show. */
async function endWhenLongEmpty(deps: ShippingDeps, purchase: LabelPurchase): Promise<void> {
  if (purchase.state !== "UNKNOWN") return;
  await inTenant(deps.database, purchase.tenantId, (manager) =>
    markNotCreated(deps, manager, purchase, deps.timings.notCreatedAfter),
  );
}
