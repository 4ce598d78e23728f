import type { EntityManager } from "typeorm";
import { Shipment } from "../../entities/shipment.js";
import type { LabelFormat } from "../../entities/values/label-enums.js";
import type { StoredShipmentDetails } from "../../entities/values/stored-shipment-details.js";
import type { ShippingDeps } from "../deps.js";
import { refuse } from "../result.js";
import type { DraftInput } from "../shipment/draft-input.js";
import { isAnyReturnWaiting } from "../shipment/generated-return.js";
import { lockShipment, refuseErased } from "../shipment/lock-shipment.js";
import { withoutPastDay } from "../shipment/ship-date.js";
import { loadStoredDetails } from "../shipment/stored-details.js";
import { blameDraft } from "./blame.js";
import type { PurchaseInput } from "./purchase-input.js";

/** What a purchase's shipment is made of, and where in the input that stands. */
export interface PurchaseSource {
  /** Null: the shipment is still to be inserted. */
  shipment: Shipment | null;
  draftInput: DraftInput;
  /** What lies under the draft's input; null: nothing. */
  base: StoredShipmentDetails | null;
  at: string[];
  /** Where in the input the shipment stands. */
  field: string[];
  /** The error with the paths of the purchase's own input. */
  blame(error: unknown): unknown;
  fieldOf(part: string): string[];
  /** Where in the input the offer stands, if there is one. */
  offerField: string[];
  /** The offer was accepted with the shipment before: it need not be young, since the price is asked for anew. */
  isOfferAccepted: boolean;
  /** Instead of the method's; null: none. */
  labelFormat: LabelFormat | null;
}

/** The draft named, locked until the transaction ends. Throws a `Refusal`. */
export async function draftSource(
  deps: ShippingDeps,
  manager: EntityManager,
  input: PurchaseInput,
  shipmentId: string,
): Promise<PurchaseSource> {
  const field = ["input", "shipmentId"];
  const shipment = await lockBehindOutbound(manager, shipmentId, field);
  refuseUnpurchasable(shipment, field);
  refuseErased(shipment, field);
  const draftInput = storedInput(shipment, input);
  return {
    shipment,
    draftInput,
    base: await storedDetails(deps, manager, shipment),
    at: ["input"],
    field,
    blame: blameDraft,
    fieldOf: () => field,
    offerField: input.rateQuoteId ? ["input", "rateQuoteId"] : field,
    isOfferAccepted: draftInput.rateQuoteId === shipment.rateQuoteId,
    labelFormat: null,
  };
}

/**
 * A return is locked behind what went out, as by whoever buys it otherwise; while that one's return is to be bought by
 * itself nobody else buys one, or there would be two.
 */
async function lockBehindOutbound(manager: EntityManager, id: string, field: string[]): Promise<Shipment> {
  const outboundId = (await manager.findOneBy(Shipment, { id }))?.outboundShipmentId ?? null;
  if (outboundId !== null) {
    await lockShipment(manager, outboundId, field);
    if (await isAnyReturnWaiting(manager, outboundId))
      refuse("CONFLICT", "The return label is being bought by itself.", field);
  }
  return lockShipment(manager, id, field);
}

/** Throws a `Refusal` unless the locked shipment has no live purchase. */
function refuseUnpurchasable(shipment: Shipment, field: string[]): void {
  if (shipment.status === "PURCHASED") {
    refuse("ALREADY_PURCHASED", "The shipment has labels: void them before buying again.", field);
  }
  if (shipment.status === "PURCHASING") {
    refuse("CONFLICT", "The shipment is being bought with another key.", field);
  }
}

/** Bought again after a void, a shipment whose day has passed goes on the day it is bought: it can be changed no more. */
async function storedDetails(
  deps: ShippingDeps,
  manager: EntityManager,
  shipment: Shipment,
): Promise<StoredShipmentDetails> {
  const details = await loadStoredDetails(manager, shipment);
  return shipment.status === "VOIDED" ? withoutPastDay(details, deps.clock.now()) : details;
}

/** The offer of the draft goes with its own service only; another offer brings its own method. */
function storedInput(shipment: Shipment, input: PurchaseInput): DraftInput {
  const isOtherService = input.service != null && input.service !== shipment.serviceCode;
  const rateQuoteId = input.rateQuoteId ?? (isOtherService ? null : shipment.rateQuoteId);
  return {
    rateQuoteId,
    shippingMethodId: rateQuoteId !== shipment.rateQuoteId && rateQuoteId ? null : shipment.shippingMethodId,
    carrierAccountId: shipment.accountId,
    service: input.service ?? (rateQuoteId ? null : shipment.serviceCode),
    reference: shipment.reference,
  };
}
