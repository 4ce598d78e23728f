import type { EntityManager } from "typeorm";
import type { Shipment } from "../../entities/shipment.js";
import { refuse } from "../result.js";
import { isAnyReturnWaiting } from "../shipment/generated-return.js";
import { lockShipment, refuseErased } from "../shipment/lock-shipment.js";
import { returnDetails, storedReturnService } from "../shipment/return-details.js";
import type { ReturnInput } from "../shipment/return-input.js";
import { loadStoredDetails } from "../shipment/stored-details.js";
import { blameReturn } from "./blame.js";
import { outboundPackages } from "./outbound-packages.js";
import type { PurchaseInput } from "./purchase-input.js";
import type { PurchaseSource } from "./purchase-source.js";

const field = ["input", "outboundShipmentId"];

/**
 * A return made of what went out, the other way round. The outbound is locked until the transaction ends, so that two
 * tries to buy its return come one after the other. Throws a `Refusal`.
 */
export async function outboundSource(
  manager: EntityManager,
  input: PurchaseInput,
  { service, packageIds, reference, isGenerated }: ReturnInput,
  outboundShipmentId: string,
): Promise<PurchaseSource> {
  const outbound = await lockShipment(manager, outboundShipmentId, field);
  refuseErased(outbound, field);
  await refuseOtherBuyer(manager, outbound, isGenerated ?? false);
  const {
    purchase,
    indexes,
    packageIds: returnedPackageIds,
  } = await outboundPackages(manager, outbound, packageIds ?? null);
  const details = await loadStoredDetails(manager, outbound);
  const packages = indexes.map((index) => details.packages[index]!);
  return {
    shipment: null,
    draftInput: {
      carrierAccountId: purchase.accountId,
      service: input.service ?? purchase.serviceCode,
      orderId: outbound.orderId,
      reference: reference ?? outbound.reference,
      outboundShipmentId: outbound.id,
      returnedPackageIds,
    },
    base: returnDetails(details, packages, storedReturnService(service)),
    at: ["input"],
    field,
    blame: blameReturn,
    fieldOf: () => field,
    offerField: field,
    isOfferAccepted: false,
    labelFormat: purchase.labelFormat,
  };
}

/** The shipment that is given, as one that comes back. */
export function returnedSource(source: PurchaseSource, { service }: ReturnInput): PurchaseSource {
  return {
    ...source,
    draftInput: { ...source.draftInput, returnService: service },
    blame: (error) => blameReturn(source.blame(error)),
  };
}

/** While a return label is to be bought by itself nobody else buys one; and not by itself what somebody bought meanwhile. */
async function refuseOtherBuyer(manager: EntityManager, outbound: Shipment, isGenerated: boolean): Promise<void> {
  if ((await isAnyReturnWaiting(manager, outbound.id)) === isGenerated) return;
  const message = isGenerated
    ? "Its return label is not to be bought any more."
    : "Its return label is being bought: see generatedReturn of the shipment.";
  refuse("CONFLICT", message, field);
}
