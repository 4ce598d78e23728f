import { createHash } from "node:crypto";
import { type DefinitionNode, Kind, parse, type SelectionNode } from "graphql";

/** Documents of routers are few and come again and again. */
const mostKnown = 1_000;

/** True for a document by which a router completes entities, and that asks for nothing else. */
export function createEntitiesCheck(): (source: string) => boolean {
  const byHash = new Map<string, boolean>();
  return (source) => {
    if (!source.includes("_entities")) return false;
    const hash = createHash("sha256").update(source).digest("base64");
    const remembered = byHash.get(hash);
    if (remembered !== undefined) return remembered;
    if (byHash.size >= mostKnown) byHash.clear();
    const isForEntities = readsEntitiesOnly(source);
    byHash.set(hash, isForEntities);
    return isForEntities;
  };
}

function readsEntitiesOnly(source: string): boolean {
  try {
    const { definitions } = parse(source, { noLocation: true, maxTokens: 10_000 });
    return definitions.every(isOfEntities);
  } catch {
    return false;
  }
}

function isOfEntities(definition: DefinitionNode): boolean {
  if (definition.kind === Kind.FRAGMENT_DEFINITION) return true;
  return definition.kind === Kind.OPERATION_DEFINITION && definition.selectionSet.selections.every(isEntitiesField);
}

/** A fragment at the root could hold anything. */
function isEntitiesField(selection: SelectionNode): boolean {
  return selection.kind === Kind.FIELD && ["_entities", "__typename"].includes(selection.name.value);
}
