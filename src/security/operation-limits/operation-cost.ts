import {
  type DocumentNode,
  type FieldNode,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isCompositeType,
  isInterfaceType,
  isListType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  SchemaMetaFieldDef,
  type SelectionNode,
  type SelectionSetNode,
  TypeMetaFieldDef,
  valueFromASTUntyped,
} from "graphql";
import { ItemCounter } from "./argument-items.js";
import { type Fragments, fragmentsOf } from "./document-shape.js";
import { assumedListLength, fieldWeights, listsAsGiven, listsLeadingBack } from "./field-weights.js";

type Variables = Record<string, unknown>;

/**
 * What the operation may cost at most, with these variables: 1 for each object of the answer, `first` objects for each
 * page or list that takes it and `assumedListLength` for other lists, the weights of single fields, and 1 for each item of
 * a list that is given. A list that leads back up, inside another such list, counts as long as it can be. Fields under
 * `@skip` and `@include` count always. Throws TOO_MANY_ITEMS for a list above `maxListItems`.
 */
export function operationCost(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Variables,
  maxListItems: number,
): number {
  const root = schema.getRootType(operation.operation);
  if (!root) return 0;
  const values = { ...defaultsOf(operation), ...variables };
  return new CostReader(schema, document, values, new ItemCounter(maxListItems)).ofSet(operation.selectionSet, root, {
    pageSize: null,
    isInCircle: false,
    inputItems: 0,
  });
}

function defaultsOf({ variableDefinitions }: OperationDefinitionNode): Variables {
  const withDefault = (variableDefinitions ?? []).filter((node) => node.defaultValue !== undefined);
  return Object.fromEntries(
    withDefault.map((node) => [node.variable.name.value, valueFromASTUntyped(node.defaultValue!)]),
  );
}

/** Where in the operation a selection stands. */
interface Place {
  /** How long the lists right below are; null: not known. */
  pageSize: number | null;
  /** Below a list that leads back up. */
  isInCircle: boolean;
  /** Items of the lists that were given to the field above. */
  inputItems: number;
}

class CostReader {
  readonly #fragments: Fragments;
  readonly #known = new Map<string, number>();

  constructor(
    private readonly schema: GraphQLSchema,
    document: DocumentNode,
    private readonly variables: Variables,
    private readonly items: ItemCounter,
  ) {
    this.#fragments = fragmentsOf(document);
  }

  ofSet({ selections }: SelectionSetNode, type: GraphQLNamedType, place: Place): number {
    return selections.reduce((sum, node) => sum + this.#ofSelection(node, type, place), 0);
  }

  #ofSelection(node: SelectionNode, type: GraphQLNamedType, place: Place): number {
    if (node.kind === Kind.FIELD) return this.#ofField(node, type, place);
    if (node.kind === Kind.FRAGMENT_SPREAD) return this.#ofFragment(node.name.value, place);
    return this.ofSet(node.selectionSet, this.#typeNamed(node.typeCondition?.name.value) ?? type, place);
  }

  #ofFragment(name: string, place: Place): number {
    const key = `${name} ${place.pageSize} ${place.isInCircle} ${place.inputItems}`;
    const counted = this.#known.get(key);
    if (counted !== undefined) return counted;
    const fragment = this.#fragments.get(name);
    const type = this.#typeNamed(fragment?.typeCondition.name.value);
    const cost = fragment && type ? this.ofSet(fragment.selectionSet, type, place) : 0;
    this.#known.set(key, cost);
    return cost;
  }

  #ofField(node: FieldNode, type: GraphQLNamedType, { pageSize, isInCircle, inputItems: itemsAbove }: Place): number {
    const field = this.#fieldOf(type, node.name.value);
    if (field === null) return 0;
    const coordinate = `${type.name}.${field.name}`;
    const values = this.#argumentsOf(node, field);
    const inputItems = field.args.reduce((sum, arg) => sum + this.items.count(coordinate, arg, values[arg.name]), 0);
    const named = getNamedType(field.type);
    const own = fieldWeights.get(coordinate) ?? (isCompositeType(named) ? 1 : 0);
    const size = sizeOf(values.first);
    // What `first` is given to is that long itself, or it is a page, whose lists are.
    const most = listsLeadingBack.get(coordinate);
    const place = {
      pageSize: isList(field.type) ? null : size,
      isInCircle: isInCircle || most !== undefined,
      inputItems,
    };
    const below = node.selectionSet ? this.ofSet(node.selectionSet, named, place) : 0;
    const length = listsAsGiven.has(coordinate) ? itemsAbove : lengthOf(field.type, values, size ?? pageSize);
    return inputItems + (isInCircle && most !== undefined ? most : length) * (own + below);
  }

  #argumentsOf(node: FieldNode, field: GraphQLField<unknown, unknown>): Variables {
    const nodes = new Map((node.arguments ?? []).map((argument) => [argument.name.value, argument.value]));
    return Object.fromEntries(
      field.args.map(({ name, defaultValue }) => {
        const value = nodes.get(name);
        return [name, (value && valueFromASTUntyped(value, this.variables)) ?? defaultValue];
      }),
    );
  }

  #fieldOf(type: GraphQLNamedType, name: string): GraphQLField<unknown, unknown> | null {
    if (type === this.schema.getQueryType() && name === SchemaMetaFieldDef.name) return SchemaMetaFieldDef;
    if (type === this.schema.getQueryType() && name === TypeMetaFieldDef.name) return TypeMetaFieldDef;
    return isObjectType(type) || isInterfaceType(type) ? (type.getFields()[name] ?? null) : null;
  }

  #typeNamed(name: string | undefined): GraphQLNamedType | undefined {
    return name === undefined ? undefined : this.schema.getType(name);
  }
}

const isList = (type: GraphQLOutputType) => isListType(getNullableType(type));

function sizeOf(first: unknown): number | null {
  return typeof first === "number" && first >= 1 ? first : null;
}

function lengthOf(type: GraphQLOutputType, values: Variables, pageSize: number | null): number {
  if (!isList(type)) return 1;
  if (Array.isArray(values.representations)) return values.representations.length;
  return pageSize ?? assumedListLength;
}
