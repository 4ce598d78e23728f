import { type DefinitionNode, Kind, type SelectionNode } from "graphql";
import { parseDocument } from "../security/operation-limits/parse-document.js";
import { rememberByHash } from "../security/operation-limits/remember-by-hash.js";

/** True for a document by which a router completes entities, and that asks for nothing else. */
export function createEntitiesCheck(): (source: string) => boolean {
  const readsEntitiesOnly = rememberByHash((source) => parseDocument(source)?.definitions.every(isOfEntities) ?? false);
  return (source) => source.includes("_entities") && readsEntitiesOnly(source) === true;
}

function isOfEntities(definition: DefinitionNode): boolean {
  if (definition.kind === Kind.FRAGMENT_DEFINITION) return true;
  return definition.kind === Kind.OPERATION_DEFINITION && definition.selectionSet.selections.every(isEntitiesField);
}

/** A fragment at the root could hold anything. */
function isEntitiesField(selection: SelectionNode): boolean {
  return selection.kind === Kind.FIELD && ["_entities", "__typename"].includes(selection.name.value);
}
