import type { ApolloServerPlugin } from "@apollo/server";
import type { Context } from "../context.js";
import type { Log } from "../log.js";
import { currentTraceId } from "./request-trace.js";

/** One line per operation: which, for whom, how it went, how long it took. Never variables, never data. */
export function operationLog(log: Log): ApolloServerPlugin<Context> {
  return {
    async requestDidStart({ contextValue }) {
      const startedAt = performance.now();
      return {
        async willSendResponse({ operation, operationName, response, errors }) {
          const { body } = response;
          const answered = body.kind === "single" ? body.singleResult.errors : undefined;
          const codes = new Set((answered ?? errors ?? []).map(({ extensions }) => String(extensions?.code)));
          log.info("Operation", {
            operation: operationName?.slice(0, 100) ?? null,
            type: operation?.operation ?? null,
            outcome: codes.size === 0 ? "ok" : [...codes].sort().join(","),
            milliseconds: Math.round(performance.now() - startedAt),
            tenantId: contextValue.caller.tenantId,
            traceId: currentTraceId(),
          });
        },
      };
    },
  };
}
