import type { EntityManager } from "typeorm";
import type { SpendOutcome } from "../../carrier/outcome.js";
import type { ShippedShipment } from "../../carrier/shipping.js";
import { inTenant } from "../../database/tenant-transaction.js";
import type { LabelPurchase } from "../../entities/label-purchase.js";
import { reach } from "../../failpoints.js";
import { markRejected, markUnanswered, markUnsent } from "../booking/purchase-states.js";
import { persist } from "../claim/persist.js";
import type { ShippingDeps } from "../deps.js";
import { labelNotices } from "../label/label-notices.js";
import { prepareLabels } from "../label/prepare-labels.js";
import { carrierMessages } from "../user-error.js";
import type { PurchasePlan } from "./assemble-purchase.js";
import { carrierErrors } from "./carrier-errors.js";
import { storeShipped } from "./store-shipped.js";

/** Transaction two: what the carrier's answer means for the purchase. Repeated while the database is away. */
export async function settlePurchase(
  deps: ShippingDeps,
  purchase: LabelPurchase,
  outcome: SpendOutcome<ShippedShipment>,
  plan: PurchasePlan,
): Promise<void> {
  const settle = (work: (manager: EntityManager) => Promise<unknown>) =>
    persist(() =>
      inTenant(deps.database, purchase.tenantId, async (manager) => {
        await work(manager);
        reach("purchase.settling", purchase.id);
      }),
    );
  const messages = carrierMessages(outcome.messages);
  switch (outcome.kind) {
    case "ANSWERED": {
      const { charges, chargeItems, packages } = outcome.value;
      const files = packages.map(({ label }) => label);
      const labels = await prepareLabels(deps, plan.adapter, files, purchase.labelFormat);
      const booking = {
        shipped: outcome.value,
        labels,
        charges,
        chargeItems,
        messages: [...messages, ...labelNotices(labels, purchase.labelFormat, plan.adapter.name)],
        // Not told, or not readable: asked for afterwards, as of a booking that was found again.
        isEstimated: charges === null,
        isFound: false,
        others: [],
      };
      return persist(() => storeShipped(deps, purchase, booking));
    }
    case "UNKNOWN":
      return settle((manager) => markUnanswered(manager, purchase, messages));
    case "REJECTED":
      return settle((manager) => markRejected(manager, purchase, carrierErrors(outcome, plan), messages));
    default:
      return settle((manager) => markUnsent(manager, purchase, carrierErrors(outcome, plan), messages));
  }
}
