import type { ApolloServerPlugin } from "@apollo/server";
import type { Context } from "../context.js";
import type { Log } from "../log.js";
import { recordDuration } from "../telemetry/instruments.js";
import { activeSpan } from "../telemetry/spans.js";

const longestName = 100;
const code = /^[A-Z_]{2,40}$/;

/** One line per operation: which, for whom, how it went, how long it took. Never variables, never data. */
export function operationLog(log: Log): ApolloServerPlugin<Context> {
  return {
    async requestDidStart({ contextValue }) {
      const startedAt = performance.now();
      return {
        async didResolveOperation({ operation, operationName }) {
          activeSpan().rename(operation?.operation ?? "graphql");
          activeSpan().set({
            "graphql.operation.type": operation?.operation,
            "graphql.operation.name": operationName?.slice(0, longestName),
          });
        },
        async willSendResponse({ operation, operationName, response, errors }) {
          const { body } = response;
          const answered = body.kind === "single" ? body.singleResult.errors : undefined;
          const codes = [
            ...new Set((answered ?? errors ?? []).map(({ extensions }) => String(extensions?.code))),
          ].sort();
          observe(operation?.operation ?? "none", codes, startedAt);
          log.info("Operation", {
            operation: operationName?.slice(0, longestName) ?? null,
            type: operation?.operation ?? null,
            outcome: codes.length === 0 ? "ok" : codes.join(","),
            milliseconds: Math.round(performance.now() - startedAt),
            tenantId: contextValue.caller.tenantId,
          });
        },
      };
    },
  };
}

function observe(type: string, [first]: string[], startedAt: number): void {
  const failure = first === undefined || code.test(first) ? first : "_OTHER";
  recordDuration("operation", startedAt, { "graphql.operation.type": type, "error.type": failure });
  if (failure !== undefined) activeSpan().fail(failure);
}
