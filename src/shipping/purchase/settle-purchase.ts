import type { EntityManager } from "typeorm";
import type { CarrierAdapter } from "../../carrier/adapter.js";
import type { Answered, SpendOutcome } from "../../carrier/outcome.js";
import type { ShippedShipment } from "../../carrier/shipping.js";
import { inTenant } from "../../database/tenant-transaction.js";
import type { LabelPurchase } from "../../entities/label-purchase.js";
import type { ShippingUserError } from "../../entities/values/user-error.js";
import { reach } from "../../failpoints.js";
import { count } from "../../telemetry/instruments.js";
import { noteUnwanted } from "../booking/note-unwanted.js";
import { markRejected, markUnanswered, markUnsent } from "../booking/purchase-states.js";
import { tellUnknown } from "../booking/tell-open.js";
import { persist } from "../claim/persist.js";
import type { ShippingDeps } from "../deps.js";
import { labelNotices } from "../label/label-notices.js";
import { prepareLabels } from "../label/prepare-labels.js";
import { carrierMessages } from "../user-error.js";
import { findHeir } from "./find-heir.js";
import { LostPurchase, storeShipped, UnwantedBooking } from "./store-shipped.js";

/** What became of a purchase at the carrier, as it is kept until it is stored. */
export interface PurchaseAnswer {
  /** Of the purchase: a key that is repeated after its purchase was lost has the same one. */
  carrierReference: string;
  outcome: SpendOutcome<ShippedShipment>;
  /** Why it was not sold, at the places of the purchase's input; empty where it was, or nobody knows. */
  userErrors: ShippingUserError[];
}

/**
 * Transaction two: what the carrier's answer means for the purchase. Repeated while the database is away; done twice with
 * the same answer it is done once, and what ended before stays as it is. Gives the number of a booking that came after the
 * purchase had ended otherwise: it is written down that it is to be voided.
 */
export async function settlePurchase(
  deps: ShippingDeps,
  purchase: LabelPurchase,
  adapter: CarrierAdapter,
  { outcome, userErrors }: Omit<PurchaseAnswer, "carrierReference">,
): Promise<string | null> {
  const messages = carrierMessages(outcome.messages);
  const change = (verb: (manager: EntityManager) => Promise<boolean>) =>
    settleOnce(outcome.kind, () =>
      inTenant(deps.database, purchase.tenantId, async (manager) => {
        const isChanged = await verb(manager);
        reach("purchase.settling", purchase.id);
        return isChanged;
      }),
    );
  switch (outcome.kind) {
    case "ANSWERED":
      return settleShipped(deps, purchase, adapter, outcome);
    case "UNKNOWN":
      if (await change((manager) => markUnanswered(manager, purchase, messages))) tellUnknown(deps, purchase);
      return null;
    case "REJECTED":
      await change((manager) => markRejected(manager, purchase, userErrors, messages));
      return null;
    default:
      await change((manager) => markUnsent(manager, purchase, userErrors, messages));
      return null;
  }
}

/** Counted where it changed the purchase, however often it is settled. */
async function settleOnce(outcome: PurchaseAnswer["outcome"]["kind"], work: () => Promise<boolean>): Promise<boolean> {
  let isChanged = false;
  await persist(async () => {
    isChanged = (await work()) || isChanged;
  });
  if (isChanged) count("purchase", { outcome });
  return isChanged;
}

async function settleShipped(
  deps: ShippingDeps,
  purchase: LabelPurchase,
  adapter: CarrierAdapter,
  { value, messages }: Answered<ShippedShipment>,
): Promise<string | null> {
  const { charges, chargeItems, packages } = value;
  const files = packages.map(({ label }) => label);
  const labels = await prepareLabels(deps, adapter, files, purchase.labelFormat);
  const booking = {
    shipped: value,
    labels,
    charges,
    chargeItems,
    messages: [...carrierMessages(messages), ...labelNotices(labels, purchase.labelFormat, adapter.name)],
    // Not told, or not readable: asked for afterwards, as of a booking that was found again.
    isEstimated: charges === null,
    isFound: false,
    others: [],
  };
  try {
    await settleOnce("ANSWERED", () => storeShipped(deps, purchase, booking));
    return null;
  } catch (error) {
    if (error instanceof LostPurchase) {
      const heir = await findHeir(deps, purchase, packages.length);
      if (heir === null) throw error;
      await settleShipped(deps, heir, adapter, { kind: "ANSWERED", value, messages });
      return null;
    }
    if (!(error instanceof UnwantedBooking)) throw error;
    const { shipmentIdentificationNumber: number } = error;
    await persist(() =>
      inTenant(
        deps.database,
        purchase.tenantId,
        async (manager) => void (await noteUnwanted(manager, purchase, number)),
      ),
    );
    return number;
  }
}
