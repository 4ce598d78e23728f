import { readInTenant } from "../../database/tenant-transaction.js";
import { LabelFile } from "../../entities/label-file.js";
import type { ShippingDeps } from "../deps.js";

/** The bytes to print (what we made, else the carrier's), or the carrier's own. Null: no such label of the tenant. */
export async function readLabelFile(
  deps: ShippingDeps,
  tenantId: string,
  labelId: string,
  which: "PRINT" | "CARRIER",
): Promise<LabelFile | null> {
  const files = await readInTenant(deps.database, tenantId, (manager) => manager.findBy(LabelFile, { labelId }));
  const carrier = files.find((file) => file.role === "CARRIER") ?? null;
  return which === "CARRIER" ? carrier : (files.find((file) => file.role === "DERIVED") ?? carrier);
}
