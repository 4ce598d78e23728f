import type { EntityManager } from "typeorm";
import type { CarrierAdapter } from "../../carrier/adapter.js";
import { countryCode, isCountryCode } from "../../carrier/address-parts.js";
import type { LanePlace, ServiceOption, ServiceOptionsQuery } from "../../carrier/service-options.js";
import { readInTenant } from "../../database/tenant-transaction.js";
import { CarrierAccount } from "../../entities/carrier-account.js";
import { CarrierServiceOptionCode } from "../../entities/values/service-option-enums.js";
import type { ShippingUserError } from "../../entities/values/user-error.js";
import { adapterOf } from "../account/load-account.js";
import type { Actor, ShippingDeps } from "../deps.js";
import type { InputOf } from "../input-of.js";
import { type Result, refuse, refuseAny, settle } from "../result.js";
import { findUnnamedAccount } from "../settings/default-account.js";
import { unknownPackageType, unknownService } from "../unknown-words.js";
import { userError } from "../user-error.js";

export type LanePlaceInput = InputOf<LanePlace, "countryCode">;

export interface ServiceOptionsInput {
  shipFrom?: LanePlaceInput | null;
  shipTo: LanePlaceInput;
  carrierAccountId?: string | null;
  service?: string | null;
  packageType?: string | null;
}

/**
 * Every extra of a carrier, each with the reason where it is not to be had on the lane. Asks no carrier. The account,
 * or the default one, or the only one there is, brings carrier and origin; without any, the only carrier answers for the origin given.
 * Codes: REQUIRED, INVALID, NOT_FOUND.
 */
export function listServiceOptions(
  deps: ShippingDeps,
  actor: Actor,
  input: ServiceOptionsInput,
): Promise<Result<ServiceOption[]>> {
  return settle(async () => {
    const account = await readInTenant(deps.database, actor.tenantId, (manager) => findAccount(manager, input));
    const adapter = account ? adapterOf(deps, account) : onlyCarrier(deps);
    if (!input.shipFrom && account === null) {
      refuse("REQUIRED", "Give the origin, or a carrier account.", ["input", "shipFrom"]);
    }
    const query = {
      from: input.shipFrom ? placeOf(input.shipFrom) : account!.address,
      to: placeOf(input.shipTo),
      serviceCode: input.service?.trim() || null,
      packageType: input.packageType?.trim() || null,
    };
    const errors = [
      ...faultsOf(input.shipFrom, "shipFrom"),
      ...faultsOf(input.shipTo, "shipTo"),
      ...unknownCodes(query, adapter),
    ];
    refuseAny(errors);
    return everyOption(adapter, query);
  });
}

/** Those that the carrier names, and those that it has not at all. */
function everyOption(adapter: CarrierAdapter, query: ServiceOptionsQuery): ServiceOption[] {
  const named = adapter.serviceOptions(query);
  const codes = Object.keys(CarrierServiceOptionCode) as CarrierServiceOptionCode[];
  const unnamed = codes.filter((code) => named.every((option) => option.code !== code));
  const reason = `It is not supported by this service with ${adapter.name}.`;
  const nothing = { level: null, minimum: null, maximum: null, currencyCodes: [], funds: [], note: null };
  return [...named, ...unnamed.map((code) => ({ ...nothing, code, isAvailable: false, reason }))];
}

async function findAccount(manager: EntityManager, { carrierAccountId }: ServiceOptionsInput) {
  if (carrierAccountId == null) return (await findUnnamedAccount(manager)).account;
  const account = await manager.findOneBy(CarrierAccount, { id: carrierAccountId });
  if (account !== null) return account;
  refuse("NOT_FOUND", "There is no such carrier account.", ["input", "carrierAccountId"]);
}

function onlyCarrier({ carriers }: ShippingDeps): CarrierAdapter {
  const [adapter, ...rest] = carriers.values();
  if (adapter !== undefined && rest.length === 0) return adapter;
  refuse("REQUIRED", "Name the carrier account, or set a default with updateShippingSettings.", [
    "input",
    "carrierAccountId",
  ]);
}

function placeOf({ countryCode: country, region, postalCode }: LanePlaceInput): LanePlace {
  return {
    countryCode: countryCode(country),
    region: region?.trim() || null,
    postalCode: postalCode?.trim() || null,
  };
}

function faultsOf(place: LanePlaceInput | null | undefined, part: "shipFrom" | "shipTo"): ShippingUserError[] {
  if (!place || isCountryCode(placeOf(place).countryCode)) return [];
  return [userError("INVALID", "This is no country code of ISO 3166-1 alpha-2.", ["input", part, "countryCode"])];
}

function unknownCodes(
  { serviceCode, packageType, from }: ServiceOptionsQuery,
  { catalogue }: CarrierAdapter,
): ShippingUserError[] {
  const isService = serviceCode === null || catalogue.findService(serviceCode, null) !== null;
  const isPackageType = packageType === null || catalogue.packageTypes(null).some(({ code }) => code === packageType);
  const fail = (message: string, field: string) => userError("INVALID", message, ["input", field]);
  return [
    ...(isService ? [] : [fail(unknownService(serviceCode, catalogue, from.countryCode), "service")]),
    ...(isPackageType ? [] : [fail(unknownPackageType(packageType, catalogue), "packageType")]),
  ];
}
