import { type EntityManager, In } from "typeorm";
import { CarrierAccount } from "../../entities/carrier-account.js";
import type { StoredShipmentOptions } from "../../entities/values/stored-shipment-details.js";

type Payer = Pick<StoredShipmentOptions, "payer" | "payerAccountNumber">;

/**
 * Whether the merchant pays the carrier: as the sender, or because the recipient's or third party's number is that of
 * an account of the merchant's own, archived ones included. Else limits could be passed by under another name. One
 * answer for each, with one statement at most.
 */
export async function merchantPays(manager: EntityManager, payers: Payer[]): Promise<boolean[]> {
  const numbers = [...new Set(payers.filter(({ payer }) => payer !== "SENDER").map(numberOf))];
  const own = numbers.length === 0 ? [] : await manager.findBy(CarrierAccount, { accountNumber: In(numbers) });
  const ownNumbers = new Set(own.map(({ accountNumber }) => accountNumber));
  return payers.map((payer) => payer.payer === "SENDER" || ownNumbers.has(numberOf(payer)));
}

function numberOf({ payerAccountNumber }: Payer): string {
  return payerAccountNumber ?? "";
}
