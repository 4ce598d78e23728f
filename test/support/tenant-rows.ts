import type { EntityManager } from "typeorm";
import { CarrierAccount } from "../../src/entities/carrier-account.js";

export const acme = "0190aaaa-0000-7000-8000-00000000000a";
export const bolt = "0190aaaa-0000-7000-8000-00000000000b";

/** An account as a row, of a merchant that does not exist. */
export function anAccount(tenantId: string, id: string) {
  return {
    tenantId,
    id,
    carrierCode: "UPS",
    name: "Main account",
    environment: "SIMULATOR" as const,
    status: "ACTIVE" as const,
    accountNumber: "A1B2C3",
    address: { lines: ["1 Market St"], city: "San Francisco", postalCode: "94105", countryCode: "US" },
    credentialVersion: 1,
  };
}

export const addAccount = (manager: EntityManager, tenantId: string, id: string) =>
  manager.insert(CarrierAccount, anAccount(tenantId, id) as never);
export const accountIds = (manager: EntityManager): Promise<string[]> =>
  manager.find(CarrierAccount, { order: { id: "asc" } }).then((rows) => rows.map(({ id }) => id));
export const backendOf = async (manager: EntityManager): Promise<number> =>
  (await manager.query("select pg_backend_pid() as pid"))[0].pid;
