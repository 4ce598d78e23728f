import type { EntityManager } from "typeorm";
import type { DimensionUnit, WeightUnit } from "../../carrier/values.js";
import type { Shipment } from "../../entities/shipment.js";
import type { ShippingDocument } from "../../entities/shipping-document.js";
import type { CarrierMessage } from "../../entities/values/carrier-message.js";
import type { LabelFormat } from "../../entities/values/label-enums.js";
import type { ShippingDeps } from "../deps.js";
import { purchaseDocuments } from "../document/usable-documents.js";
import { fingerprint } from "../fingerprint.js";
import { requireFormat } from "../label/require-format.js";
import { refuse } from "../result.js";
import type { Draft } from "../shipment/assemble-draft.js";
import type { DraftInput } from "../shipment/draft-input.js";
import { assembleBuyable } from "./assemble-buyable.js";
import { blameTopLevel } from "./blame.js";
import type { PurchaseInput } from "./purchase-input.js";
import { draftSource, type PurchaseSource } from "./purchase-source.js";
import { outboundSource, returnedSource } from "./return-source.js";

/** All that buying needs, checked: what is shipped, with whom, as what. */
export interface PurchasePlan extends Draft {
  serviceCode: string;
  labelFormat: LabelFormat;
  /** What the carrier is asked in; null: its usual units at the origin. */
  units: { weightUnit: WeightUnit; dimensionUnit: DimensionUnit } | null;
  /** Null: the shipment is still to be inserted. */
  shipment: Shipment | null;
  draftInput: DraftInput;
  /** What the buyer is told of the address, kept with the purchase. */
  notices: CarrierMessage[];
  /** Where in the input the shipment stands. */
  field: string[];
  /** Where in the input its parts stand, before `blame` has put it right. */
  at: string[];
  blame(error: unknown): unknown;
  /** Uploaded documents that go with it, in the order given. */
  documents: ShippingDocument[];
  /** Where in the input the offer stands that is bought, if there is one. */
  offerField: string[];
}

/** Throws a `Refusal`. The stored shipment, if any, is locked until the transaction ends. */
export async function assemblePurchase(
  deps: ShippingDeps,
  manager: EntityManager,
  input: PurchaseInput,
): Promise<PurchasePlan> {
  const source = await sourceOf(deps, manager, input);
  const { shipment, draftInput } = source;
  const { draft, notices } = await assembleBuyable(deps, manager, source).catch((error) =>
    Promise.reject(source.blame(error)),
  );
  refuseUnready(draft, source.fieldOf);
  return {
    ...draft,
    serviceCode: draft.serviceCode as string,
    labelFormat: labelFormatOf(draft, input.labelFormat ?? source.labelFormat),
    units: unitsOf(draft),
    shipment,
    draftInput,
    notices,
    field: source.field,
    at: source.at,
    blame: source.blame,
    offerField: source.offerField,
    documents: input.documentIds?.length ? await purchaseDocuments(deps, manager, draft, input.documentIds) : [],
  };
}

/** What is bought: what went out comes back, a saved draft, or the shipment that is given, which may be a return too. */
async function sourceOf(deps: ShippingDeps, manager: EntityManager, input: PurchaseInput): Promise<PurchaseSource> {
  const { return: goodsReturn, shipmentId } = input;
  if (goodsReturn?.outboundShipmentId)
    return outboundSource(manager, input, goodsReturn, goodsReturn.outboundShipmentId);
  if (goodsReturn) return returnedSource(inlineSource(input), goodsReturn);
  return shipmentId ? draftSource(deps, manager, input, shipmentId) : inlineSource(input);
}

/** The shipment given beside the key. */
function inlineSource(input: PurchaseInput): PurchaseSource {
  const at = ["input", "shipment"];
  return {
    shipment: null,
    draftInput: {
      ...input.shipment,
      rateQuoteId: input.rateQuoteId ?? input.shipment?.rateQuoteId,
      service: input.service ?? input.shipment?.service,
    },
    base: null,
    at,
    field: at,
    blame: (error) => blameTopLevel(error, input),
    fieldOf: (part) => [...at, part],
    offerField: input.rateQuoteId ? ["input", "rateQuoteId"] : [...at, "rateQuoteId"],
    isOfferAccepted: false,
    labelFormat: null,
  };
}

/** What is asked for, else the method's, else the carrier's first. */
function labelFormatOf({ adapter, method }: Draft, asked: LabelFormat | null | undefined): LabelFormat {
  const format = asked ?? method?.labelFormat ?? adapter.catalogue.labelFormats[0];
  requireFormat(adapter, format, ["input", "labelFormat"]);
  return format;
}

/** Same parts, same account, same service, same offer: what was price-checked is what is bought. */
export function planFingerprint({ details, account, serviceCode, quote }: PurchasePlan): string {
  // When the carrier said what it is, is no part of it: it may have said the same again meanwhile.
  const shipTo = { ...details.shipTo, residentialStatusCheckedAt: null };
  return fingerprint([{ ...details, shipTo }, account.id, serviceCode, quote?.id]);
}

function refuseUnready({ account, method, ...draft }: Draft, fieldOf: (part: string) => string[]): void {
  if (account.status !== "ACTIVE") {
    const message = "The carrier account is not active: activateCarrierAccount.";
    refuse("ACCOUNT_NOT_READY", message, fieldOf("carrierAccountId"));
  }
  if (method?.integrationLevel === "RATE_ONLY") {
    const message = "The shipping method is for rates only.";
    refuse("NOT_ALLOWED", message, fieldOf("shippingMethodId"));
  }
  if (draft.serviceCode === null) {
    refuse("REQUIRED", "Choose a service, a rate quote, or a shipping method with a service.", ["input", "service"]);
  }
}

function unitsOf({ method }: Draft): PurchasePlan["units"] {
  if (!method?.weightUnit || !method.dimensionUnit) return null;
  return { weightUnit: method.weightUnit, dimensionUnit: method.dimensionUnit };
}
