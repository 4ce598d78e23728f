import type { EntityManager } from "typeorm";
import type { CarrierMessage } from "../../entities/values/carrier-message.js";
import type { ShippingDeps } from "../deps.js";
import { refuse } from "../result.js";
import { findAddressDoubts } from "../shipment/address-doubt.js";
import { assembleDraft, type Draft } from "../shipment/assemble-draft.js";
import type { PurchaseSource } from "./purchase-source.js";

/** A draft for whose address labels may be bought, and what the buyer is told of it. */
export interface BuyableDraft {
  draft: Draft;
  notices: CarrierMessage[];
}

/** Throws a `Refusal` with the draft's own paths, also for an address that the tenant buys nothing for. */
export async function assembleBuyable(
  deps: ShippingDeps,
  manager: EntityManager,
  { draftInput, base, at, isOfferAccepted }: PurchaseSource,
): Promise<BuyableDraft> {
  const draft = await assembleDraft(deps, manager, draftInput, base, at, isOfferAccepted);
  const { account, details } = draft;
  const doubt = (await findAddressDoubts(manager, account.tenantId, details.shipTo)).get(account.environment);
  if (doubt?.isRefused) refuse("ADDRESS_REFUSED", doubt.message.text, [...at, "shipTo"]);
  return { draft, notices: doubt ? [doubt.message] : [] };
}
