import { inTenant } from "../../database/tenant-transaction.js";
import type { CarrierShippingMethod } from "../../entities/carrier-shipping-method.js";
import type { Actor, ShippingDeps } from "../deps.js";
import { type Result, settle } from "../result.js";
import { auditMethod } from "./audit-method.js";
import { insertMethod } from "./insert-method.js";
import type { NewMethodInput } from "./method-input.js";
import { plainRules } from "./method-rules.js";

/** Adds a method of a carrier, or one with a price of its own. Codes: REQUIRED, INVALID, TOO_LONG, NOT_FOUND, NOT_ALLOWED, OPTION_NOT_ALLOWED. */
export function createShippingMethod(
  deps: ShippingDeps,
  actor: Actor,
  input: NewMethodInput,
): Promise<Result<CarrierShippingMethod>> {
  return settle(() =>
    inTenant(deps.database, actor.tenantId, async (manager) => {
      const method = await insertMethod(deps, manager, actor, input, { supersedesId: null, rules: plainRules });
      await auditMethod(manager, actor, "SHIPPING_METHOD_CREATED", null, method);
      return method;
    }),
  );
}
