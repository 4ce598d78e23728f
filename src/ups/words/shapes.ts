import { z } from "zod";

/** UPS writes empty containers as "" and has been seen to write single elements for lists, and the other way round. */
const isEmpty = (value: unknown) => value === undefined || value === null || value === "";

/** A repeating element: an array, a single element or nothing; always an array here. */
export function listOf<T extends z.ZodType>(element: T) {
  return z.preprocess((value) => {
    const values = Array.isArray(value) ? value : [value];
    return values.filter((item) => !isEmpty(item));
  }, z.array(element));
}

/** A container that may be absent or ""; of several the first. */
export function maybe<T extends z.ZodType>(container: T) {
  return z.preprocess((value) => {
    const first = Array.isArray(value) ? value[0] : value;
    return isEmpty(first) ? undefined : first;
  }, container.optional());
}

/** Text, given as string or number, freed of the `&#xD;` that UPS's test environment leaves in values. */
export const text = z.union([z.string(), z.number()]).transform((value) => cleanText(String(value)));

/** A flag that is true by being there, whatever its value. */
export const presence = z
  .unknown()
  .optional()
  .transform((value) => value !== undefined);

export function cleanText(value: string): string {
  return value.replace(/&#x[dDaA];|[\r\n]/g, "").trim();
}
