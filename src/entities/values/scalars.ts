import { GraphQLError, GraphQLScalarType, Kind } from "graphql";

interface TextForm {
  /** As far as the form can be told by one. */
  pattern?: RegExp;
  /** What the pattern cannot tell. */
  isValid?: (text: string) => boolean;
  /** The name that JSON Schema has for the form. */
  format?: string;
}

/** The form goes with the scalar, in the words of JSON Schema, for those who describe inputs by it. */
function textScalar(name: string, description: string, form: TextForm): GraphQLScalarType<string> {
  const { pattern, format, isValid = () => true } = form;
  const parse = (value: unknown): string => {
    const text = typeof value === "number" && name === "Decimal" ? String(value) : value;
    if (typeof text !== "string" || pattern?.test(text) === false || !isValid(text)) {
      throw new GraphQLError(`${name} cannot represent this value: ${description}`);
    }
    return text;
  };
  return new GraphQLScalarType<string>({
    name,
    description,
    extensions: {
      jsonSchema: { type: "string", ...(pattern && { pattern: pattern.source }), ...(format && { format }) },
    },
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
  { pattern: /^-?\d{1,12}(\.\d{1,6})?$/ },
);

export const DateTimeScalar = textScalar(
  "DateTime",
  "A timestamp as RFC 3339 text with an offset or Z, for example 2026-05-01T14:30:00Z; responses are in UTC.",
  {
    pattern: /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]\d\d:\d\d)$/,
    isValid: (text) => !Number.isNaN(Date.parse(text)),
  },
);

export const DateScalar = textScalar("Date", "A calendar date without a time zone, YYYY-MM-DD.", {
  pattern: /^\d{4}-\d\d-\d\d$/,
  isValid: isRealDate,
  format: "date",
});

export const LocalTimeScalar = textScalar(
  "LocalTime",
  "A local time of day without a time zone, HH:MM on a 24-hour clock.",
  { pattern: /^([01]\d|2[0-3]):[0-5]\d$/ },
);

export const UrlScalar = textScalar("URL", "An absolute URL.", {
  isValid: (text) => URL.canParse(text),
  format: "uri",
});

/** Written by this service alone. */
export const JsonSchemaScalar = new GraphQLScalarType<object>({
  name: "JsonSchema",
  description: "A JSON Schema document, whose `$schema` names its version, as a JSON object.",
});
