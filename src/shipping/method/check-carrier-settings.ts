import type { EntityManager } from "typeorm";
import type { CarrierAdapter } from "../../carrier/adapter.js";
import type { CarrierCatalogue } from "../../carrier/catalogue.js";
import { CarrierAccount } from "../../entities/carrier-account.js";
import type { ShippingUserError } from "../../entities/values/user-error.js";
import { unknownPackageType, unknownService } from "../unknown-words.js";
import { userError } from "../user-error.js";
import type { CarrierSettings, Fail } from "./carrier-settings.js";
import { checkUnits } from "./check-units.js";
import type { MethodProvider } from "./method-provider.js";

/** Everything that is wrong with the settings, against the carrier's catalogue from the account's own country. */
export async function checkCarrierSettings(
  manager: EntityManager,
  provider: MethodProvider,
  settings: CarrierSettings,
  at: string[],
): Promise<ShippingUserError[]> {
  const fail: Fail = (code, field, message) => userError(code, message, [...at, field]);
  const { accountId } = settings;
  const account = accountId && (await manager.findOneBy(CarrierAccount, { id: accountId }));
  const { adapter } = provider;
  const own = [...checkRequired(provider, settings, fail), ...checkAccount(adapter, settings, account || null, fail)];
  if (!account || account.carrierCode !== adapter.code) return own;
  const { catalogue } = adapter;
  const origin = adapter.accounts.countryOf?.(account.address) ?? account.address.countryCode;
  return [
    ...own,
    ...checkServices(settings, catalogue, origin, fail),
    ...checkUnits(settings, catalogue.units(origin), origin, fail),
    ...checkLabelFormat(settings, catalogue, fail),
  ];
}

const columns = {
  packageType: ["packageTypeCode", "The package type"],
  weightUnit: ["weightUnit", "The package weight unit"],
  dimensionUnit: ["dimensionUnit", "The package size unit"],
  labelFormat: ["labelFormat", "The label format"],
} as const;

function checkRequired({ methods }: MethodProvider, settings: CarrierSettings, fail: Fail): ShippingUserError[] {
  const missing = methods.required.filter((field) => settings[columns[field][0]] === null);
  return [
    ...(settings.accountId === null ? [fail("REQUIRED", "carrierAccountId", "The carrier account is missing.")] : []),
    ...missing.map((field) => fail("REQUIRED", field, `${columns[field][1]} is missing.`)),
  ];
}

function checkAccount(
  adapter: CarrierAdapter,
  { accountId }: CarrierSettings,
  account: CarrierAccount | null,
  fail: Fail,
): ShippingUserError[] {
  if (accountId === null) return [];
  if (account === null) return [fail("NOT_FOUND", "carrierAccountId", `There is no carrier account ${accountId}.`)];
  if (account.carrierCode !== adapter.code)
    return [fail("INVALID", "carrierAccountId", `This is no ${adapter.name} account.`)];
  return account.status === "ARCHIVED"
    ? [fail("NOT_ALLOWED", "carrierAccountId", "The carrier account is archived.")]
    : [];
}

function checkServices(
  { serviceCode, packageTypeCode }: CarrierSettings,
  catalogue: CarrierCatalogue,
  origin: string,
  fail: Fail,
): ShippingUserError[] {
  const service = serviceCode === null ? null : catalogue.findService(serviceCode, origin);
  if (serviceCode !== null && service === null) {
    return [fail("INVALID", "service", unknownService(serviceCode, catalogue, origin))];
  }
  if (service !== null && service.code !== serviceCode) {
    return [fail("INVALID", "service", `${service.name} is ${service.code}, not ${serviceCode}.`)];
  }
  const isSold = service === null || catalogue.services(origin, null).some(({ code }) => code === service.code);
  const unsold = `${service?.name} is not supported by this service from ${origin}.`;
  return [
    ...(isSold ? [] : [fail("OPTION_NOT_ALLOWED", "service", unsold)]),
    ...checkPackageType(packageTypeCode, service, catalogue, fail),
  ];
}

function checkPackageType(
  packageTypeCode: string | null,
  service: { code: string; name: string } | null,
  catalogue: CarrierCatalogue,
  fail: Fail,
): ShippingUserError[] {
  const find = (serviceCode: string | null) =>
    catalogue.packageTypes(serviceCode).find(({ code }) => code === packageTypeCode);
  if (packageTypeCode === null) return [];
  const type = find(null);
  if (type === undefined) return [fail("INVALID", "packageType", unknownPackageType(packageTypeCode, catalogue))];
  return service === null || find(service.code)
    ? []
    : [fail("OPTION_NOT_ALLOWED", "packageType", `${type.name} does not go with ${service.name}.`)];
}

function checkLabelFormat(
  { labelFormat }: CarrierSettings,
  { labelFormats }: CarrierCatalogue,
  fail: Fail,
): ShippingUserError[] {
  if (labelFormat === null || labelFormats.includes(labelFormat)) return [];
  return [fail("OPTION_NOT_ALLOWED", "labelFormat", `Labels are ${labelFormats.join(" or ")}.`)];
}
