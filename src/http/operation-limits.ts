import type { ApolloServerPlugin } from "@apollo/server";
import { GraphQLError } from "graphql";
import type { Context } from "../context.js";
import { AppError } from "../errors.js";
import { type OperationLimits, tooComplex } from "../security/operation-limits/limits.js";
import { operationCost } from "../security/operation-limits/operation-cost.js";

/** Refuses what costs too much with the variables it came with, before anything runs. Looks at every request. */
export function operationCostLimit({ maxCost, maxListItems }: OperationLimits): ApolloServerPlugin<Context> {
  return {
    async requestDidStart() {
      return {
        async didResolveOperation({ schema, document, operation, request }) {
          if (operation === undefined) return;
          refuseWith400(() => {
            // graphql-js finds this only while executing, and its error would pass for a bug of ours.
            if (!schema.getRootType(operation.operation))
              throw new AppError("BAD_USER_INPUT", `There are no ${operation.operation}s here.`);
            const cost = operationCost(schema, document, operation, request.variables ?? {}, maxListItems);
            if (cost > maxCost)
              throw tooComplex(
                `With these variables the operation may cost ${cost}, and at most ${maxCost} are allowed. ` +
                  "Ask for smaller pages or fewer lists at once.",
              );
          });
        },
      };
    },
  };
}

function refuseWith400(check: () => void): void {
  try {
    check();
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    throw new GraphQLError(error.message, { originalError: error, extensions: { http: { status: 400 } } });
  }
}
