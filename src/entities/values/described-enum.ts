import { registerEnumType } from "type-graphql";

type Descriptions<T extends Record<string, string>> = { [K in keyof T]: string };

/** Registers a GraphQL enum whose values are their own names; every value is described. */
export function describedEnum<const T extends Record<string, string>>(
  name: string,
  description: string,
  values: T,
): { [K in keyof T]: K } {
  const names = Object.fromEntries(Object.keys(values).map((key) => [key, key])) as { [K in keyof T]: K };
  const valuesConfig = Object.fromEntries(
    Object.entries(values as Descriptions<T>).map(([key, text]) => [key, { description: text }]),
  );
  registerEnumType(names, { name, description, valuesConfig: valuesConfig as never });
  return names;
}
