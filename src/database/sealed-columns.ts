import { isSealedColumn } from "../entities/values/columns.js";
import type { Database } from "./data-source.js";
import { inSystem } from "./tenant-transaction.js";

/** Where sealed bytes are; `keys`: the primary key, without the tenant. */
export interface SealedColumn {
  table: string;
  column: string;
  keys: string[];
}

/** Every column of sealed bytes, as the entities declare them. */
export function sealedColumns({ dataSource }: Pick<Database, "dataSource">): SealedColumn[] {
  return dataSource.entityMetadatas.flatMap(({ name, tableName: table, columns, primaryColumns }) =>
    columns
      .filter(({ propertyName }) => isSealedColumn(name, propertyName))
      .map(({ databaseName: column }) => ({
        ...{ table, column },
        keys: primaryColumns.map(({ databaseName }) => databaseName).filter((key) => key !== "tenant_id"),
      })),
  );
}

/** How many values of all tenants are sealed under each key, by column and id of the key. */
export interface SealedCount {
  place: string;
  keyId: string;
  count: number;
}

export async function countSealed(database: Database): Promise<SealedCount[]> {
  const counts: SealedCount[] = [];
  for (const { table, column } of sealedColumns(database)) {
    const rows: { key_id: string; sealed: string }[] = await inSystem(database, (manager) =>
      manager.query("select * from count_sealing_keys($1, $2)", [table, column]),
    );
    for (const { key_id: keyId, sealed } of rows)
      counts.push({ place: `${table}.${column}`, keyId, count: Number(sealed) });
  }
  return counts;
}
