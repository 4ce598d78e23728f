import { type DocumentNode, parse } from "graphql";
import { defaultOperationLimits } from "./limits.js";

/** The document, read as far as any may be long; null: it is none, is longer, or is nested too deeply to be read. */
export function parseDocument(source: string): DocumentNode | null {
  try {
    return parse(source, { noLocation: true, maxTokens: defaultOperationLimits.maxTokens });
  } catch {
    return null;
  }
}
