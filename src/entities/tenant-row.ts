import { PrimaryColumn } from "typeorm";

/** What every tenant's row has: the tenant first in the key, and an id as clients see it (`shp_<uuid v7>`). */
export abstract class TenantRow {
  @PrimaryColumn({ type: "uuid" })
  tenantId!: string;

  @PrimaryColumn({ type: "text" })
  id!: string;
}

/** Columns of a foreign key that shares `tenant_id` with its own row. */
export function tenantKey(column: string, options: { references?: string } = {}) {
  return [
    { name: "tenant_id", referencedColumnName: "tenantId" },
    { name: column, referencedColumnName: options.references ?? "id" },
  ];
}
