import { postalAddress } from "../../entities/values/postal-address.js";
import type { AccountDetailsInput } from "./account-input.js";

const textOrNull = (text: string | null) => text?.trim() || null;

/** The columns that the input speaks of, tidied; what it leaves out is left out here too. Account numbers have no case. */
export function accountColumns(input: AccountDetailsInput) {
  return {
    ...(input.name != null && { name: input.name.trim() }),
    ...(input.accountNumber != null && { accountNumber: input.accountNumber.trim().toUpperCase() }),
    ...(input.address != null && { address: postalAddress(input.address) }),
    ...(input.shipsRegulatedItems != null && { shipsRegulatedItems: input.shipsRegulatedItems }),
    ...(input.accountType !== undefined && { accountType: textOrNull(input.accountType) }),
    ...(input.appName !== undefined && { appName: textOrNull(input.appName) }),
    ...(input.callbackUrl !== undefined && { callbackUrl: textOrNull(input.callbackUrl) }),
  };
}
