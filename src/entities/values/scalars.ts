import { GraphQLError, GraphQLScalarType, Kind } from "graphql";

function textScalar(name: string, description: string, isValid: (text: string) => boolean): GraphQLScalarType<string> {
  const parse = (value: unknown): string => {
    const text = typeof value === "number" && name === "Decimal" ? String(value) : value;
    if (typeof text !== "string" || !isValid(text)) {
      throw new GraphQLError(`${name} cannot represent this value: ${description}`);
    }
    return text;
  };
  return new GraphQLScalarType<string>({
    name,
    description,
    // Stored text is trusted: validating every timestamp on the way out costs a seventh of a read.
    serialize: (value) => String(value),
    parseValue: parse,
    parseLiteral: (node) => parse("value" in node && node.kind !== Kind.ENUM ? node.value : null),
  });
}

const isRealDate = (text: string) => !Number.isNaN(Date.parse(text)) && new Date(text).toISOString().startsWith(text);

/** Text in, text out: amounts never become floating-point numbers. */
export const DecimalScalar = textScalar(
  "Decimal",
  'An exact decimal number as text, for example "12.50": at most 12 digits before and 6 after the point.',
  (text) => /^-?\d{1,12}(\.\d{1,6})?$/.test(text),
);

export const DateTimeScalar = textScalar(
  "DateTime",
  "A timestamp as RFC 3339 text with an offset or Z, for example 2026-05-01T14:30:00Z; responses are in UTC.",
  (text) =>
    /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]\d\d:\d\d)$/.test(text) && !Number.isNaN(Date.parse(text)),
);

export const DateScalar = textScalar(
  "Date",
  "A calendar date without a time zone, YYYY-MM-DD.",
  (text) => /^\d{4}-\d\d-\d\d$/.test(text) && isRealDate(text),
);

export const LocalTimeScalar = textScalar(
  "LocalTime",
  "A local time of day without a time zone, HH:MM on a 24-hour clock.",
  (text) => /^([01]\d|2[0-3]):[0-5]\d$/.test(text),
);

export const UrlScalar = textScalar("URL", "An absolute URL.", (text) => URL.canParse(text));
