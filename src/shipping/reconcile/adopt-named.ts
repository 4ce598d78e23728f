import type { LabelPurchase } from "../../entities/label-purchase.js";
import { requireAccount } from "../account/load-account.js";
import { TakenBooking } from "../booking/booking-claim.js";
import type { Actor, ShippingDeps } from "../deps.js";
import { failureErrors } from "../failure-errors.js";
import { adoptBooking } from "../purchase/adopt-booking.js";
import { UnwantedBooking } from "../purchase/store-shipped.js";
import { Refusal, refuse } from "../result.js";

const field = ["input", "trackingNumber"];

/**
 * Takes over the booking that a person names. Throws a `Refusal`: NOT_FOUND, NOT_ALLOWED for a booking that another
 * purchase has or that holds other packages, CONFLICT when the purchase has ended meanwhile, CARRIER_* as it answers.
 */
export async function adoptNamed(
  deps: ShippingDeps,
  actor: Actor,
  purchase: LabelPurchase,
  trackingNumber: string,
): Promise<void> {
  const loaded = await requireAccount(deps, actor.tenantId, purchase.accountId, field);
  if (loaded.adapter.ownsTrackingNumber(loaded.access, trackingNumber) === false)
    refuse("NOT_FOUND", "The number is not of the account that the purchase was made with.", field);
  const request = { labelFormat: purchase.labelFormat, trackingNumber };
  const outcome = await loaded.adapter.recoverLabels(loaded.access, request, { purchaseId: purchase.id });
  if (outcome.kind !== "ANSWERED") throw new Refusal(failureErrors(outcome, field));
  if (outcome.value.found !== "ONE") refuse("NOT_FOUND", "The carrier has no label of this number.", field);
  const booking = outcome.value.shipment;
  try {
    if (await adoptBooking(deps, loaded, purchase, booking, [])) return;
  } catch (error) {
    if (error instanceof TakenBooking) refuse("NOT_ALLOWED", error.message, field);
    if (error instanceof UnwantedBooking) refuse("CONFLICT", "The purchase has ended meanwhile.", field);
    throw error;
  }
  refuse("NOT_ALLOWED", "The booking has not as many labels as the shipment has packages.", field);
}
