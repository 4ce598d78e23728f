import { readInTenant } from "../../database/tenant-transaction.js";
import { LabelFile } from "../../entities/label-file.js";
import { ShippingLabel } from "../../entities/shipping-label.js";
import type { ShippingDeps } from "../deps.js";
import { erasedLabel } from "./label-to-recover.js";

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

/** As `readLabelFile`, of a label that may go on a box; of one that may not, the reason. */
export async function readUsableLabel(
  deps: ShippingDeps,
  tenantId: string,
  labelId: string,
  which: "PRINT" | "CARRIER",
): Promise<LabelFile | { reason: string } | null> {
  const label = await readInTenant(deps.database, tenantId, (manager) =>
    manager.findOneBy(ShippingLabel, { id: labelId }),
  );
  if (label?.isInForce === false) return { reason: voidedLabel };
  return label?.erasedAt ? { reason: erasedLabel } : readLabelFile(deps, tenantId, labelId, which);
}

const voidedLabel = "This label is voided, or about to be: do not put it on a package.";
