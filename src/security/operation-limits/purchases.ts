import { type DocumentNode, Kind, type OperationDefinitionNode, type SelectionSetNode } from "graphql";
import { fragmentsOf } from "./document-shape.js";
import { purchasingFields } from "./field-weights.js";

/** The purchasing root fields that the operation would run, by the names they have in the answer. */
export function purchasesIn(document: DocumentNode, operation: OperationDefinitionNode): Set<string> {
  const fragments = fragmentsOf(document);
  const spread = new Set<string>();
  const found = new Set<string>();
  const look = ({ selections }: SelectionSetNode): void => {
    for (const node of selections) {
      if (node.kind === Kind.FIELD) {
        // Fields with one name in the answer are run once.
        if (purchasingFields.has(node.name.value)) found.add(node.alias?.value ?? node.name.value);
        continue;
      }
      const set = node.kind === Kind.INLINE_FRAGMENT ? node.selectionSet : unseen(node.name.value);
      if (set !== undefined) look(set);
    }
  };
  const unseen = (name: string) => {
    if (spread.has(name)) return undefined;
    spread.add(name);
    return fragments.get(name)?.selectionSet;
  };
  look(operation.selectionSet);
  return found;
}
