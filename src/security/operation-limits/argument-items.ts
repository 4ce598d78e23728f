import { type GraphQLArgument, type GraphQLInputType, isInputObjectType, isListType, isNonNullType } from "graphql";
import { AppError } from "../../errors.js";

/** Counts the items of all lists in arguments, however deep. One reader serves one operation. */
export class ItemCounter {
  /** A variable can stand in many places and is counted through once. */
  readonly #known = new Map<object, number>();

  constructor(private readonly maxListItems: number) {}

  /** Throws TOO_MANY_ITEMS, naming the schema's coordinate, for a list that is too long. */
  count(coordinate: string, argument: GraphQLArgument, value: unknown): number {
    return this.#ofType(argument.type, value, `${coordinate}(${argument.name}:)`);
  }

  #ofType(type: GraphQLInputType, value: unknown, place: string): number {
    if (isNonNullType(type)) return this.#ofType(type.ofType, value, place);
    if (typeof value !== "object" || value === null) return 0;
    const counted = this.#known.get(value);
    if (counted !== undefined) return counted;
    const count = this.#ofObject(type, value, place);
    this.#known.set(value, count);
    return count;
  }

  #ofObject(type: GraphQLInputType, value: object, place: string): number {
    if (isListType(type)) {
      const items: unknown[] = Array.isArray(value) ? value : [value];
      this.#refuseTooMany(items, place);
      return items.reduce<number>((sum, item) => sum + this.#ofType(type.ofType, item, place), items.length);
    }
    if (!isInputObjectType(type)) return 0;
    return Object.values(type.getFields()).reduce((sum, field) => {
      const part = (value as Record<string, unknown>)[field.name];
      return sum + this.#ofType(field.type, part, `${type.name}.${field.name}`);
    }, 0);
  }

  #refuseTooMany(items: unknown[], place: string): void {
    if (items.length > this.maxListItems)
      throw new AppError(
        "TOO_MANY_ITEMS",
        `${place} has ${items.length} items; at most ${this.maxListItems} are allowed.`,
      );
  }
}
