import type { SpendOutcome } from "../../carrier/outcome.js";
import type { ShipmentDetails } from "../../carrier/shipment-details.js";
import type { ShippedShipment } from "../../carrier/shipping.js";
import { reach } from "../../failpoints.js";
import { holding } from "../../journal/journal.js";
import { type LoadedAccount, loadAccount } from "../account/load-account.js";
import { voidUnwanted } from "../booking/void-unwanted.js";
import { notSent, sendInTime } from "../claim/send-in-time.js";
import type { ShippingDeps } from "../deps.js";
import { uploadedDocuments } from "../document/uploaded-documents.js";
import { toCarrierDetails } from "../shipment/carrier-details.js";
import { carrierErrors } from "./carrier-errors.js";
import type { ClaimedPurchase } from "./claim-purchase.js";
import { Departure } from "./departure.js";
import { recoverUnprintable } from "./recover-unprintable.js";
import { type PurchaseAnswer, settlePurchase } from "./settle-purchase.js";

/**
 * Sends the claimed purchase to the carrier, once, and writes down what became of it. Never throws: what cannot be
 * written down is looked up at the carrier later, or settled as not sent where nothing had left.
 */
export async function sendPurchase(deps: ShippingDeps, claim: ClaimedPurchase): Promise<void> {
  try {
    const asked = await ask(deps, claim);
    reach("purchase.answered", claim.purchase.id);
    await settle(deps, claim, asked);
  } catch (error) {
    deps.log.error(
      "The outcome of a purchase could not be stored yet; it is stored from what is kept, or looked up at the carrier.",
      {
        purchaseId: claim.purchase.id,
        error,
      },
    );
  }
}

interface Asked {
  /** Null: it is gone, or could not be read. */
  loaded: LoadedAccount | null;
  outcome: SpendOutcome<ShippedShipment>;
  /** The carrier may have been asked. */
  hasLeft: boolean;
}

async function ask(deps: ShippingDeps, claim: ClaimedPurchase): Promise<Asked> {
  const { purchase, claimedAt } = claim;
  const departure = new Departure(deps, purchase, claimedAt);
  try {
    const loaded = await loadAccount(deps, purchase.tenantId, purchase.accountId);
    const outcome = await sendInTime(deps, claimedAt, () => send(loaded, claim, departure));
    return { loaded, outcome: complete(outcome, claim), hasLeft: departure.hasLeft };
  } catch (error) {
    return { loaded: null, outcome: departure.explain(error), hasLeft: false };
  }
}

async function settle(deps: ShippingDeps, claim: ClaimedPurchase, asked: Asked): Promise<void> {
  const { loaded, outcome } = asked;
  const unwanted = await keepAndStore(deps, claim, asked);
  reach("purchase.settled", claim.purchase.id);
  if (loaded === null) return;
  if (unwanted !== null) await voidLate(deps, loaded, claim, unwanted);
  else if (outcome.kind === "ANSWERED") await recoverNow(deps, loaded, claim);
}

/** What the carrier answered is kept from here on until it is stored, whatever becomes of the database or this process. */
function keepAndStore(
  deps: ShippingDeps,
  { purchase, plan }: ClaimedPurchase,
  { outcome, hasLeft }: Asked,
): Promise<string | null> {
  const { kind } = outcome;
  const userErrors = kind === "ANSWERED" || kind === "UNKNOWN" ? [] : carrierErrors(outcome, plan);
  const { carrierReference } = purchase;
  const answer: PurchaseAnswer = { carrierReference, outcome, userErrors };
  const store = () => settlePurchase(deps, purchase, plan.adapter, answer);
  const isAnswer = kind !== "UNKNOWN" && (hasLeft || kind !== "NOT_SENT");
  if (!isAnswer) return store();
  const key = { kind: "SHIP", tenantId: purchase.tenantId, id: purchase.id } as const;
  return holding(deps.journal, key, answer, () => {
    reach("purchase.kept", purchase.id);
    return store();
  });
}

/** It is stored: a label that cannot be printed is asked for while the buyer still waits, else by the next look. */
async function recoverNow(deps: ShippingDeps, loaded: LoadedAccount, { purchase }: ClaimedPurchase): Promise<void> {
  await recoverUnprintable(deps, loaded, purchase).catch((error) =>
    deps.log.warn("A label that cannot be printed could not be asked for again yet.", {
      purchaseId: purchase.id,
      error,
    }),
  );
}

/** It is written down that it is to be voided; what the carrier does not do now is asked again by the next look. */
async function voidLate(deps: ShippingDeps, loaded: LoadedAccount, { purchase }: ClaimedPurchase, number: string) {
  await voidUnwanted(deps, loaded, purchase, number).catch((error) =>
    deps.log.error("A late booking could not be voided yet.", { purchaseId: purchase.id, number, error }),
  );
}

function send(
  loaded: LoadedAccount | null,
  { purchase, plan }: ClaimedPurchase,
  departure: Departure,
): Promise<SpendOutcome<ShippedShipment>> {
  reach("purchase.sending", purchase.id);
  if (loaded === null) return Promise.resolve(notSent("The carrier account is gone."));
  const request = {
    details: dated(toCarrierDetails(plan.details, plan.draftInput.reference?.trim() || null), purchase.startedAt),
    serviceCode: purchase.serviceCode,
    labelFormat: purchase.labelFormat,
    carrierReference: purchase.carrierReference,
    weightUnit: plan.units?.weightUnit ?? null,
    dimensionUnit: plan.units?.dimensionUnit ?? null,
    uploaded: uploadedDocuments(plan.documents),
    documentIds: plan.documents.map(({ carrierDocumentId }) => carrierDocumentId as string),
  };
  return plan.adapter.ship(loaded.access, request, departure.call);
}

/** An invoice bears the day of its purchase, unless another is given. */
function dated(details: ShipmentDetails, startedAt: string): ShipmentDetails {
  const { customs } = details;
  const invoiceDate = customs?.invoiceDate ?? startedAt.slice(0, 10);
  return { ...details, customs: customs && { ...customs, invoiceDate } };
}

/** An answer with another number of packages than were sent is no clear answer. */
function complete(outcome: SpendOutcome<ShippedShipment>, { plan }: ClaimedPurchase): SpendOutcome<ShippedShipment> {
  if (outcome.kind !== "ANSWERED" || outcome.value.packages.length === plan.details.packages.length) return outcome;
  const message = `The carrier answered for ${outcome.value.packages.length} of ${plan.details.packages.length} packages.`;
  return { kind: "UNKNOWN", reason: "PROTOCOL_ERROR", message, messages: outcome.messages };
}
