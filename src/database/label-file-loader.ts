import DataLoader from "dataloader";
import { currentBudget } from "../admission/work.js";
import { LabelFile } from "../entities/label-file.js";
import type { ShippingLabel } from "../entities/shipping-label.js";
import { type Database, readInTenant } from "./tenant-transaction.js";

/** A label, and the length of what is printed of it. */
export type SizedLabel = Pick<ShippingLabel, "id" | "byteLength">;

/** Bytes that one statement reads, unless one label alone has more. */
const mostBytes = 4 * 1_048_576;

/**
 * What is printed of each label in base64, each read once: what we made, else the carrier's; null: it has no file. Throws
 * REQUEST_BUDGET_EXCEEDED before any is read where all of them are more than the answer may hold.
 */
export function createLabelFileLoader(database: Database, tenantId: string) {
  return new DataLoader<SizedLabel, string | null, string>(
    async (labels) => {
      const all = labels.reduce((sum, { byteLength }) => sum + base64Length(byteLength), 0);
      const endReservation = currentBudget()?.reserveAnswer(all);
      try {
        const files = await readInParts(database, tenantId, labels);
        return labels.map(({ id }) => files.get(id) ?? null);
      } finally {
        endReservation?.();
      }
    },
    { cacheKeyFn: ({ id }) => id },
  );
}

/** Each label's file in base64, by the label's id. */
async function readInParts(database: Database, tenantId: string, labels: readonly SizedLabel[]) {
  const files = new Map<string, string>();
  for (const part of inParts(labels))
    for (const { labelId, bytes } of await readFiles(database, tenantId, part))
      files.set(labelId, bytes.toString("base64"));
  return files;
}

function readFiles(database: Database, tenantId: string, labels: readonly SizedLabel[]): Promise<LabelFile[]> {
  return readInTenant(database, tenantId, (manager) =>
    manager
      .createQueryBuilder(LabelFile, "row")
      .distinctOn(["row.label_id"])
      .where("row.label_id = any(:ids) and row.role in ('DERIVED', 'CARRIER')", { ids: labels.map(({ id }) => id) })
      .orderBy("row.label_id")
      .addOrderBy("row.role", "DESC")
      .getMany(),
  );
}

const base64Length = (bytes: number) => 4 * Math.ceil(bytes / 3);

function inParts(labels: readonly SizedLabel[]): SizedLabel[][] {
  const parts: SizedLabel[][] = [];
  let bytes = mostBytes;
  for (const label of labels) {
    bytes += label.byteLength;
    if (bytes > mostBytes) {
      parts.push([]);
      bytes = label.byteLength;
    }
    parts.at(-1)?.push(label);
  }
  return parts;
}
