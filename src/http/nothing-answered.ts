import type { ApolloServerPlugin } from "@apollo/server";
import type { Context } from "../context.js";

const retryAfterSeconds = 5;

const ourFaults: ReadonlySet<unknown> = new Set(["DATABASE_UNAVAILABLE", "OVERLOADED"]);

/**
 * HTTP 503 with Retry-After where nothing was answered because of our database or of too much to do, so that routers, load balancers and
 * clients see it without reading the errors. What was answered in part stays 200.
 */
export const nothingAnswered: ApolloServerPlugin<Context> = {
  async requestDidStart() {
    return {
      async willSendResponse({ response: { body, http } }) {
        if (body.kind !== "single" || isAnswered(body.singleResult.data)) return;
        const { errors = [] } = body.singleResult;
        if (errors.length === 0 || errors.some(({ extensions }) => !ourFaults.has(extensions?.code))) return;
        http.status = 503;
        http.headers.set("retry-after", String(retryAfterSeconds));
      },
    };
  },
};

/** Some root field, or some entity, is not null. */
function isAnswered(data: Record<string, unknown> | null | undefined): boolean {
  return Object.values(data ?? {})
    .flat()
    .some((value) => value !== null);
}
