import { inTenant } from "../../database/tenant-transaction.js";
import { CarrierShippingMethod } from "../../entities/carrier-shipping-method.js";
import type { ShippingUserError } from "../../entities/values/user-error.js";
import type { Actor, ShippingDeps } from "../deps.js";
import { type Change, clearedFields, refusedNulls } from "../null-rule.js";
import { type Result, refuse, refuseAny, settle } from "../result.js";
import { auditMethod } from "./audit-method.js";
import { changedColumns } from "./changed-method.js";
import { lockMethod, methodIdField } from "./lock-method.js";
import type { MethodChangesInput } from "./method-input.js";
import { hasOwnPrice, isCarriersMethod, providerNames } from "./method-provider.js";
import { partsOf, refusedRuleNulls } from "./method-rules.js";
import { carriersPart } from "./method-sources.js";

/**
 * Changes what is given; shipments and quotes made before keep what they were made with. Codes: REQUIRED, INVALID,
 * TOO_LONG, NOT_FOUND, NOT_ALLOWED (archived, or a legacy method), OPTION_NOT_ALLOWED.
 */
export function updateShippingMethod(
  deps: ShippingDeps,
  actor: Actor,
  input: MethodChangesInput,
): Promise<Result<Change<CarrierShippingMethod>>> {
  return settle(() =>
    inTenant(deps.database, actor.tenantId, async (manager) => {
      const method = await lockMethod(manager, input.shippingMethodId, methodIdField);
      refuseReadOnly(deps, method);
      refuseAny(refusedMethodNulls(method, input));
      const configuration = carriersPart(input, hasOwnPrice(method));
      const columns = await changedColumns(deps, manager, method, { ...input, configuration });
      await manager.update(CarrierShippingMethod, { id: method.id }, columns);
      const row = await manager.findOneByOrFail(CarrierShippingMethod, { id: method.id });
      await auditMethod(manager, actor, "SHIPPING_METHOD_UPDATED", method, row);
      return { row, clearedFields: clearedFields(clearable(method), clearable(row)) };
    }),
  );
}

const neverEmpty = ["name", "integrationLevel", "isPublished", "invoicingPolicy", "fixed", "rules"] as const;
const neverEmptySettings = [
  ...(["carrierAccountId", "packageType", "weightUnit", "dimensionUnit", "labelFormat"] as const),
  ...(["billMyAccount", "collectOnDelivery", "generateReturnLabel", "dutiesPayer"] as const),
];

/** A method without its carrier's settings has no service either: that is told once. */
function clearable(method: CarrierShippingMethod): Record<string, unknown> {
  const carrier = hasOwnPrice(method) ? { shipsWith: method.accountId } : { "ups.service": method.serviceCode };
  return { ...carrier, shipFromPlaceId: method.shipFromPlaceId, ...partsOf(method) };
}

/** What a carrier's method ships with is its price's source too, and stays. */
function refusedMethodNulls(
  method: CarrierShippingMethod,
  { configuration, shipsWith, ...input }: MethodChangesInput,
): ShippingUserError[] {
  const neverNull = hasOwnPrice(method) ? [configuration] : [configuration, shipsWith];
  return [
    ...refusedNulls(input, neverEmpty, ["input"]),
    ...neverNull.flatMap(({ at, settings }) =>
      refusedNulls({ settings }, ["settings"], at).map((error) => ({ ...error, field: at })),
    ),
    ...[configuration, shipsWith].flatMap(({ at, settings }) => refusedNulls(settings, neverEmptySettings, at)),
    ...refusedRuleNulls(input),
  ];
}

function refuseReadOnly(deps: ShippingDeps, method: CarrierShippingMethod): void {
  const reason = method.archivedAt
    ? "The shipping method is archived."
    : isCarriersMethod(deps, method) || hasOwnPrice(method)
      ? null
      : `A ${method.provider} method is read-only: replace it with a ${providerNames(deps)} method.`;
  if (reason) refuse("NOT_ALLOWED", reason, methodIdField);
}
