import type { PackageDetails } from "../../carrier/shipment-details.js";
import { type PostalAddress, postalAddress } from "../../entities/values/postal-address.js";
import type { StoredPackage, StoredShipmentDetails } from "../../entities/values/stored-shipment-details.js";
import type { ShippingUserError } from "../../entities/values/user-error.js";
import { unknownPackageType } from "../unknown-words.js";
import { problemError, userError } from "../user-error.js";
import { buildCustoms } from "./build-customs.js";
import { buildPackage, checkCustomsInput, checkItems, type PackageDefaults } from "./build-goods.js";
import { buildOptions } from "./build-options.js";
import { checkWithCarrier, packedGoods, toCarrierDetails } from "./carrier-details.js";
import { checkGeneratedReturn } from "./check-generated-return.js";
import { checkRegulated } from "./dangerous-goods-input.js";
import { checkLocationAccount, toAccessPoint } from "./destination.js";
import type { DetailsDefaults } from "./details-defaults.js";
import type { DetailsInput, PackageDetailsInput } from "./details-input.js";
import { storedReturnService } from "./return-details.js";

/**
 * Completes the parts of a shipment and checks them against the carrier's limits and lane rules, without asking it.
 * Throws nothing: what is wrong comes back as user errors with paths under `at`, and `details` is null then.
 */
export function buildDetails(
  input: DetailsInput,
  defaults: DetailsDefaults,
  serviceCode: string | null,
  at: string[],
): { details: StoredShipmentDetails | null; userErrors: ShippingUserError[] } {
  const missing = [
    ...missingParts(input, defaults, at),
    ...checkItems(input.packages ?? [], [...at, "packages"]),
    ...checkPackageTypes(input.packages ?? [], defaults, [...at, "packages"]),
    ...checkCustomsInput(input.customsDeclaration, input.packages ?? defaults.base?.packages ?? [], at),
  ];
  if (missing.length > 0) return { details: null, userErrors: missing };
  const details = completeDetails(input, { ...defaults, sender: defaults.account.address });
  const options = buildOptions(input.options ?? null, defaults, [...at, "options"]);
  const isOwnReturn = details.returnService !== null && !input.options?.generateReturnLabel;
  const whole = { ...details, options: { ...options.options, ...(isOwnReturn && { generateReturnLabel: false }) } };
  const { adapter, account, location } = defaults;
  const userErrors = [
    ...checkRegulated(whole.packages, defaults.account, at),
    ...(adapter.locations ? checkLocationAccount(location, account, [...at, "carrierLocationId"]) : []),
    ...options.userErrors,
    ...checkDetails(whole, defaults, serviceCode, at),
  ];
  return userErrors.length > 0 ? { details: null, userErrors } : { details: whole, userErrors };
}

/**
 * What the carrier would refuse of complete parts, without asking it, with the return label that is bought beside them:
 * a service's offer is judged by it before it is shown, and again when it is bought.
 */
export function checkDetails(
  details: StoredShipmentDetails,
  { adapter, account, reference = null }: Pick<DetailsDefaults, "adapter" | "account" | "reference">,
  serviceCode: string | null,
  at: string[],
): ShippingUserError[] {
  const complete = toCarrierDetails(details, reference);
  const problems = checkWithCarrier(adapter, complete, serviceCode, account.address).map((problem) =>
    problemError({ ...problem, path: inputPath(problem.path, details) }, at),
  );
  if (problems.length > 0 || !details.options.generateReturnLabel) return problems;
  return checkGeneratedReturn(details, { adapter, account }, serviceCode, at);
}

/** A code that nobody knows is told before what goes with what. */
export function checkPackageTypes(
  packages: PackageDetailsInput[],
  { adapter }: Pick<DetailsDefaults, "adapter">,
  at: string[],
): ShippingUserError[] {
  const types = adapter.catalogue.packageTypes(null);
  return packages.flatMap(({ packageType }, index) => {
    if (packageType == null || types.some(({ code }) => code === packageType)) return [];
    const message = unknownPackageType(packageType, adapter.catalogue);
    return [userError("INVALID", message, [...at, `${index}`, "packageType"])];
  });
}

const madeOfItems = new Set<string | undefined>(["description", "contentsValue"] satisfies (keyof PackageDetails)[]);

/**
 * Where in the input stands what the carrier is told at `path`: of a package's contents it is told what is made of the
 * items, which is what callers give.
 */
