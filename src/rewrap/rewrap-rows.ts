import type { SealedColumn } from "../database/sealed-columns.js";
import { type Database, inTenant, readInTenant } from "../database/tenant-transaction.js";
import { UnknownKey } from "../security/key-provider.js";
import type { SecretBox } from "../security/secret-box.js";

const batchSize = 100;

interface Row {
  keys: (string | number)[];
  sealed: Buffer;
}

/**
 * Puts a tenant's sealed values of one column under the current key, batch after batch; gives how many. What is changed
 * meanwhile stays as it was changed; what cannot be opened for want of its key stays too. Safe to repeat.
 */
export async function rewrapRows(
  database: Database,
  box: SecretBox,
  tenantId: string,
  column: SealedColumn,
): Promise<number> {
  let rewrapped = 0;
  let after: Row["keys"] = [];
  for (;;) {
    const rows = await readBatch(database, tenantId, column, after);
    for (const row of rows) if (await rewrapRow(database, box, tenantId, column, row)) rewrapped += 1;
    if (rows.length < batchSize) return rewrapped;
    after = rows.at(-1)!.keys;
  }
}

function readBatch(
  database: Database,
  tenantId: string,
  { table, column, keys }: SealedColumn,
  after: Row["keys"],
): Promise<Row[]> {
  const names = keys.join(", ");
  const places = keys.map((_, index) => `$${index + 1}`).join(", ");
  const rest = after.length > 0 ? `and (${names}) > (${places})` : "";
  const select = `select json_build_array(${names}) as keys, ${column} as sealed from ${table}
    where ${column} is not null ${rest} order by ${names} limit ${batchSize}`;
  return readInTenant(database, tenantId, (manager) => manager.query(select, after));
}

/** Only where the value is still the one that was read: a secret that somebody changes at the same time is not lost. */
async function rewrapRow(
  database: Database,
  box: SecretBox,
  tenantId: string,
  { table, column, keys }: SealedColumn,
  { keys: values, sealed }: Row,
): Promise<boolean> {
  const fresh = freshOf(box, sealed);
  if (fresh === null) return false;
  const where = keys.map((key, index) => `${key} = $${index + 3}`).join(" and ");
  const update = `update ${table} set ${column} = $1 where ${column} = $2 and ${where} returning 1`;
  const changed = await inTenant(database, tenantId, (manager) => manager.query(update, [fresh, sealed, ...values]));
  return changed[1] === 1;
}

/** Null: it is under the current key, or cannot be put there. */
export function freshOf(box: SecretBox, sealed: Buffer): Buffer | null {
  try {
    return box.isStale(sealed) ? box.rewrap(sealed) : null;
  } catch (error) {
    if (error instanceof UnknownKey) return null;
    throw error;
  }
}
