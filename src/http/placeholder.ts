import { type GraphQLOutputType, getNullableType, isEnumType, isListType, isNonNullType, isScalarType } from "graphql";

/** Of a scalar's values one is taken by each of ours. */
const candidates = ["", 0, false, "2000-01-01", "2000-01-01T00:00:00Z", "https://example.com"];

/** A value of the type; undefined: none is known. Stands in an answer that is thrown away. */
export function placeholderOf(type: GraphQLOutputType): unknown {
  if (!isNonNullType(type)) return null;
  const of = getNullableType(type);
  if (isListType(of)) return [];
  if (isEnumType(of)) return of.getValues()[0]?.value;
  if (!isScalarType(of)) return undefined;
  return candidates.find((candidate) => isTaken(() => of.serialize(candidate)));
}

function isTaken(serialise: () => unknown): boolean {
  try {
    return serialise() !== null;
  } catch {
    return false;
  }
}
