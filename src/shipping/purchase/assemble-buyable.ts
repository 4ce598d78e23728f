import type { EntityManager } from "typeorm";
import type { CarrierMessage } from "../../entities/values/carrier-message.js";
import type { ShippingDeps } from "../deps.js";
import { refuse } from "../result.js";
import { findAddressDoubts } from "../shipment/address-doubt.js";
import { assembleDraft, type Draft } from "../shipment/assemble-draft.js";
import { findWrongAddress, wrongAddressText } from "../shipment/wrong-address.js";
import type { PurchaseSource } from "./purchase-source.js";

/** A draft for whose address labels may be bought, and what the buyer is told of it. */
export interface BuyableDraft {
  draft: Draft;
  notices: CarrierMessage[];
}

/** Throws a `Refusal` with the draft's own paths, also for an address that is known to be wrong, or that the tenant's policy refuses. */
export async function assembleBuyable(
  deps: ShippingDeps,
  manager: EntityManager,
  { shipment, draftInput, base, at, isOfferAccepted }: PurchaseSource,
): Promise<BuyableDraft> {
  const draft = await assembleDraft(deps, manager, draftInput, base, at, isOfferAccepted);
  const { account, details } = draft;
  const { tenantId } = account;
  const shipTo = [...at, "shipTo"];
  const orderId = (shipment ?? draftInput).orderId?.trim() || null;
  const wrong = await findWrongAddress(manager, { tenantId, shipmentId: shipment?.id ?? null, orderId, details });
  if (wrong !== null) refuse("ADDRESS_REFUSED", wrongAddressText(wrong), shipTo);
  const doubt = (await findAddressDoubts(manager, tenantId, details.shipTo)).get(account.environment);
  if (doubt?.isRefused) refuse("ADDRESS_REFUSED", doubt.message.text, shipTo);
  return { draft, notices: doubt ? [doubt.message] : [] };
}
