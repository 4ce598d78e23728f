import { ApolloServer, type ApolloServerPlugin } from "@apollo/server";
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from "@apollo/server/plugin/disabled";
import type { Context } from "../context.js";
import type { Log } from "../log.js";
import { defaultOperationLimits } from "../security/operation-limits/limits.js";
import { createErrorFormatter } from "./format-error.js";
import type { HttpServerOptions } from "./http-options.js";
import { meterFields } from "./meter-fields.js";
import { nothingAnswered } from "./nothing-answered.js";
import { operationLane } from "./operation-lane.js";
import { operationCostLimit } from "./operation-limits.js";
import { operationLog } from "./operation-log.js";
import { refuseOverBudget } from "./refuse-over-budget.js";
import { writeAnswer } from "./write-answer.js";

/** Apollo Server without its HTTP server, its pages and its reports; every setting that depends on NODE_ENV is given. */
export async function startApollo(options: HttpServerOptions): Promise<ApolloServer<Context>> {
  const limits = { ...defaultOperationLimits, ...options.operationLimits };
  const apollo = new ApolloServer<Context>({
    schema: meterFields(options.schema),
    stringifyResult: writeAnswer,
    nodeEnv: "production",
    introspection: true,
    includeStacktraceInErrorResponses: false,
    hideSchemaDetailsFromClientErrors: !options.explorers,
    csrfPrevention: true,
    allowBatchedHttpRequests: false,
    persistedQueries: false,
    maxRecursiveSelections: true,
    parseOptions: { maxTokens: limits.maxTokens },
    validationOptions: { maxErrors: 5, hideSuggestions: !options.explorers },
    // Each complaint quotes the value around it, which may be large.
    executionOptions: { maxCoercionErrors: 5 },
    stopOnTerminationSignals: false,
    formatError: createErrorFormatter(options.log),
    logger: apolloLog(options.log),
    plugins: [...plugins(options), operationCostLimit(limits)],
  });
  await apollo.start();
  return apollo;
}

function plugins(options: HttpServerOptions): ApolloServerPlugin<Context>[] {
  return [
    // Costs more processor time than the rest of a request; we set Cache-Control ourselves.
    ApolloServerPluginCacheControlDisabled(),
    ApolloServerPluginUsageReportingDisabled(),
    ApolloServerPluginSchemaReportingDisabled(),
    ApolloServerPluginLandingPageDisabled(),
    refuseOverBudget,
    nothingAnswered,
    operationLane,
    operationLog(options.log),
  ];
}

function apolloLog(log: Log) {
  return {
    debug: (message?: unknown) => log.debug(String(message)),
    info: (message?: unknown) => log.debug(String(message)),
    warn: (message?: unknown) => log.warn(String(message)),
    error: (message?: unknown) => log.error(String(message)),
  };
}
