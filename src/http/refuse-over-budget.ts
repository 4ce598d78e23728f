import type { ApolloServerPlugin } from "@apollo/server";
import type { GraphQLFormattedError } from "graphql";
import { currentBudget } from "../admission/work.js";
import type { Context } from "../context.js";
import type { AppError } from "../errors.js";
import { errorExtensions } from "./format-error.js";

/**
 * The answer of a request that went over its budget: of a query the refusal alone, of a mutation also what its fields did
 * before the one in which it was refused.
 */
export const refuseOverBudget: ApolloServerPlugin<Context> = {
  async requestDidStart() {
    return {
      async willSendResponse({ operation, response: { body } }) {
        const budget = currentBudget();
        if (!budget?.refusal || body.kind !== "single") return;
        const { data, errors = [] } = body.singleResult;
        const refused = refusals(budget.refusal, errors, budget.refusedField);
        const isMutation = operation?.operation === "mutation" && data;
        const kept = isMutation ? withoutFields(data, errors, new Set(refused.keys())) : { data: null, errors: [] };
        body.singleResult = { data: kept.data, errors: [...refused.values(), ...kept.errors] };
      },
    };
  },
};

/** One for each root field that was refused, by its name in the answer. */
function refusals(
  refusal: AppError,
  errors: readonly GraphQLFormattedError[],
  first: string | null,
): Map<unknown, GraphQLFormattedError> {
  const { code, message } = refusal;
  const own = { message, ...(first !== null && { path: [first] }), extensions: errorExtensions(code, refusal) };
  const later = errors.filter(({ extensions, path }) => extensions?.code === code && path?.[0] !== first);
  return new Map([[first, own], ...later.map((error): [unknown, GraphQLFormattedError] => [error.path?.[0], error])]);
}

function withoutFields(
  data: Record<string, unknown>,
  errors: readonly GraphQLFormattedError[],
  fields: ReadonlySet<unknown>,
) {
  return {
    data: Object.fromEntries(Object.entries(data).map(([name, value]) => [name, fields.has(name) ? null : value])),
    errors: errors.filter(({ path }) => !fields.has(path?.[0])),
  };
}
