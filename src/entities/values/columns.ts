import { Column, type ColumnOptions } from "typeorm";
import {
  type StoredShipmentDetails,
  type StoredShipmentOptions,
  storedPlainOptions,
} from "./stored-shipment-details.js";

/** `timestamptz(3)` as RFC 3339 text in UTC. Milliseconds, so that text and row compare equal in keyset cursors. */
export function InstantColumn(options: ColumnOptions = {}): PropertyDecorator {
  return Column({ type: "timestamptz", precision: 3, transformer: instantAsText, ...options });
}

const sealed = new Set<string>();

/** Bytes that `SECRET_KEYS` seal; what re-wraps and counts them finds them by this. Its name begins with `sealed`. */
export function SealedColumn(options: ColumnOptions = {}): PropertyDecorator {
  return (entity, property) => {
    sealed.add(`${entity.constructor.name}.${String(property)}`);
    Column({ type: "bytea", ...options })(entity, property);
  };
}

export const isSealedColumn = (entity: string, property: string): boolean => sealed.has(`${entity}.${property}`);

/** Of the database's own making, never null: YYYY-MM-DD, or `infinity` for what has no day yet. For the order only. */
export function SortDayColumn(options: ColumnOptions = {}): PropertyDecorator {
  const from = (value: string | number | null) => (typeof value === "number" ? "infinity" : value);
  const transformer = { to: (value: unknown) => value, from };
  return Column({ type: "date", default: "infinity", insert: false, update: false, transformer, ...options });
}

/** Of the database's own making: kept for lists to be filtered and sorted by. */
export function SortTextColumn(options: ColumnOptions = {}): PropertyDecorator {
  return Column({ type: "text", insert: false, update: false, ...options });
}

/** `numeric` without scale, as decimal text. */
export function AmountColumn(options: ColumnOptions = {}): PropertyDecorator {
  return Column({ type: "numeric", ...options });
}

/** Options as `jsonb`; what is newer than the row has the value that it had before it could be chosen. */
export function OptionsColumn(): PropertyDecorator {
  return Column({ type: "jsonb", transformer: { to: (value: unknown) => value, from: withOptions } });
}

/** Details as `jsonb`, their options as in `OptionsColumn`. */
export function DetailsColumn(): PropertyDecorator {
  const from = (value: StoredShipmentDetails | null) => value && { ...value, options: withOptions(value.options) };
  return Column({ type: "jsonb", transformer: { to: (value: unknown) => value, from } });
}

function withOptions(value: StoredShipmentOptions | null): StoredShipmentOptions | null {
  return value && { ...storedPlainOptions, ...value };
}

const instantAsText = {
  to: (value: unknown) => value,
  from: (value: Date | string | null) => (value == null ? null : new Date(value).toISOString()),
};
