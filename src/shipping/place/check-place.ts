import type { EntityManager } from "typeorm";
import { CarrierAccount } from "../../entities/carrier-account.js";
import { CarrierShippingMethod } from "../../entities/carrier-shipping-method.js";
import type { PostalAddress } from "../../entities/values/postal-address.js";
import type { ShippingUserError } from "../../entities/values/user-error.js";
import { checkLength } from "../check-length.js";
import type { ShippingDeps } from "../deps.js";
import { isTimeZone } from "../is-time-zone.js";
import { problemError, userError } from "../user-error.js";
import { checkOpeningHours } from "./check-opening-hours.js";
import type { PlaceValues } from "./place-values.js";

const addressField = ["input", "address"];

/** Everything that is wrong with a complete place. `stored`: what it is linked to already, and may be archived since. */
export async function checkPlace(
  deps: Pick<ShippingDeps, "carriers">,
  manager: EntityManager,
  values: PlaceValues,
  stored: PlaceValues | null,
): Promise<ShippingUserError[]> {
  const { name, timeZone, defaultCarrierAccountId: accountId, defaultShippingMethodId: methodId } = values;
  const isNew = (link: "defaultCarrierAccountId" | "defaultShippingMethodId") => values[link] !== stored?.[link];
  const account = accountId === null ? null : await manager.findOneBy(CarrierAccount, { id: accountId });
  return [
    ...(name === "" ? [required(["input", "name"], "The place's name")] : checkLength(name, ["input", "name"])),
    ...checkAddress(deps, values.address, account),
    ...checkTimeZone(timeZone),
    ...checkOpeningHours(values.openingHours, ["input", "openingHours"]),
    ...(accountId !== null && isNew("defaultCarrierAccountId") ? checkAccount(account) : []),
    ...(methodId !== null && isNew("defaultShippingMethodId") ? await checkMethod(manager, methodId) : []),
    ...(accountId !== null && methodId !== null ? await checkTogether(manager, accountId, methodId) : []),
  ];
}

const required = (field: string[], what: string) => userError("REQUIRED", `${what} is missing.`, field);

/** By the rules of its account's carrier, else of any carrier that takes it; always with a phone, for the driver to call. */
function checkAddress(
  { carriers }: Pick<ShippingDeps, "carriers">,
  address: PostalAddress,
  account: CarrierAccount | null,
): ShippingUserError[] {
  const ownCarrier = account && carriers.get(account.carrierCode);
  const adapters = ownCarrier ? [ownCarrier] : [...carriers.values()];
  const [least = []] = adapters
    .map(({ accounts }) => accounts.checkShipper(address))
    .sort((a, b) => a.length - b.length);
  const isPhoneTold = least.some(({ path: [part] }) => part === "phone");
  const needsPhone = address.phone === null && !isPhoneTold;
  return [
    ...least.map((problem) => problemError(problem, addressField)),
    ...(needsPhone ? [required([...addressField, "phone"], "The phone number of the place")] : []),
  ];
}

function checkTimeZone(timeZone: string): ShippingUserError[] {
  const field = ["input", "timeZone"];
  if (timeZone === "") return [required(field, "The place's time zone")];
  return isTimeZone(timeZone) ? [] : [userError("INVALID", "This is no time zone of the IANA database.", field)];
}

function checkAccount(account: CarrierAccount | null): ShippingUserError[] {
  const field = ["input", "defaultCarrierAccountId"];
  if (account === null) return [userError("NOT_FOUND", "There is no such carrier account.", field)];
  return account.status === "ARCHIVED" ? [userError("NOT_ALLOWED", "The carrier account is archived.", field)] : [];
}

async function checkMethod(manager: EntityManager, id: string): Promise<ShippingUserError[]> {
  const field = ["input", "defaultShippingMethodId"];
  const method = await manager.findOneBy(CarrierShippingMethod, { id });
  if (method === null) return [userError("NOT_FOUND", "There is no such shipping method.", field)];
  if (method.archivedAt !== null) return [userError("NOT_ALLOWED", "The shipping method is archived.", field)];
  return method.accountId === null ? [userError("NOT_ALLOWED", "The shipping method does not ship.", field)] : [];
}

/** A method ships with its own account. */
async function checkTogether(manager: EntityManager, accountId: string, methodId: string) {
  const method = await manager.findOneBy(CarrierShippingMethod, { id: methodId });
  if (method === null || method.accountId === null || method.accountId === accountId) return [];
  const field = ["input", "defaultShippingMethodId"];
  return [userError("INVALID", "The shipping method uses another carrier account.", field)];
}
