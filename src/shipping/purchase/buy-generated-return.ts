import type { EntityManager } from "typeorm";
import { inTenant, readInTenant } from "../../database/tenant-transaction.js";
import { GeneratedReturn } from "../../entities/generated-return.js";
import type { LabelPurchase } from "../../entities/label-purchase.js";
import type { ShippingUserError } from "../../entities/values/user-error.js";
import { reach } from "../../failpoints.js";
import type { ShippingDeps } from "../deps.js";
import { type Result, settle } from "../result.js";
import {
  claimGeneratedReturn,
  isReturnWaiting,
  refuseGeneratedReturn,
  requeueGeneratedReturn,
} from "../shipment/generated-return.js";
import { generatedService } from "../shipment/return-details.js";
import { awaitOutcome } from "./await-outcome.js";
import type { PurchaseInput } from "./purchase-input.js";
import { startPurchase } from "./start-purchase.js";

/**
 * Buys the return label that the outbound purchase is to bring, if that is still to be done. Its key is made of the
 * outbound's reference, so that it is bought once whoever tries, however often, and whatever the database has lost. Never throws: the outbound is bought, and
 * what could not be done is done by the worker. While nothing is sold it is waited for, however long.
 */
export async function buyGeneratedReturn(deps: ShippingDeps, outbound: LabelPurchase): Promise<void> {
  const { tenantId, id } = outbound;
  if (!deps.isSelling) return;
  try {
    if (!(await readInTenant(deps.database, tenantId, (manager) => isReturnWaiting(manager, id)))) return;
    reach("generated-return.ordered", id);
    const { value, userErrors } = await buyReturn(deps, outbound);
    reach("generated-return.bought", id);
    await inTenant(deps.database, tenantId, (manager) => {
      if (value === null) return settleRefusal(manager, id, userErrors);
      if (isUnsent(value)) return requeueGeneratedReturn(deps, manager, outbound, value.shipmentId, triedForHours);
      return claimGeneratedReturn(manager, value.shipmentId, { purchaseId: id, state: "WAITING" });
    });
  } catch (error) {
    deps.log.warn("A return label could not be bought yet.", { purchaseId: id, error });
  }
}

/** As `purchaseLabel` does, but that a return brings none of its own. */
function buyReturn(deps: ShippingDeps, outbound: LabelPurchase): Promise<Result<LabelPurchase>> {
  const actor = { tenantId: outbound.tenantId, subject: "worker" };
  const deadline = Date.now() + deps.timings.answerWithin * 1000;
  return settle(async () => {
    const { purchase, own } = await startPurchase(deps, actor, inputOf(outbound));
    return awaitOutcome(deps, actor, purchase, deadline, own?.sent ?? null);
  });
}

/** Always the same for the same outbound: the second try with its key must be the first one again. */
function inputOf(outbound: LabelPurchase): PurchaseInput {
  const service = { ...generatedService };
  return {
    idempotencyKey: generatedReturnKey(outbound),
    return: { service, outboundShipmentId: outbound.shipmentId, isGenerated: true },
  };
}

/** Of the purchase of a return by itself. */
export function generatedReturnKey({ carrierReference }: LabelPurchase): string {
  return `generated return of ${carrierReference}`;
}

/** The key is free again: the carrier never got the request. */
function isUnsent({ state, idempotencyKey }: LabelPurchase): boolean {
  return state === "NOT_CREATED" && idempotencyKey === null;
}

const passing = new Set<ShippingUserError["code"]>(["CARRIER_UNAVAILABLE", "CONFLICT"]);
export const triedForHours = 24;

/** What passes is waited out for a day; what does not is left to people. */
async function settleRefusal(manager: EntityManager, purchaseId: string, userErrors: ShippingUserError[]) {
  const { createdAt } = await manager.findOneByOrFail(GeneratedReturn, { purchaseId });
  const isOld = Date.now() - Date.parse(createdAt) > triedForHours * 3_600_000;
  if (isOld || !userErrors.every(({ code }) => passing.has(code)))
    await refuseGeneratedReturn(manager, purchaseId, userErrors);
}
