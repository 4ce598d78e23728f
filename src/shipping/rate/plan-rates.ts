import type { EntityManager } from "typeorm";
import { readInTenant } from "../../database/tenant-transaction.js";
import { Shipment } from "../../entities/shipment.js";
import { type PostalAddress, postalAddress } from "../../entities/values/postal-address.js";
import type { StoredShipmentDetails } from "../../entities/values/stored-shipment-details.js";
import { findCustomersPayer } from "../customer/customers-payer.js";
import type { ShippingDeps } from "../deps.js";
import { templatesOf } from "../packing/find-templates.js";
import { Refusal, type Result, refuse, refuseAny, settle } from "../result.js";
import { findUnnamedAccount } from "../settings/default-account.js";
import { findAddressDoubts } from "../shipment/address-doubt.js";
import { findChosenLocation, findClassifications } from "../shipment/destination.js";
import { refuseErased } from "../shipment/lock-shipment.js";
import { checkPast, withoutPastDay } from "../shipment/ship-date.js";
import { loadStoredDetails } from "../shipment/stored-details.js";
import { userError } from "../user-error.js";
import { chooseMethods } from "./choose-methods.js";
import { checkOrder } from "./order-given.js";
import { withPlaces } from "./placed-choices.js";
import type { RateChoice, RatePlan } from "./rate-choice.js";
import type { RatesInput } from "./rates-input.js";

/**
 * Reads, in one transaction, what is to be rated and with which methods or accounts. Codes: NOT_FOUND, NOT_ALLOWED,
 * REQUIRED, INVALID.
 */
export function planRates(deps: ShippingDeps, tenantId: string, input: RatesInput): Promise<Result<RatePlan>> {
  return settle(() =>
    readInTenant(deps.database, tenantId, async (manager) => {
      const shipment = await findRateable(manager, input);
      refuseAny(checkOrder(input, ["input"]));
      const unplaced = await chooseMethods(deps, manager, input, shipment?.accountId ?? null);
      const choices = shipment ? unplaced : await withPlaces(manager, unplaced, input);
      const now = deps.clock.now();
      refuseAny(checkPast(input.shipDate ?? null, now, ["input", "shipDate"]));
      const draft = shipment && (await draftDetails(manager, shipment, now));
      const chosen = shipment ? undefined : input.carrierLocationId;
      const location = await findChosenLocation(manager, chosen, ["input", "carrierLocationId"]);
      const templates = await templatesOf(manager, input.packages, ["input", "packages"]);
      const shipTo = input.shipTo ? postalAddress(input.shipTo) : (draft?.shipTo ?? null);
      const classifications = await findClassifications(manager, tenantId, shipTo);
      const doubts = await findAddressDoubts(manager, tenantId, shipTo);
      const sender = await senderOf(manager, input, choices);
      const payerField = ["input", "options", "customerCarrierAccountId"];
      const payerId = input.options?.customerCarrierAccountId;
      const customersPayer = await findCustomersPayer(deps, manager, payerId, payerField);
      const parts = { draft, location, templates, customersPayer };
      return { ...parts, choices, classifications, sender, doubts };
    }),
  );
}

/** Asked for only where a method without a carrier needs it. */
async function senderOf(
  manager: EntityManager,
  input: RatesInput,
  choices: RateChoice[],
): Promise<PostalAddress | null> {
  if (input.shipFrom || choices.every(({ accountId }) => accountId !== null)) return null;
  return (await findUnnamedAccount(manager)).account?.address ?? null;
}

/** The draft as it would be bought. Throws a `Refusal` when its day has passed. */
async function draftDetails(manager: EntityManager, shipment: Shipment, now: Date): Promise<StoredShipmentDetails> {
  const details = await loadStoredDetails(manager, shipment);
  if (shipment.status === "VOIDED") return withoutPastDay(details, now);
  const problems = checkPast(details.shipDate, now, ["input", "shipmentId"]);
  refuseAny(problems.map((problem) => ({ ...problem, message: `shipDate: ${problem.message}` })));
  return details;
}

const partNames = [
  "shipFrom",
  "shipFromPlaceId",
  "shipTo",
  "packages",
  "options",
  "customsDeclaration",
  "shipDate",
  "carrierLocationId",
] as const;

/** A draft is rated as it stands: a quote of a changed one could not be bought for it. A voided one can be bought again. */
async function findRateable(manager: EntityManager, input: RatesInput): Promise<Shipment | null> {
  if (input.shipmentId == null) return null;
  const parts = partNames.filter((part) => input[part] != null);
  if (parts.length > 0) {
    const message = "Give a shipment or the parts of one, not both.";
    throw new Refusal(parts.map((part) => userError("INVALID", message, ["input", part])));
  }
  const field = ["input", "shipmentId"];
  const shipment = await manager.findOneBy(Shipment, { id: input.shipmentId });
  if (shipment === null) refuse("NOT_FOUND", "There is no such shipment.", field);
  refuseErased(shipment, field);
  if (shipment.status !== "DRAFT" && shipment.status !== "VOIDED") {
    refuse("NOT_ALLOWED", `It cannot be bought: it is ${shipment.status}.`, field);
  }
  return shipment;
}
