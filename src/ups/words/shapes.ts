import { z } from "zod";

/*
 * How UPS writes what its specs call lists, containers and texts. Answers to others, test and production alike, show
 * absent members as null, as "" and as empty lists, single elements for lists and lists of one for single elements.
 * Every parser reads through these words, so that each of those ways says the same; what is optional and cannot be read
 * is as absent, and takes nothing else with it.
 */

/** A repeating element: an array, a single element or nothing; always an array here. All must be readable. */
export function listOf<T extends z.ZodType>(element: T) {
  return z.preprocess(elementsOf, z.array(element));
}

/** A repeating element of which those that cannot be read are left out: nothing that is paid for is read so. */
export function readableOf<T extends z.ZodType>(element: T) {
  return z.preprocess(elementsOf, z.array(z.unknown())).transform((values): z.output<T>[] =>
    values.flatMap((value) => {
      const parsed = element.safeParse(value);
      return parsed.success ? [parsed.data] : [];
    }),
  );
}

/** As `readableOf`, with null for each that cannot be read, so that it is told from nothing. */
export function readableOrNullOf<T extends z.ZodType>(element: T) {
  return z
    .preprocess(elementsOf, z.array(z.unknown()))
    .transform((values): (z.output<T> | null)[] => values.map((value) => element.safeParse(value).data ?? null));
}

/** Something that must be there; of several the first. */
export function needed<T extends z.ZodType>(container: T) {
  return z.preprocess(onlyOf, container);
}

/** Something that may be absent; of several the first. */
export function maybe<T extends z.ZodType>(container: T) {
  return z.preprocess(onlyOf, container.optional().catch(undefined));
}

/** As `maybe`, but what is there and cannot be read makes the whole unreadable. */
export function readableIfThere<T extends z.ZodType>(container: T) {
  return z.preprocess(onlyOf, container.optional());
}

/** As `maybe`, but null where it is there and cannot be read: a price that nobody knows is not one that is not. */
export function nullIfUnreadable<T extends z.ZodType>(container: T) {
  return z.preprocess(onlyOf, z.union([container.optional(), z.unknown().transform(() => null)]));
}

/** Text that must be there, given as string, number or boolean, freed of the `&#xD;` that UPS leaves in values. */
export const text = needed(z.union([z.string(), z.number(), z.boolean()]))
  .transform((value) => cleanText(String(value)))
  .refine((value) => value !== "");

export const maybeText = maybe(text);

/** Lines of an address: a list, or one text that breaks where a line ends. */
export const addressLines = readableOf(z.union([z.string(), z.number()])).transform((lines) =>
  lines.flatMap((line) => String(line).split(lineBreak).map(cleanText)).filter((line) => line !== ""),
);

/** A flag that is true by being there, whatever its value. */
export const presence = z.unknown().optional().transform(isThere);

/** As written in JSON and in the XML that UPS's answers are made of. */
const lineBreak = /(?:[\r\n]|&#x[dDaA];|&#1[03];)+/;

/** Without line breaks, and without what no database keeps in a text. */
export function cleanText(value: string): string {
  return value.replaceAll("\0", "").split(lineBreak).join(" ").trim();
}

export function isThere(value: unknown): boolean {
  return value !== undefined && value !== null && !(Array.isArray(value) && value.length === 0);
}

function elementsOf(value: unknown): unknown[] {
  return (Array.isArray(value) ? value : [value]).filter((item) => !isEmpty(item));
}

function onlyOf(value: unknown): unknown {
  return elementsOf(value)[0];
}

function isEmpty(value: unknown): boolean {
  if (typeof value === "object" && value !== null) return Object.keys(value).length === 0;
  return value === undefined || value === null || (typeof value === "string" && value.trim() === "");
}
