import type { EntityManager } from "typeorm";
import type { CarrierMessage } from "../../entities/values/carrier-message.js";
import type { ShippingDeps } from "../deps.js";
import { refuse, refuseAny } from "../result.js";
import { doubtsOfShipment } from "../shipment/address-doubt.js";
import { assembleDraft, type Draft } from "../shipment/assemble-draft.js";
import { carrierNotices } from "../shipment/carrier-notices.js";
import { findWrongAddress, wrongAddressText } from "../shipment/wrong-address.js";
import { userError } from "../user-error.js";
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
  await refuseWrongAddress(manager, draft, { shipment, draftInput, at });
  const doubts = await doubtsOfShipment(manager, account, details);
  refuseAny(
    doubts.flatMap(({ part, doubt: { isRefused, message } }) =>
      isRefused ? [userError("ADDRESS_REFUSED", message.text, [...at, part])] : [],
    ),
  );
  return { draft, notices: [...doubts.map(({ doubt }) => doubt.message), ...carrierNotices(draft.adapter, details)] };
}

async function refuseWrongAddress(
  manager: EntityManager,
  { account: { tenantId }, details }: Draft,
  { shipment, draftInput, at }: Pick<PurchaseSource, "shipment" | "draftInput" | "at">,
): Promise<void> {
  const orderId = (shipment ?? draftInput).orderId?.trim() || null;
  const wrong = await findWrongAddress(manager, { tenantId, shipmentId: shipment?.id ?? null, orderId, details });
  const part = details.returnService === null ? "shipTo" : "shipFrom";
  if (wrong !== null) refuse("ADDRESS_REFUSED", wrongAddressText(wrong), [...at, part]);
}
