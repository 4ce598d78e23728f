import { types } from "pg";

type Parser = (text: string) => unknown;

const asText: Parser = (text) => text;
/** text[] has no name in pg's list, nor have the arrays below. */
const asTexts = types.getTypeParser(1009 as never) as Parser;

/** "2026-11-22 11:00:00.123+00" to "2026-11-22T11:00:00.123Z"; every session's time zone is UTC. */
const asInstant: Parser = (text) => text.replace(" ", "T").replace(/\+00$/, "Z");
const asInstants: Parser = (text) => (asTexts(text) as (string | null)[]).map((item) => item && asInstant(item));

const { DATE, NUMERIC, TIME, TIMESTAMP, TIMESTAMPTZ, TIMETZ } = types.builtins;

/** Numbers would lose digits and dates would get a time zone in JavaScript, so both stay text. By type's oid. */
const parsers = new Map<number, Parser>([
  ...[DATE, NUMERIC, TIME, TIMESTAMP, TIMETZ].map((oid) => [oid, asText] as const),
  [TIMESTAMPTZ, asInstant],
  // Arrays of numeric, date, timestamp and timestamptz.
  ...[1231, 1182, 1115].map((oid) => [oid, asTexts] as const),
  [1185, asInstants],
]);

/** pg's `types` option: instants are RFC 3339 text in UTC; numeric, dates and local times are PostgreSQL's text. */
export const textValues = {
  getTypeParser(oid: number, format?: "text" | "binary"): Parser {
    return (format !== "binary" && parsers.get(oid)) || (types.getTypeParser(oid, format) as Parser);
  },
};
