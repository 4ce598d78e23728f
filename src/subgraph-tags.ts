import {
  type ConstDirectiveNode,
  type DefinitionNode,
  type FieldDefinitionNode,
  type InputObjectTypeDefinitionNode,
  Kind,
  type ObjectTypeDefinitionNode,
  type TypeNode,
  valueFromASTUntyped,
} from "graphql";

/** What contract variants choose by: what a storefront shows, and what the back office works with, which is everything. */
type Tag = "storefront" | "backoffice";

type Node = { directives?: readonly ConstDirectiveNode[] };
/** By type: the fields that a storefront reaches; of inputs, enums and scalars all. */
type Reached = ReadonlyMap<string, ReadonlySet<string>>;

/** Parts of inputs that only staff, or a shop's own server, have a use for; to buyers' routers they are not there. */
const staffParts: ReadonlyMap<string, string> = new Map([
  ["ValidateAddressInput", "carrierAccountId"],
  ["CarrierLocationsInput", "carrierAccountId"],
  ["DeliveryOptionsInput", "customerCarrierAccountId"],
]);

const isObject = (node: DefinitionNode): node is ObjectTypeDefinitionNode => node.kind === Kind.OBJECT_TYPE_DEFINITION;
const isInput = (node: DefinitionNode): node is InputObjectTypeDefinitionNode =>
  node.kind === Kind.INPUT_OBJECT_TYPE_DEFINITION;
const isRoot = ({ name }: ObjectTypeDefinitionNode) => name.value === "Query" || name.value === "Mutation";
const isKey = ({ name }: ConstDirectiveNode) => name.value === "key";

/** Whether a storefront's token opens it, as `@requiresScopes` says; without the directive whoever gets there may. */
function isForStorefront({ directives = [] }: Node): boolean {
  const scopes = directives.find(({ name }) => name.value === "requiresScopes")?.arguments?.[0]?.value;
  return scopes === undefined || (valueFromASTUntyped(scopes) as string[][]).flat().includes("quote");
}

function namedType(type: TypeNode): string {
  return type.kind === Kind.NAMED_TYPE ? type.name.value : namedType(type.type);
}

/** What a storefront reaches from the queries and from what neighbours refer to, arguments included. */
function storefrontReach(definitions: readonly DefinitionNode[]): Reached {
  const objects = new Map(definitions.filter(isObject).map((node) => [node.name.value, node]));
  const inputs = new Map(definitions.filter(isInput).map((node) => [node.name.value, node]));
  const reached = new Map<string, Set<string>>();
  const visit = (typeName: string) => {
    if (reached.has(typeName)) return;
    const type = objects.get(typeName);
    if (type && !isForStorefront(type)) return;
    const fields = type?.fields?.filter(isForStorefront) ?? [];
    reached.set(typeName, new Set(fields.map(({ name }) => name.value)));
    const parts = [
      ...fields,
      ...fields.flatMap((field) => field.arguments ?? []),
      ...(inputs.get(typeName)?.fields ?? []),
    ];
    for (const part of parts) visit(namedType(part.type));
  };
  visit("Query");
  for (const [name, { directives = [] }] of objects) if (directives.some(isKey)) visit(name);
  return reached;
}

/**
 * The definitions with `@tag` on every root field and on what belongs to it, so that a contract variant of one tag is
 * whole. A tag on a type is one on each of its members; arguments carry their own. Derived from the scopes: it cannot
 * differ from them.
 */
export function withTags(definitions: readonly DefinitionNode[]): DefinitionNode[] {
  const reached = storefrontReach(definitions);
  return definitions.map((node) => {
    if (isObject(node)) return taggedObject(node, reached.get(node.name.value) ?? new Set());
    if (isInput(node) && staffParts.has(node.name.value)) return taggedInput(node, reached.has(node.name.value));
    if (!("name" in node) || !node.name || !("directives" in node)) return node;
    return tagged(node as typeof node & Node, tagsFor(reached.has(node.name.value)));
  });
}

const tagsFor = (isStorefront: boolean): Tag[] => (isStorefront ? ["storefront", "backoffice"] : ["backoffice"]);

function taggedObject(node: ObjectTypeDefinitionNode, reached: ReadonlySet<string>): ObjectTypeDefinitionNode {
  const isWhole = !isRoot(node) && reached.size === node.fields?.length;
  const fields = node.fields?.map((field) => {
    const isReached = reached.has(field.name.value);
    const own = isRoot(node) ? tagsFor(isReached) : isReached && !isWhole ? (["storefront"] as const) : [];
    return tagged(withTaggedArguments(field, tagsFor(isReached)), own);
  });
  return tagged({ ...node, fields }, isRoot(node) ? [] : tagsFor(isWhole));
}

function taggedInput(node: InputObjectTypeDefinitionNode, isReached: boolean): InputObjectTypeDefinitionNode {
  const staffPart = staffParts.get(node.name.value);
  const fields = node.fields?.map((field) =>
    tagged(field, isReached && field.name.value !== staffPart ? (["storefront"] as const) : []),
  );
  return tagged({ ...node, fields }, tagsFor(false));
}

function withTaggedArguments(field: FieldDefinitionNode, tags: readonly Tag[]): FieldDefinitionNode {
  return { ...field, arguments: field.arguments?.map((argument) => tagged(argument, tags)) };
}

function tagged<T extends Node>(node: T, tags: readonly Tag[]): T {
  return { ...node, directives: [...(node.directives ?? []), ...tags.map(tagDirective)] };
}

function tagDirective(tag: Tag): ConstDirectiveNode {
  return {
    kind: Kind.DIRECTIVE,
    name: { kind: Kind.NAME, value: "tag" },
    arguments: [
      { kind: Kind.ARGUMENT, name: { kind: Kind.NAME, value: "name" }, value: { kind: Kind.STRING, value: tag } },
    ],
  };
}
