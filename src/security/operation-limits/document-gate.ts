import { type DocumentNode, Kind, type OperationDefinitionNode, parse } from "graphql";
import { refuseLargeLiterals } from "./argument-literals.js";
import { type DocumentFacts, readFacts } from "./document-facts.js";
import { ShapeReader } from "./document-shape.js";
import { type OperationLimits, tooComplex } from "./limits.js";
import { purchasesIn } from "./purchases.js";
import { rememberByHash } from "./remember-by-hash.js";

/** What the document asks for; null: it does not parse. Throws OPERATION_TOO_COMPLEX where its shape alone is too much. */
export type DocumentGate = (source: string) => DocumentFacts | null;

/**
 * Stands before validation, whose rules take long for, or run out of stack on, just what is refused here. What it let
 * through before it knows by its hash; what does not parse is left to those who explain it.
 */
export function createDocumentGate(limits: OperationLimits): DocumentGate {
  return rememberByHash((source) => {
    const document = parseWithin(source, limits.maxTokens);
    if (document === null) return null;
    checkDocument(document, limits);
    return readFacts(document);
  });
}

function parseWithin(source: string, maxTokens: number): DocumentNode | null {
  try {
    return parse(source, { noLocation: true, maxTokens });
  } catch (error) {
    if (error instanceof RangeError) throw tooComplex("The document is nested too deeply to be read.");
    return null;
  }
}

function checkDocument(document: DocumentNode, limits: OperationLimits): void {
  const { definitions } = document;
  if (definitions.filter((node) => node.kind === Kind.FRAGMENT_DEFINITION).length > limits.maxFragments)
    throw tooComplex(`The document has more than ${limits.maxFragments} fragments.`);
  refuseLargeLiterals(document, limits);
  const shapes = new ShapeReader(document, limits.maxDepth);
  shapes.refuseCircles();
  for (const node of definitions) {
    if (node.kind !== Kind.OPERATION_DEFINITION) continue;
    checkShape(shapes, node, limits);
    checkPurchases(document, node);
  }
}

function checkShape(shapes: ShapeReader, operation: OperationDefinitionNode, limits: OperationLimits): void {
  const shape = shapes.measure(operation);
  if (shape.depth > limits.maxDepth) throw tooComplex(`The operation is nested deeper than ${limits.maxDepth} levels.`);
  if (shape.aliases > limits.maxAliases)
    throw tooComplex(`The operation has more than ${limits.maxAliases} aliased or repeated fields.`);
  if (shape.mostDirectivesOnOne > limits.maxDirectivesPerField)
    throw tooComplex(`A field of the operation has more than ${limits.maxDirectivesPerField} directives.`);
  if (shape.directives > limits.maxDirectives)
    throw tooComplex(`The operation has more than ${limits.maxDirectives} directives.`);
}

function checkPurchases(document: DocumentNode, operation: OperationDefinitionNode): void {
  const { size } = purchasesIn(document, operation);
  if (size > 1)
    throw tooComplex(`The operation would buy ${size} times; one purchasing field is allowed. Send one per operation.`);
}
