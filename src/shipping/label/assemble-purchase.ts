import type { EntityManager } from "typeorm";
import type { DimensionUnit, WeightUnit } from "../../carrier/values.js";
import type { Shipment } from "../../entities/shipment.js";
import type { LabelFormat } from "../../entities/values/enums.js";
import type { StoredShipmentDetails } from "../../entities/values/stored-shipment-details.js";
import type { ShippingDeps } from "../deps.js";
import { fingerprint } from "../fingerprint.js";
import { Refusal } from "../result.js";
import { assembleDraft, type Draft } from "../shipment/assemble-draft.js";
import type { DraftInput } from "../shipment/draft-input.js";
import { lockShipment } from "../shipment/lock-shipment.js";
import { loadStoredDetails } from "../shipment/stored-details.js";
import { userError } from "../user-error.js";
import { blameDraft, blameTopLevel } from "./blame-draft.js";
import type { PurchaseInput } from "./purchase-input.js";
import { refuseUnpurchasable } from "./refuse-unpurchasable.js";

/** All that buying needs, checked: what is shipped, with whom, as what. */
export interface PurchasePlan extends Draft {
  serviceCode: string;
  labelFormat: keyof typeof LabelFormat;
  /** What the carrier is asked in; null: its usual units at the origin. */
  units: { weightUnit: WeightUnit; dimensionUnit: DimensionUnit } | null;
  /** Null: the shipment is still to be inserted. */
  shipment: Shipment | null;
  draftInput: DraftInput;
}

/** Throws a `Refusal`. The stored shipment, if any, is locked until the transaction ends. */
export async function assemblePurchase(
  deps: ShippingDeps,
  manager: EntityManager,
  input: PurchaseInput,
): Promise<PurchasePlan> {
  const shipment = input.shipmentId ? await lockShipment(manager, input.shipmentId, ["input", "shipmentId"]) : null;
  if (shipment) refuseUnpurchasable(shipment, ["input", "shipmentId"]);
  const draftInput = shipment ? storedInput(shipment, input) : inlineInput(input);
  const base = shipment ? await storedDetails(deps, manager, shipment) : null;
  const at = shipment ? ["input"] : ["input", "shipment"];
  const draft = await assembleDraft(deps, manager, draftInput, base, at).catch((error) =>
    Promise.reject(shipment ? blameDraft(error) : blameTopLevel(error, input)),
  );
  refuseUnready(draft, (part) => (shipment ? ["input", "shipmentId"] : ["input", "shipment", part]));
  return {
    ...draft,
    serviceCode: draft.serviceCode as string,
    labelFormat: input.labelFormat ?? draft.method?.labelFormat ?? "PDF",
    units: unitsOf(draft),
    shipment,
    draftInput,
  };
}

/** Same parts, same account, same service: what was price-checked is what is bought. */
export function planFingerprint(plan: PurchasePlan): string {
  return fingerprint([plan.details, plan.account.id, plan.serviceCode]);
}

/** Bought again after a void, a shipment whose day has passed goes on the day it is bought: it can be changed no more. */
async function storedDetails(
  deps: ShippingDeps,
  manager: EntityManager,
  shipment: Shipment,
): Promise<StoredShipmentDetails> {
  const details = await loadStoredDetails(manager, shipment);
  const today = deps.clock.now().toISOString().slice(0, 10);
  const isPast = details.shipDate !== null && details.shipDate < today;
  return shipment.status === "VOIDED" && isPast ? { ...details, shipDate: null } : details;
}

function storedInput(shipment: Shipment, input: PurchaseInput): DraftInput {
  const rateQuoteId = input.rateQuoteId ?? (input.service ? null : shipment.rateQuoteId);
  return {
    rateQuoteId,
    shippingMethodId: rateQuoteId ? null : shipment.shippingMethodId,
    carrierAccountId: shipment.accountId,
    service: input.service ?? (rateQuoteId ? null : shipment.serviceCode),
    reference: shipment.reference,
  };
}

function inlineInput(input: PurchaseInput): DraftInput {
  const { shipment } = input;
  return {
    ...shipment,
    rateQuoteId: input.rateQuoteId ?? shipment?.rateQuoteId,
    service: input.service ?? shipment?.service,
  };
}

function refuseUnready({ account, method, ...draft }: Draft, fieldOf: (part: string) => string[]): void {
  if (account.status !== "ACTIVE") {
    const message = "The carrier account is not active: activateCarrierAccount.";
    throw new Refusal([userError("ACCOUNT_NOT_READY", message, fieldOf("carrierAccountId"))]);
  }
  if (method?.integrationLevel === "RATE_ONLY") {
    const message = "The shipping method is for rates only.";
    throw new Refusal([userError("NOT_ALLOWED", message, fieldOf("shippingMethodId"))]);
  }
  if (draft.serviceCode === null) {
    throw new Refusal([
      userError("REQUIRED", "Choose a service, a rate quote, or a shipping method with a service.", [
        "input",
        "service",
      ]),
    ]);
  }
}

function unitsOf({ method }: Draft): PurchasePlan["units"] {
  if (!method?.weightUnit || !method.dimensionUnit) return null;
  return { weightUnit: method.weightUnit, dimensionUnit: method.dimensionUnit };
}