export function inputPath(path: string[], details: StoredShipmentDetails): string[] {
  const [first, index, part, ...rest] = path;
  if (first === "customs") return customsPath(path, details);
  if (first === "accessPoint") return ["carrierLocationId"];
  const isOfItems = first === "packages" && madeOfItems.has(part);
  return [first, index, isOfItems ? "items" : part, ...rest].filter((step) => step !== undefined);
}

/** A line of the declaration that was made of what is packed is the packed item's. */
function customsPath([, ...path]: string[], { customs, packages }: StoredShipmentDetails): string[] {
  const [part, index, ...rest] = path;
  const isPacked = part === "items" && index !== undefined && !customs?.items;
  const goods = isPacked ? packedGoods(packages)[Number(index)] : undefined;
  if (!goods) return ["customsDeclaration", ...path];
  return ["packages", String(goods.at.packageIndex), "items", String(goods.at.itemIndex), ...rest];
}

function chosenCustoms(
  { customsDeclaration }: DetailsInput,
  base: StoredShipmentDetails | null,
  defaults: PackageDefaults,
): StoredShipmentDetails["customs"] {
  if (customsDeclaration === undefined) return base?.customs ?? null;
  return customsDeclaration && buildCustoms(customsDeclaration, defaults);
}

/** What no shipment goes without, whoever takes it. */
export function missingParts(
  input: DetailsInput,
  { base, adapter }: Pick<DetailsDefaults, "base" | "adapter">,
  at: string[],
): ShippingUserError[] {
  const mostPackages = adapter.limits.packages;
  const errors: ShippingUserError[] = [];
  // What comes back goes to the account's own address unless told otherwise, and never starts there.
  if (input.returnService && !input.shipFrom && base === null)
    errors.push(userError("REQUIRED", "The ship-from address, the customer's, is missing.", [...at, "shipFrom"]));
  if (!input.returnService && !input.shipTo && base === null)
    errors.push(userError("REQUIRED", "The ship-to address is missing.", [...at, "shipTo"]));
  if (input.packages ? input.packages.length === 0 : base === null)
    errors.push(userError("REQUIRED", "At least one package is needed.", [...at, "packages"]));
  if (input.packages && input.packages.length > mostPackages) {
    errors.push(userError("INVALID", `A shipment has at most ${mostPackages} packages.`, [...at, "packages"]));
  }
  return errors;
}

/** `sender`: where it starts, or comes back to, unless told otherwise. */
export function completeDetails(
  input: DetailsInput,
  { adapter, method, base, location, templates, ...ends }: Omit<DetailsDefaults, "account"> & { sender: PostalAddress },
): Omit<StoredShipmentDetails, "options"> {
  const isReturn = (input.returnService ?? base?.returnService ?? null) !== null;
  const { shipFrom, shipTo } = endsOf(input, base, ends, isReturn);
  const units = adapter.catalogue.units(shipFrom.countryCode);
  const defaults: PackageDefaults = {
    weightUnit: method?.weightUnit ?? units.weight[0] ?? "KG",
    dimensionUnit: method?.dimensionUnit ?? units.dimension[0] ?? "CM",
    packageType: method?.packageTypeCode ?? adapter.catalogue.defaultPackageType,
    insurancePercent: method?.priceRules.insurancePercent,
    ...(templates && { templates }),
  };
  const packages: StoredPackage[] = input.packages?.length
    ? input.packages.map((pkg) => buildPackage(pkg, defaults))
    : (base?.packages ?? []);
  return {
    shipFrom,
    shipTo,
    packages,
    shipDate: input.shipDate ?? base?.shipDate ?? null,
    accessPoint: location === undefined ? (base?.accessPoint ?? null) : toAccessPoint(location),
    customs: chosenCustoms(input, base, defaults),
    returnService: input.returnService ? storedReturnService(input.returnService) : (base?.returnService ?? null),
  };
}

/** The merchant's end is its place, if there is one: where what goes out starts, and what comes back arrives. */
function endsOf(
  { shipFrom, shipTo }: DetailsInput,
  base: StoredShipmentDetails | null,
  { sender, place }: Pick<DetailsDefaults, "place"> & { sender: PostalAddress },
  isReturn: boolean,
): { shipFrom: PostalAddress; shipTo: PostalAddress } {
  const from = isReturn ? null : place?.address;
  const to = isReturn ? place?.address : null;
  return {
    shipFrom: shipFrom ? postalAddress(shipFrom) : (from ?? base?.shipFrom ?? sender),
    shipTo: shipTo ? postalAddress(shipTo) : (to ?? base?.shipTo ?? sender),
  };
}
