import { type EntityManager, In } from "typeorm";
import type { CarrierAdapter } from "../../carrier/adapter.js";
import type { CarrierAccount } from "../../entities/carrier-account.js";
import { ShippingDocument } from "../../entities/shipping-document.js";
import type { ShippingUserError } from "../../entities/values/user-error.js";
import type { ShippingDeps } from "../deps.js";
import { refuse, refuseAny } from "../result.js";
import type { Draft } from "../shipment/assemble-draft.js";
import { userError } from "../user-error.js";
import { documentsOf, takesNone } from "./documents-of.js";

const at = ["input", "documentIds"];

/** The documents that a purchase is to take along, where the carrier takes any. Throws a `Refusal`. */
export async function purchaseDocuments(
  deps: ShippingDeps,
  manager: EntityManager,
  draft: Draft,
  documentIds: string[],
): Promise<ShippingDocument[]> {
  const documents = await usableDocuments(deps, manager, draft, documentIds, at);
  const why = whyNone(draft);
  if (why !== null) refuse("OPTION_NOT_ALLOWED", why, at);
  return documents;
}

function whyNone({ adapter, details, serviceCode }: Draft): string | null {
  if (details.returnService !== null && !adapter.documents?.goWithReturns)
    return "Uploaded documents cannot be sent with a return.";
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

interface Using {
  account: CarrierAccount;
  adapter: CarrierAdapter;
}

/** The documents in the order given, all of them fit to go with a shipment of the account. Throws a `Refusal`. */
export async function usableDocuments(
  deps: Pick<ShippingDeps, "clock">,
  manager: EntityManager,
  { account, adapter }: Using,
  documentIds: string[],
  at: string[],
): Promise<ShippingDocument[]> {
  if (documentIds.length === 0) return [];
  const most = documentsOf(adapter, at).limits(account.environment).maxPerShipment;
  if (documentIds.length > most) refuseTooMany(most, at);
  const found = await manager.findBy(ShippingDocument, { id: In(documentIds) });
  const chosen = documentIds.map((id) => found.find((document) => document.id === id));
  const now = deps.clock.now();
  const errors = documentIds.flatMap((id, index) => {
    if (documentIds.indexOf(id) !== index)
      return [userError("INVALID", "This document is named twice.", [...at, `${index}`])];
    return whyUnusable(chosen[index], account, now, [...at, `${index}`]);
  });
  refuseAny(errors);
  return chosen.filter((document) => document !== undefined);
}

export function refuseTooMany(most: number, at: string[]): never {
  refuse("INVALID", `At most ${most} documents can go with a shipment.`, at);
}

function whyUnusable(
  document: ShippingDocument | undefined,
  account: CarrierAccount,
  now: Date,
  field: string[],
): ShippingUserError[] {
  if (document === undefined) return [userError("NOT_FOUND", "Nothing has this id.", field)];
  const why =
    (document.origin !== "UPLOADED" && "The carrier made this document: it belongs to its own shipment only.") ||
    (document.deletedAt !== null && "The document is deleted.") ||
    (document.expiresAt !== null &&
      Date.parse(document.expiresAt) <= now.getTime() &&
      "The document has expired: upload it again.") ||
    (document.accountId !== account.id && "The document was uploaded with another carrier account.");
  return why ? [userError("NOT_ALLOWED", why, field)] : [];
}

/** The carrier's own numbers, in order. */
export function carrierIds(documents: ShippingDocument[]): string[] {
  return documents.map(({ carrierDocumentId }) => carrierDocumentId as string);
}
