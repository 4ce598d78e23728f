import type { ApolloServerPlugin } from "@apollo/server";
import { BREAK, type DocumentNode, GraphQLError, Kind, visit } from "graphql";
import type { Context } from "../context.js";
import { AppError } from "../errors.js";

const guarded: ReadonlySet<string> = new Set(["__schema", "__type", "_service", "_entities"]);

function asksForGuarded(document: DocumentNode): boolean {
  let isFound = false;
  visit(document, {
    [Kind.FIELD](node) {
      if (!guarded.has(node.name.value)) return undefined;
      isFound = true;
      return BREAK;
    },
  });
  return isFound;
}

/** Keeps the schema and the router's root fields from callers without a token. Looks at every request: documents are cached. */
export const introspectionGuard: ApolloServerPlugin<Context> = {
  async requestDidStart({ contextValue }) {
    if (contextValue.caller.kind !== "anonymous") return;
    return {
      async didResolveOperation({ document }) {
        if (!asksForGuarded(document)) return;
        throw new GraphQLError("This needs a token.", {
          originalError: new AppError("UNAUTHENTICATED", "This needs a token."),
          extensions: { http: { status: 401 } },
        });
      },
    };
  },
};
