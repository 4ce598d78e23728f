import type { ShippedShipment } from "../../carrier/shipping.js";
import { readInTenant } from "../../database/tenant-transaction.js";
import { LabelPurchase } from "../../entities/label-purchase.js";
import { loadAccount } from "../account/load-account.js";
import type { Actor, ShippingDeps } from "../deps.js";
import { Refusal } from "../result.js";
import { userError } from "../user-error.js";
import { adoptBooking } from "./adopt-booking.js";
import { failureErrors } from "./failure-errors.js";
import { UnwantedBooking } from "./store-shipped.js";

const field = ["input", "trackingNumber"];
const refusal = (code: Parameters<typeof userError>[0], message: string) =>
  new Refusal([userError(code, message, field)]);

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
  const loaded = await loadAccount(deps, actor.tenantId, purchase.accountId);
  if (loaded === null) throw refusal("ACCOUNT_NOT_READY", "The carrier account it was bought with is gone.");
  const request = { labelFormat: purchase.labelFormat, trackingNumber };
  const outcome = await loaded.adapter.recoverLabels(loaded.access, request, { purchaseId: purchase.id });
  if (outcome.kind !== "ANSWERED") throw new Refusal(failureErrors(outcome, field));
  if (outcome.value.found !== "ONE") throw refusal("NOT_FOUND", "The carrier has no label of this number.");
  const booking = outcome.value.shipment;
  await refuseTaken(deps, actor, booking);
  try {
    if (await adoptBooking(deps, loaded, purchase, booking)) return;
  } catch (error) {
    if (error instanceof UnwantedBooking) throw refusal("CONFLICT", "The purchase has ended meanwhile.");
    throw error;
  }
  throw refusal("NOT_ALLOWED", "The booking has not as many labels as the shipment has packages.");
}

/** Two purchases with one booking would each void the other's labels. */
async function refuseTaken(deps: ShippingDeps, actor: Actor, booking: ShippedShipment): Promise<void> {
  const { shipmentIdentificationNumber } = booking;
  const isTaken = await readInTenant(deps.database, actor.tenantId, (manager) =>
    manager.existsBy(LabelPurchase, { shipmentIdentificationNumber }),
  );
  if (isTaken) throw refusal("NOT_ALLOWED", "The booking belongs to another purchase.");
}
