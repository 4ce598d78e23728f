import type { EntityManager } from "typeorm";
import type { CarrierCatalogue } from "../../carrier/catalogue.js";
import { CarrierAccount } from "../../entities/carrier-account.js";
import type { ShippingUserError } from "../../entities/values/user-error.js";
import type { ShippingDeps } from "../deps.js";
import { userError } from "../user-error.js";
import { checkUnits } from "./check-units.js";
import type { UpsConfigurationColumns } from "./ups-configuration.js";

const at = ["input", "ups"];
const fail = (code: ShippingUserError["code"], field: string, message: string) =>
  userError(code, message, [...at, field]);

/** Everything that is wrong with a configuration, against the carrier's catalogue from the account's own country. */
export async function checkUpsConfiguration(
  deps: Pick<ShippingDeps, "carriers">,
  manager: EntityManager,
  columns: UpsConfigurationColumns,
): Promise<ShippingUserError[]> {
  const account = columns.accountId && (await manager.findOneBy(CarrierAccount, { id: columns.accountId }));
  const catalogue = account ? deps.carriers.get(account.carrierCode)?.catalogue : undefined;
  const own = [...checkRequired(columns), ...checkAccount(columns, account || null)];
  if (!account || !catalogue) return own;
  const origin = account.address.countryCode;
  return [
    ...own,
    ...checkServices(columns, catalogue, origin),
    ...checkUnits(columns, catalogue.units(origin), origin),
  ];
}

function checkRequired(columns: UpsConfigurationColumns): ShippingUserError[] {
  const needed = [
    ["accountId", "accountId", "The carrier account"],
    ["packageTypeCode", "packageType", "The package type"],
    ["weightUnit", "weightUnit", "The package weight unit"],
    ["dimensionUnit", "dimensionUnit", "The package size unit"],
    ["labelFormat", "labelFormat", "The label format"],
  ] as const;
  return needed.flatMap(([column, field, what]) =>
    columns[column] === null ? [fail("REQUIRED", field, `${what} is missing.`)] : [],
  );
}

function checkAccount({ accountId }: UpsConfigurationColumns, account: CarrierAccount | null): ShippingUserError[] {
  if (accountId === null) return [];
  if (account === null) return [fail("NOT_FOUND", "accountId", `There is no carrier account ${accountId}.`)];
  if (account.carrierCode !== "UPS") return [fail("INVALID", "accountId", "This is no UPS account.")];
  return account.status === "ARCHIVED" ? [fail("NOT_ALLOWED", "accountId", "The carrier account is archived.")] : [];
}

function checkServices(
  { serviceCode, packageTypeCode }: UpsConfigurationColumns,
  catalogue: CarrierCatalogue,
  origin: string,
): ShippingUserError[] {
  const service = serviceCode === null ? null : catalogue.findService(serviceCode, origin);
  if (serviceCode !== null && service === null) {
    return [fail("INVALID", "service", `There is no service ${serviceCode}.`)];
  }
  const isOffered = service === null || catalogue.services(origin, null).some(({ code }) => code === service.code);
  return [
    ...(isOffered ? [] : [fail("OPTION_NOT_ALLOWED", "service", `${service.name} is not offered from ${origin}.`)]),
    ...checkPackageType(packageTypeCode, service, catalogue),
  ];
}

function checkPackageType(
  packageTypeCode: string | null,
  service: { code: string; name: string } | null,
  catalogue: CarrierCatalogue,
): ShippingUserError[] {
  const find = (serviceCode: string | null) =>
    catalogue.packageTypes(serviceCode).find(({ code }) => code === packageTypeCode);
  if (packageTypeCode === null) return [];
  const type = find(null);
  if (type === undefined) return [fail("INVALID", "packageType", `There is no package type ${packageTypeCode}.`)];
  return service === null || find(service.code)
    ? []
    : [fail("OPTION_NOT_ALLOWED", "packageType", `${type.name} does not go with ${service.name}.`)];
}
