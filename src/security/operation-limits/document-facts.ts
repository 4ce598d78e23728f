import { type DocumentNode, Kind, type OperationDefinitionNode, visit } from "graphql";
import type { SchemaQuestions } from "../introspection.js";

/** What is known of a document before it is validated. */
export interface DocumentFacts extends SchemaQuestions {
  /** Nothing but `_service`, `__schema`, `__type` and `__typename` stands at the root of any operation, and no fragment. */
  readonly isOfSchemaOnly: boolean;
}

const ofSchema: ReadonlySet<string> = new Set(["_service", "__schema", "__type", "__typename"]);

/** Whatever alias or fragment a field hides behind. */
export function readFacts(document: DocumentNode): DocumentFacts {
  const names = new Set<string>();
  visit(document, {
    [Kind.FIELD]({ name }) {
      names.add(name.value);
    },
  });
  const introspects = names.has("__schema") || names.has("__type");
  return {
    asksForSchema: introspects || names.has("_service"),
    asksForSdlOnly: !introspects,
    asksForEntities: names.has("_entities"),
    isOfSchemaOnly: document.definitions
      .filter((node) => node.kind === Kind.OPERATION_DEFINITION)
      .every((node) => isOfSchema(node.selectionSet.selections)),
  };
}

function isOfSchema(selections: OperationDefinitionNode["selectionSet"]["selections"]): boolean {
  return selections.every((node) => node.kind === Kind.FIELD && ofSchema.has(node.name.value));
}
