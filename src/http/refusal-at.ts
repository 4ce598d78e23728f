import { GraphQLError } from "graphql";
import type { RequestBudget } from "../admission/request-budget.js";

/** The refusal as an error of the field at `path`; where it is thrown elsewhere, graphql-js leaves it as it is. */
export function refusalAt({ refusal }: RequestBudget, path: string[]): GraphQLError {
  return new GraphQLError(refusal?.message ?? "", { path, originalError: refusal });
}
