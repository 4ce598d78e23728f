import type { CustomerCarrierAccount } from "../../entities/customer-carrier-account.js";
import type { Sealer } from "../deps.js";

type Key = Pick<CustomerCarrierAccount, "tenantId" | "id">;

/** Sealed text opens only with the context it was sealed with: a row copied elsewhere stays shut. */
const contextOf = ({ tenantId, id }: Key) => `${tenantId}/${id}/customerAccountNumber`;

export function sealNumber(sealer: Sealer, key: Key, accountNumber: string): Buffer {
  return sealer.seal(accountNumber, contextOf(key));
}

export function openNumber(sealer: Sealer, account: CustomerCarrierAccount): string {
  return sealer.open(account.sealedAccountNumber, contextOf(account));
}
