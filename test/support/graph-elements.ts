import {
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isSpecifiedScalarType,
} from "graphql";

export interface Element {
  /** Schema coordinate, such as `Shipment.id` or `Query.shipments(first:)`. */
  coordinate: string;
  description: string | null | undefined;
}

/** Federation's own types and fields, and GraphQL's. */
const isMachinery = (name: string) => /^(_|link__|federation__)/.test(name);

/** The types that are ours to shape and to describe. */
export function ownTypes(schema: GraphQLSchema): GraphQLNamedType[] {
  return Object.values(schema.getTypeMap()).filter((type) => !isMachinery(type.name) && !isSpecifiedScalarType(type));
}

export function fieldsOf(type: GraphQLNamedType): GraphQLField<unknown, unknown>[] {
  if (!isObjectType(type) && !isInterfaceType(type)) return [];
  return Object.values(type.getFields()).filter((field) => !isMachinery(field.name));
}

function membersOf(type: GraphQLNamedType): Element[] {
  if (isEnumType(type))
    return type.getValues().map(({ name, description }) => ({ coordinate: `${type.name}.${name}`, description }));
  if (isInputObjectType(type))
    return Object.values(type.getFields()).map(({ name, description }) => ({
      coordinate: `${type.name}.${name}`,
      description,
    }));
  return fieldsOf(type).flatMap(({ name, description, args }) => [
    { coordinate: `${type.name}.${name}`, description },
    ...args.map((argument) => ({
      coordinate: `${type.name}.${name}(${argument.name}:)`,
      description: argument.description,
    })),
  ]);
}

/** Every type, field, argument, input field and enum value. */
export function graphElements(schema: GraphQLSchema): Element[] {
  return ownTypes(schema).flatMap((type) => [
    { coordinate: type.name, description: type.description },
    ...membersOf(type),
  ]);
}
