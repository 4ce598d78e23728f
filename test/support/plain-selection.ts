import {
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  isEnumType,
  isObjectType,
  isRequiredArgument,
  isScalarType,
} from "graphql";
import { fieldsOf } from "./graph-elements.js";

/** Whether a cache would keep the type as an object of its own, reached by its id. */
const isEntity = (type: GraphQLOutputType) => {
  const named = getNamedType(type);
  return isObjectType(named) && "id" in named.getFields();
};

/** Everything that an object says of itself: its values, value objects whole, and the ids of what it refers to. */
export function plainSelection(schema: GraphQLSchema, typeName: string, leftOut: readonly string[] = []): string {
  const type = schema.getType(typeName);
  if (!isObjectType(type)) throw new Error(`${typeName} is no object type.`);
  const selections = fieldsOf(type)
    .filter(({ name, args }) => !leftOut.includes(name) && !args.some(isRequiredArgument))
    .flatMap(({ name, type: output }) => {
      const named = getNamedType(output);
      if (isScalarType(named) || isEnumType(named)) return [name];
      if (isEntity(output)) return [`${name} { id }`];
      return isObjectType(named) ? [`${name} { ${plainSelection(schema, named.name)} }`] : [];
    });
  return selections.join(" ");
}
