import {
  type DocumentNode,
  type FragmentDefinitionNode,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from "graphql";
import { tooComplex } from "./limits.js";

/** What an operation looks like with its fragments spread. Nothing of the schema or the variables is needed. */
export interface OperationShape {
  depth: number;
  aliases: number;
  directives: number;
  mostDirectivesOnOne: number;
}

/** Measures operations of one document, each fragment once, however often it is spread. Deeper than `maxDepth` it does not look. */
export class ShapeReader {
  readonly #fragments: Fragments;
  readonly #known = new Map<string, OperationShape>();
  readonly #begun = new Set<string>();

  constructor(
    document: DocumentNode,
    private readonly maxDepth: number,
  ) {
    this.#fragments = fragmentsOf(document);
  }

  measure(operation: OperationDefinitionNode): OperationShape {
    return withDirectives(this.#ofSet(operation.selectionSet, 1), operation.directives?.length ?? 0);
  }

  #ofSet(set: SelectionSetNode, level: number): OperationShape {
    const repeated: OperationShape = { ...empty, aliases: repetitions(set) };
    if (level > this.maxDepth) return { ...repeated, depth: level };
    return set.selections.map((node) => this.#ofSelection(node, level)).reduce(together, repeated);
  }

  #ofSelection(node: SelectionNode, level: number): OperationShape {
    const below = node.kind === Kind.FRAGMENT_SPREAD ? this.#ofFragment(node.name.value) : this.#ofNested(node, level);
    const isAliased = node.kind === Kind.FIELD && node.alias !== undefined;
    return withDirectives({ ...below, aliases: below.aliases + (isAliased ? 1 : 0) }, node.directives?.length ?? 0);
  }

  #ofNested({ selectionSet }: { selectionSet?: SelectionSetNode }, level: number): OperationShape {
    if (selectionSet === undefined) return { ...empty, depth: 1 };
    const inside = this.#ofSet(selectionSet, level + 1);
    return { ...inside, depth: inside.depth + 1 };
  }

  /** Throws OPERATION_TOO_COMPLEX for one that spreads itself, used or not: many of them would take validation's stack. */
  refuseCircles(): void {
    for (const name of this.#fragments.keys()) this.#ofFragment(name);
  }

  #ofFragment(name: string): OperationShape {
    const measured = this.#known.get(name);
    if (measured !== undefined) return measured;
    if (this.#begun.has(name)) throw tooComplex("A fragment of the document spreads itself.");
    this.#begun.add(name);
    const fragment = this.#fragments.get(name);
    const shape = fragment === undefined ? empty : this.#ofSet(fragment.selectionSet, 1);
    this.#known.set(name, shape);
    return shape;
  }
}

export type Fragments = ReadonlyMap<string, FragmentDefinitionNode>;

export function fragmentsOf(document: DocumentNode): Fragments {
  const fragments = document.definitions.filter((node) => node.kind === Kind.FRAGMENT_DEFINITION);
  return new Map(fragments.map((node) => [node.name.value, node]));
}

const empty: OperationShape = { depth: 0, aliases: 0, directives: 0, mostDirectivesOnOne: 0 };

function together(left: OperationShape, right: OperationShape): OperationShape {
  return {
    depth: Math.max(left.depth, right.depth),
    aliases: left.aliases + right.aliases,
    directives: left.directives + right.directives,
    mostDirectivesOnOne: Math.max(left.mostDirectivesOnOne, right.mostDirectivesOnOne),
  };
}

function withDirectives(shape: OperationShape, count: number): OperationShape {
  const { directives, mostDirectivesOnOne } = shape;
  return { ...shape, directives: directives + count, mostDirectivesOnOne: Math.max(mostDirectivesOnOne, count) };
}

/** How many fields of a selection are there a second time, unaliased. */
function repetitions({ selections }: SelectionSetNode): number {
  const names = selections.flatMap((node) => (node.kind === Kind.FIELD && !node.alias ? [node.name.value] : []));
  return names.length - new Set(names).size;
}
