import type { EntityManager } from "typeorm";
import type { CarrierAdapter } from "../../carrier/adapter.js";
import type { ShippingDocument } from "../../entities/shipping-document.js";
import type { ShippingDeps } from "../deps.js";
import { refuse } from "../result.js";
import type { Draft } from "../shipment/assemble-draft.js";
import { takesNone } from "./documents-of.js";
import { usableDocuments } from "./usable-documents.js";

const at = ["input", "documentIds"];

/** The documents that a purchase is to take along, where the carrier takes any. Throws a `Refusal`. */
export async function purchaseDocuments(
  deps: ShippingDeps,
  manager: EntityManager,
  draft: Draft,
  documentIds: string[] | null | undefined,
): Promise<ShippingDocument[]> {
  if (!documentIds?.length) return [];
  const documents = await usableDocuments(deps, manager, draft, documentIds, at);
  const why = whyNone(draft);
  if (why !== null) refuse("OPTION_NOT_ALLOWED", why, at);
  return documents;
}

function whyNone({ adapter, details, serviceCode }: Draft): string | null {
  if (details.returnService !== null && !adapter.documents?.goWithReturns)
    return "Papers of your own do not go with a return.";
  return whyNotOnLane(adapter, details, serviceCode);
}

/** Why the carrier takes no papers of one's own there; null: it does. */
export function whyNotOnLane(
  adapter: CarrierAdapter,
  { shipFrom: from, shipTo: to }: Pick<Draft["details"], "shipFrom" | "shipTo">,
  serviceCode: string | null,
): string | null {
  const options = adapter.serviceOptions({ from, to, serviceCode, packageType: null });
  const option = options.find(({ code }) => code === "PAPERLESS_DOCUMENTS");
  return option?.isAvailable ? null : (option?.reason ?? takesNone);
}
