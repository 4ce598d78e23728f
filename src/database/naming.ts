import { DefaultNamingStrategy, type NamingStrategyInterface, type Table } from "typeorm";

const snake = (text: string) => text.replace(/([a-z0-9])([A-Z])/g, "$1_$2").toLowerCase();
const tableName = (table: Table | string) => (typeof table === "string" ? table : table.name).split(".").pop()!;

/** Snake case, and PostgreSQL's own names for keys; the shared tenant_id is left out of foreign key names. */
export class SnakeNaming extends DefaultNamingStrategy implements NamingStrategyInterface {
  override tableName(className: string, customName?: string): string {
    return customName ?? snake(className);
  }

  override columnName(propertyName: string, customName: string | undefined, prefixes: string[]): string {
    return snake([...prefixes, customName ?? propertyName].join("_"));
  }

  override primaryKeyName(table: Table | string): string {
    return `${tableName(table)}_pkey`;
  }

  override foreignKeyName(table: Table | string, columns: string[]): string {
    return `${tableName(table)}_${columns.filter((column) => column !== "tenant_id").pop()}_fkey`;
  }
}
