import { AppError } from "../../errors.js";

/** How much one operation may ask for. */
export interface OperationLimits {
  /** Lexical tokens of the document. */
  maxTokens: number;
  /** Fields and inline fragments inside each other, through fragments too. */
  maxDepth: number;
  /** Aliased fields, of `__typename` too, and fields repeated in one selection; a fragment counts where it is spread. */
  maxAliases: number;
  maxDirectives: number;
  maxDirectivesPerField: number;
  /** Fragments that the document defines. */
  maxFragments: number;
  /** See `operationCost`. */
  maxCost: number;
  /** Items of any list in the arguments, keys of entities included. */
  maxListItems: number;
  /** Values in the body of a request, and literals in its document. */
  maxInputValues: number;
  /** Lists and objects inside each other. */
  maxInputDepth: number;
  /** Fields of one object of the input, whether the schema knows them or not. */
  maxInputKeys: number;
}

/** Far above what the examples, introspection and routers need. */
export const defaultOperationLimits: OperationLimits = {
  maxTokens: 10_000,
  maxDepth: 20,
  maxAliases: 100,
  maxDirectives: 100,
  maxDirectivesPerField: 5,
  maxFragments: 100,
  maxCost: 20_000,
  maxListItems: 1_000,
  maxInputValues: 20_000,
  maxInputDepth: 20,
  maxInputKeys: 250,
};

export function tooComplex(message: string): AppError {
  return new AppError("OPERATION_TOO_COMPLEX", message);
}
