import type { EntityManager } from "typeorm";
import { CarrierShippingMethod } from "../../entities/carrier-shipping-method.js";
import type { ShippingProvider } from "../../entities/values/account-enums.js";
import type { ShippingUserError } from "../../entities/values/user-error.js";
import { checkLength } from "../check-length.js";
import type { Actor, ShippingDeps } from "../deps.js";
import { newId } from "../new-id.js";
import { placeIdField, requirePlace } from "../place/find-place.js";
import { refuseAny } from "../result.js";
import { userError } from "../user-error.js";
import { carrierSettings, noCarrierSettings } from "./carrier-settings.js";
import { checkCarrierSettings } from "./check-carrier-settings.js";
import type { NewMethodInput } from "./method-input.js";
import { requireProvider } from "./method-provider.js";
import { checkMethodRules, type MethodRules, methodRules } from "./method-rules.js";
import { checkShipsWith, requireOneSource } from "./method-sources.js";
import { ownPriceConfiguration } from "./own-price.js";

/** What a new method takes over: of which it is the successor, and the rules that it has unless others are given. */
export interface Inherited {
  supersedesId: string | null;
  rules: MethodRules;
}

/** Checks and inserts a method of the provider that its configuration is for. Throws a `Refusal` with all that is wrong. */
export async function insertMethod(
  deps: ShippingDeps,
  manager: EntityManager,
  { tenantId }: Actor,
  sources: NewMethodInput,
  inherited: Inherited,
): Promise<CarrierShippingMethod> {
  const input = { ...sources, configuration: requireOneSource(sources) };
  const columns = newColumns(input, inherited);
  await requireMethodPlace(manager, columns.shipFromPlaceId);
  refuseAny([...checkName(input.name), ...(await checkColumns(deps, manager, input, columns))]);
  const id = newId("shm");
  await manager.insert(CarrierShippingMethod, { ...columns, tenantId, id });
  return manager.findOneByOrFail(CarrierShippingMethod, { id });
}

type Columns = ReturnType<typeof newColumns>;

function newColumns(input: NewMethodInput, { supersedesId, rules }: Inherited) {
  const { provider, settings } = input.configuration;
  const providerConfiguration = ownPriceConfiguration(input);
  return {
    ...(settings ? carrierSettings(settings, null) : noCarrierSettings),
    ...methodRules(input, rules),
    name: input.name.trim(),
    provider: (providerConfiguration?.provider ?? provider) as ShippingProvider,
    providerConfiguration,
    integrationLevel: input.integrationLevel ?? (settings ? ("RATE_AND_SHIP" as const) : ("RATE_ONLY" as const)),
    invoicingPolicy: input.invoicingPolicy ?? ("ESTIMATED" as const),
    isPublished: input.isPublished ?? false,
    shipFromPlaceId: input.shipFromPlaceId ?? null,
    supersedesId,
  };
}

async function checkColumns(
  deps: ShippingDeps,
  manager: EntityManager,
  input: NewMethodInput,
  columns: Columns,
): Promise<ShippingUserError[]> {
  const { at, provider, settings } = input.configuration;
  const { providerConfiguration } = columns;
  return [
    ...(settings ? await checkCarrierSettings(manager, requireProvider(deps, provider, at), columns, at) : []),
    ...checkShipsWith(columns, providerConfiguration !== null, at),
    ...checkMethodRules(columns, providerConfiguration, input),
  ];
}

/** Throws a `Refusal` NOT_FOUND or NOT_ALLOWED. */
export async function requireMethodPlace(manager: EntityManager, id: string | null): Promise<void> {
  if (id !== null) await requirePlace(manager, id, ["input", placeIdField]);
}

export function checkName(name: string | null | undefined): ShippingUserError[] {
  const field = ["input", "name"];
  return name?.trim() ? checkLength(name, field) : [userError("REQUIRED", "The method's name is missing.", field)];
}
