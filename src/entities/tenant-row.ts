import { JoinColumn, type JoinColumnOptions, ManyToOne, PrimaryColumn } from "typeorm";

/** What every tenant's row has: the tenant first in the key, and an id as clients see it (`shp_<uuid v7>`). */
export abstract class TenantRow {
  @PrimaryColumn({ type: "uuid" })
  tenantId!: string;

  @PrimaryColumn({ type: "text" })
  id!: string;
}

/** Columns of a foreign key that shares `tenant_id` with its own row. */
function tenantKey(column: string, options: { references?: string } = {}) {
  return [
    { name: "tenant_id", referencedColumnName: "tenantId" },
    { name: column, referencedColumnName: options.references ?? "id" },
  ];
}

/**
 * A relation for reading only. `target` is the name of its class, so that entities that point at each other need not
 * import each other. `columns`: the one that holds the id of a row of the same tenant, or a key of another make.
 */
export function BelongsTo(target: string, columns: string | JoinColumnOptions[]): PropertyDecorator {
  const join = typeof columns === "string" ? tenantKey(columns) : columns;
  return (entity, property) => {
    ManyToOne(target)(entity, property as string);
    JoinColumn(join)(entity, property as string);
  };
}
