import { type DocumentNode, Kind, visit } from "graphql";
import { refuseWide, tooDeep, tooMany } from "./input-values.js";
import type { OperationLimits } from "./limits.js";

const isNested = (kind: Kind) => kind === Kind.LIST || kind === Kind.OBJECT;

const leaves: ReadonlySet<Kind> = new Set([
  ...[Kind.INT, Kind.FLOAT, Kind.STRING, Kind.BOOLEAN, Kind.NULL, Kind.ENUM, Kind.VARIABLE],
]);

/** Throws OPERATION_TOO_COMPLEX for literals of a document that `refuseLargeJson` would refuse in variables. */
export function refuseLargeLiterals(document: DocumentNode, limits: OperationLimits): void {
  let [count, depth] = [0, 0];
  visit(document, {
    enter(node) {
      if (node.kind === Kind.OBJECT) refuseWide(node.fields.length, limits);
      if (isNested(node.kind)) depth += 1;
      if (depth > limits.maxInputDepth) throw tooDeep(limits);
      if (leaves.has(node.kind)) count += 1;
      if (count > limits.maxInputValues) throw tooMany(limits);
    },
    leave({ kind }) {
      if (isNested(kind)) depth -= 1;
    },
  });
}
