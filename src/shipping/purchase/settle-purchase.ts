import { setTimeout as sleep } from "node:timers/promises";
import type { CarrierAdapter } from "../../carrier/adapter.js";
import type { SpendOutcome } from "../../carrier/outcome.js";
import type { ShippedShipment } from "../../carrier/shipping.js";
import type { LabelPurchase } from "../../entities/label-purchase.js";
import { AppError } from "../../errors.js";
import type { ShippingDeps } from "../deps.js";
import { failureErrors } from "../failure-errors.js";
import { carrierMessages } from "../user-error.js";
import { endPurchase } from "./end-purchase.js";
import { preparedLabels } from "./prepare-labels.js";
import { storeShipped } from "./store-shipped.js";

/** Transaction two: what the carrier's answer means for the purchase. Repeated while the database is away. */
export async function settlePurchase(
  deps: ShippingDeps,
  purchase: LabelPurchase,
  outcome: SpendOutcome<ShippedShipment>,
  adapter: CarrierAdapter,
): Promise<void> {
  const messages = carrierMessages(outcome.messages);
  if (outcome.kind === "ANSWERED") {
    const labels = await preparedLabels(deps, adapter, outcome.value, purchase.labelFormat);
    return persist(() =>
      storeShipped(deps, purchase, {
        shipped: outcome.value,
        labels,
        charges: outcome.value.charges,
        messages,
        isEstimated: false,
        isFound: false,
        others: [],
      }),
    );
  }
  if (outcome.kind === "UNKNOWN")
    return persist(() => endPurchase(deps, purchase, { state: "UNKNOWN", userErrors: [], messages }));
  const userErrors = failureErrors(outcome);
  const state = outcome.kind === "REJECTED" ? "REJECTED" : "NOT_CREATED";
  return persist(() => endPurchase(deps, purchase, { state, userErrors, messages }));
}

const pausesMs = [200, 1_000, 3_000, 10_000];

/** A bought label is worth waiting for the database. */
async function persist(work: () => Promise<void>): Promise<void> {
  for (const pause of pausesMs) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof AppError && error.retryable)) throw error;
      await sleep(pause, undefined, { ref: false });
    }
  }
  return work();
}
