import type { EntityManager } from "typeorm";
import { inTenant } from "../../database/tenant-transaction.js";
import { CarrierShippingMethod } from "../../entities/carrier-shipping-method.js";
import type { ShippingUserError } from "../../entities/values/user-error.js";
import type { Actor, ShippingDeps } from "../deps.js";
import { type Change, clearedFields, refusedNulls } from "../null-rule.js";
import { type Result, refuse, refuseAny, settle } from "../result.js";
import { auditMethod } from "./audit-method.js";
import { carrierSettings } from "./carrier-settings.js";
import { checkCarrierSettings } from "./check-carrier-settings.js";
import { checkName } from "./insert-method.js";
import { lockMethod, methodIdField } from "./lock-method.js";
import type { MethodChangesInput } from "./method-input.js";
import { isCarriersMethod, providerNames, requireProvider } from "./method-provider.js";

/**
 * Changes what is given; shipments and quotes made before keep what they were made with. Codes: REQUIRED, INVALID,
 * TOO_LONG, NOT_FOUND, NOT_ALLOWED (archived, or no carrier's method), OPTION_NOT_ALLOWED.
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
      refuseAny(refusedMethodNulls(input));
      const columns = await changedColumns(deps, manager, method, input);
      if (Object.keys(columns).length > 0) await manager.update(CarrierShippingMethod, { id: method.id }, columns);
      const row = await manager.findOneByOrFail(CarrierShippingMethod, { id: method.id });
      await auditMethod(manager, actor, "SHIPPING_METHOD_UPDATED", method, row);
      return { row, clearedFields: clearedFields(clearable(method), clearable(row)) };
    }),
  );
}

const neverEmpty = ["name", "integrationLevel", "isPublished", "invoicingPolicy"] as const;
const neverEmptySettings = [
  ...(["carrierAccountId", "packageType", "weightUnit", "dimensionUnit", "labelFormat"] as const),
  ...(["billMyAccount", "collectOnDelivery", "generateReturnLabel", "dutiesPayer"] as const),
];

const clearable = ({ serviceCode }: CarrierShippingMethod) => ({ "ups.service": serviceCode });

/** Only the service can be empty: every service then. */
function refusedMethodNulls({ configuration, ...input }: MethodChangesInput): ShippingUserError[] {
  const { at, settings } = configuration;
  return [
    ...refusedNulls(input, neverEmpty, ["input"]),
    ...refusedNulls({ settings }, ["settings"], at).map((error) => ({ ...error, field: at })),
    ...refusedNulls(settings, neverEmptySettings, at),
  ];
}

function refuseReadOnly(deps: ShippingDeps, method: CarrierShippingMethod): void {
  const reason = method.archivedAt
    ? "The shipping method is archived."
    : isCarriersMethod(deps, method)
      ? null
      : `A ${method.provider} method is read-only: replace it with a ${providerNames(deps)} method.`;
  if (reason) refuse("NOT_ALLOWED", reason, methodIdField);
}

async function changedColumns(
  deps: ShippingDeps,
  manager: EntityManager,
  method: CarrierShippingMethod,
  input: MethodChangesInput,
) {
  const { at, settings: settingsInput } = input.configuration;
  if (settingsInput && input.configuration.provider !== method.provider) {
    refuse("INVALID", `The method is one of ${method.provider}.`, at);
  }
  const provider = requireProvider(deps, method.provider, at);
  const settings = settingsInput ? carrierSettings(settingsInput, method) : null;
  const userErrors = [
    ...(input.name == null ? [] : checkName(input.name)),
    ...(settings ? await checkCarrierSettings(manager, provider, settings, at) : []),
  ];
  refuseAny(userErrors);
  return {
    ...settings,
    ...(input.name != null && { name: input.name.trim() }),
    ...(input.integrationLevel != null && { integrationLevel: input.integrationLevel }),
    ...(input.invoicingPolicy != null && { invoicingPolicy: input.invoicingPolicy }),
    ...(input.isPublished != null && { isPublished: input.isPublished }),
  };
}
