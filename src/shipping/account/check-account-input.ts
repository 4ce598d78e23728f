import type { CarrierAdapter } from "../../carrier/adapter.js";
import { type PostalAddressInput, postalAddress } from "../../entities/values/postal-address.js";
import type { ShippingUserError } from "../../entities/values/user-error.js";
import { checkLength } from "../check-length.js";
import { problemError, userError } from "../user-error.js";
import type { AccountDetailsInput, CredentialsInput } from "./account-input.js";
import type { CredentialTexts } from "./credentials.js";

const isBlank = (text: string | null | undefined) => !text?.trim();

const required = (field: string[], what: string) => userError("REQUIRED", `${what} is missing.`, field);

/** What is given is checked; only what is undefined or null is passed over. */
export function checkAccountDetails(adapter: CarrierAdapter, input: AccountDetailsInput): ShippingUserError[] {
  return [
    ...(input.name != null && isBlank(input.name) ? [required(["input", "name"], "The account's name")] : []),
    ...checkLength(input.name, ["input", "name"]),
    ...(input.accountNumber == null ? [] : checkAccountNumber(adapter, input.accountNumber)),
    ...(input.address == null ? [] : checkAddress(adapter, input.address)),
    ...checkLength(input.accountType, ["input", "accountType"]),
    ...checkLength(input.appName, ["input", "appName"]),
    ...(isBlank(input.callbackUrl) ? [] : checkCallbackUrl(adapter, input.callbackUrl!)),
  ];
}

/** Secrets have no limit: nothing of them is shown. */
export function checkCredentials(
  { code, accounts }: CarrierAdapter,
  { carrierCode, at, texts }: CredentialsInput,
): ShippingUserError[] {
  if (carrierCode !== code) return [userError("INVALID", `This is no ${carrierCode} account.`, at)];
  return accounts.credentials.flatMap(({ name, label, kind }) => {
    if (isBlank(texts[name])) return [required([...at, name], `The ${label} of the carrier's app`)];
    return kind === "IDENTIFIER" ? checkLength(texts[name], [...at, name]) : [];
  });
}

/** What was checked, without surrounding blanks. */
export function credentialTexts({ accounts }: CarrierAdapter, { texts }: CredentialsInput): CredentialTexts {
  return Object.fromEntries(accounts.credentials.map(({ name }) => [name, texts[name]?.trim() ?? ""]));
}

function checkAccountNumber(adapter: CarrierAdapter, accountNumber: string): ShippingUserError[] {
  if (isBlank(accountNumber)) return [required(["input", "accountNumber"], "The account number")];
  const problem = adapter.accounts.checkNumber(accountNumber.trim());
  return problem === null ? [] : [userError("INVALID", `${problem}.`, ["input", "accountNumber"])];
}

function checkAddress(adapter: CarrierAdapter, address: PostalAddressInput): ShippingUserError[] {
  return adapter.accounts
    .checkShipper(postalAddress(address))
    .map((problem) => problemError(problem, ["input", "address"]));
}

/** A user name in it would be a password in disguise. */
function checkCallbackUrl(adapter: CarrierAdapter, text: string): ShippingUserError[] {
  const invalid = (reason: string) => [userError("INVALID", `The callback URL ${reason}.`, ["input", "callbackUrl"])];
  const url = URL.canParse(text.trim()) ? new URL(text.trim()) : null;
  if (url?.protocol !== "https:") return invalid("begins with https://");
  const problem = adapter.accounts.checkCallbackUrl(url);
  if (problem !== null) return invalid(problem);
  if (url.username !== "" || url.password !== "") return invalid("holds no user name and no password");
  return [];
}
