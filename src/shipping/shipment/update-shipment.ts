import type { EntityManager } from "typeorm";
import { inTenant } from "../../database/tenant-transaction.js";
import { RateQuote } from "../../entities/rate-quote.js";
import { Shipment } from "../../entities/shipment.js";
import type { Actor, ShippingDeps } from "../deps.js";
import type { Change } from "../null-rule.js";
import { type Result, refuse, refuseAny, settle } from "../result.js";
import { acceptOffer, hasAcceptedOffer } from "./accept-offer.js";
import { assembleDraft, type Draft } from "./assemble-draft.js";
import { fitsQuote } from "./check-quote.js";
import type { DraftInput } from "./draft-input.js";
import { clearedOfDraft, refusedDraftNulls, refusedServiceNull, withoutCleared } from "./draft-nulls.js";
import { draftColumns, insertPackages } from "./insert-draft.js";
import { lockDraft, refuseErased } from "./lock-shipment.js";
import { removePackages } from "./remove-packages.js";
import { loadStoredDetails } from "./stored-details.js";
import { ownTexts, withStoredSources } from "./stored-sources.js";

export interface UpdateShipmentInput extends Omit<DraftInput, "clientReference"> {
  shipmentId: string;
}

/**
 * Changes a draft: parts that are given replace what is stored, others stay, null clears what can be empty. A quote chosen
 * before stays while it fits what the draft has become, however old it is; else it is dropped, and remains as the offer
 * that was accepted. Codes as createShipment; NOT_ALLOWED when it is no draft.
 */
export function updateShipment(
  deps: ShippingDeps,
  actor: Actor,
  input: UpdateShipmentInput,
): Promise<Result<Change<Shipment>>> {
  return settle(() =>
    inTenant(deps.database, actor.tenantId, async (manager) => {
      const shipment = await lockDraft(manager, input.shipmentId, ["input", "shipmentId"], "changed");
      refuseErased(shipment, ["input", "shipmentId"]);
      const clearedFields = await changeDraft(deps, manager, shipment, input);
      return { row: await manager.findOneByOrFail(Shipment, { id: shipment.id }), clearedFields };
    }),
  );
}

async function changeDraft(
  deps: ShippingDeps,
  manager: EntityManager,
  shipment: Shipment,
  input: UpdateShipmentInput,
): Promise<string[]> {
  const stored = await loadStoredDetails(manager, shipment);
  refuseAny(refusedDraftNulls(input, stored));
  const base = withoutCleared(stored, input);
  const isSameQuote = input.rateQuoteId != null && input.rateQuoteId === shipment.rateQuoteId;
  const draft = await assembleDraft(deps, manager, withStoredSources(shipment, input), base, ["input"], isSameQuote);
  if (isSameQuote) refuseOtherDraft(draft);
  refuseAny(refusedServiceNull(input, draft.serviceCode));
  // Null clears the choice; what was accepted stays on record.
  const isQuoteCleared = input.rateQuoteId === null || input.service === null;
  const quote = draft.quote ?? (isQuoteCleared ? null : await fittingQuote(manager, shipment, draft));
  const columns = {
    ...draftColumns({ ...draft, quote }),
    isOfferOutdated: quote === null && (await hasAcceptedOffer(manager, shipment.id)),
    ...ownTexts(shipment, input),
    version: shipment.version + 1,
  };
  await manager.update(Shipment, { id: shipment.id }, columns);
  if (quote) await acceptOffer(manager, shipment.id, quote);
  if (input.packages?.length) {
    await removePackages(manager, shipment.id);
    await insertPackages(manager, shipment.tenantId, shipment.id, draft.details.packages);
  }
  const before = { sources: shipment, details: stored };
  return clearedOfDraft(before, { sources: columns, details: draft.details });
}

/** Given again with the change, the draft's own quote may be old, and must fit all the same. */
function refuseOtherDraft({ quote, details, account, serviceCode }: Draft): void {
  if (quote === null || fitsQuote(quote, { details, accountId: account.id, serviceCode })) return;
  const message = "The rate quote was made for another shipment: ask for rates again.";
  refuse("QUOTE_MISMATCH", message, ["input", "rateQuoteId"]);
}

/** The draft's quote, if it is still for what the draft has become; a method that is newly chosen has prices of its own. */
async function fittingQuote(
  manager: EntityManager,
  { rateQuoteId, shippingMethodId }: Shipment,
  { details, account, serviceCode, method }: Draft,
): Promise<RateQuote | null> {
  const quote = rateQuoteId === null ? null : await manager.findOneBy(RateQuote, { id: rateQuoteId });
  if (quote === null || !fitsQuote(quote, { details, accountId: account.id, serviceCode })) return null;
  const methodId = method?.id ?? null;
  return methodId === shippingMethodId || methodId === quote.shippingMethodId ? quote : null;
}
