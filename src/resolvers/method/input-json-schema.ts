import {
  type GraphQLInputObjectType,
  type GraphQLInputType,
  type GraphQLNamedInputType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isRequiredInputField,
} from "graphql";

type JsonSchema = Record<string, unknown>;
type Definitions = Map<string, JsonSchema>;

const dialect = "https://json-schema.org/draft/2020-12/schema";

/** As JSON writes GraphQL's own scalars: whole numbers have 32 bits, and ids are texts. */
const builtIn: Readonly<Record<string, JsonSchema>> = {
  String: { type: "string" },
  ID: { type: "string" },
  Boolean: { type: "boolean" },
  Float: { type: "number" },
  Int: { type: "integer", minimum: -(2 ** 31), maximum: 2 ** 31 - 1 },
};

/**
 * The JSON Schema of what the input takes as the value of a variable, with everything that it leads to in `$defs`. What
 * GraphQL takes in several ways, a number for an id or one thing for a list of one, is written in one of them.
 */
export function inputJsonSchema(input: GraphQLInputObjectType): JsonSchema {
  const definitions: Definitions = new Map();
  const root = objectSchema(input, definitions);
  return { $schema: dialect, title: input.name, ...root, $defs: Object.fromEntries(definitions) };
}

function objectSchema(input: GraphQLInputObjectType, definitions: Definitions): JsonSchema {
  const fields = Object.values(input.getFields());
  const properties = fields.map(({ name, type, description }) => [
    name,
    { ...typeSchema(type, definitions), description },
  ]);
  return {
    type: "object",
    description: input.description,
    properties: Object.fromEntries(properties),
    required: fields.filter(isRequiredInputField).map(({ name }) => name),
    additionalProperties: false,
  };
}

function typeSchema(type: GraphQLInputType, definitions: Definitions): JsonSchema {
  return isNonNullType(type)
    ? presentSchema(type.ofType, definitions)
    : { anyOf: [presentSchema(type, definitions), { type: "null" }] };
}

function presentSchema(type: GraphQLInputType, definitions: Definitions): JsonSchema {
  if (isListType(type)) return { type: "array", items: typeSchema(type.ofType, definitions) };
  return reference(type as GraphQLNamedInputType, definitions);
}

/** Defined before it is looked into: inputs may lead back to themselves. */
function reference(type: GraphQLNamedInputType, definitions: Definitions): JsonSchema {
  const own = builtIn[type.name];
  if (own) return own;
  if (!definitions.has(type.name)) {
    definitions.set(type.name, {});
    definitions.set(type.name, definition(type, definitions));
  }
  return { $ref: `#/$defs/${type.name}` };
}

function definition(type: GraphQLNamedInputType, definitions: Definitions): JsonSchema {
  if (isInputObjectType(type)) return objectSchema(type, definitions);
  const { description } = type;
  if (!isEnumType(type)) return { ...(type.extensions.jsonSchema as JsonSchema), description };
  const values = type.getValues().map((value) => ({ const: value.name, description: value.description }));
  return { description, oneOf: values };
}
