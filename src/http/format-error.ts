import { ApolloServerErrorCode, unwrapResolverError } from "@apollo/server/errors";
import { GraphQLError, type GraphQLFormattedError } from "graphql";
import { AppError, type AppErrorCode } from "../errors.js";
import type { Log } from "../log.js";
import { currentRequestIds } from "../telemetry/correlation.js";
import { valueFreeMessage } from "./value-free-message.js";

/** What the operation itself can be blamed for, in the words of GraphQL and Apollo. */
const requestFaults: ReadonlySet<unknown> = new Set(
  Object.values(ApolloServerErrorCode).filter((code) => code !== ApolloServerErrorCode.INTERNAL_SERVER_ERROR),
);

/** Expected in daily use: the operation's own log line names them, that is enough. */
const callersFaults: ReadonlySet<AppErrorCode> = new Set([
  "UNAUTHENTICATED",
  "FORBIDDEN",
  "BAD_USER_INPUT",
  "TOO_MANY_ITEMS",
  "OPERATION_TOO_COMPLEX",
  "REQUEST_BUDGET_EXCEEDED",
  "RATE_LIMITED",
]);

/** A null variable for a non-null argument is found only while executing, with the field's path. */
const nullArgument = /^Argument "[^"]*" (of|has invalid value)/;

export interface ErrorExtensions {
  code: string;
  retryable?: boolean;
  retryAfterSeconds?: number;
  field?: readonly string[];
  traceId?: string;
}

/** The extensions of an error that clients may know. */
export function errorExtensions(code: string, error?: AppError): Record<string, unknown> & ErrorExtensions {
  const traceId = currentRequestIds()?.traceId;
  return {
    code,
    ...(error && { retryable: error.retryable }),
    ...error?.exceeded,
    ...(error?.retryAfterSeconds != null && { retryAfterSeconds: error.retryAfterSeconds }),
    ...(error?.field != null && { field: error.field }),
    ...(traceId !== undefined && { traceId }),
  };
}

function appErrorIn(error: unknown): AppError | null {
  const inner = error instanceof GraphQLError ? error.originalError : error;
  return inner instanceof AppError ? inner : null;
}

function isRequestFault(formatted: GraphQLFormattedError): boolean {
  return formatted.path === undefined && requestFaults.has(formatted.extensions?.code);
}

function isNullArgument(error: unknown): boolean {
  const inner = unwrapResolverError(error);
  return inner instanceof GraphQLError && nullArgument.test(inner.message);
}

/**
 * Tells clients AppErrors and GraphQL's own complaints about the operation, and of everything else only that it
 * happened; that goes to the log with the same trace id.
 */
export function createErrorFormatter(log: Log) {
  return (formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError => {
    const { locations, path } = formatted;
    const place = { ...(locations && { locations }), ...(path && { path }) };
    const appError = appErrorIn(error);
    if (appError !== null) {
      if (!callersFaults.has(appError.code)) log.warn("A field failed", { error: appError });
      return { message: appError.message, ...place, extensions: errorExtensions(appError.code, appError) };
    }
    if (isRequestFault(formatted))
      return {
        message: valueFreeMessage(formatted.message),
        ...place,
        extensions: errorExtensions(String(formatted.extensions?.code)),
      };
    if (isNullArgument(error))
      return {
        message: valueFreeMessage(formatted.message),
        ...place,
        extensions: errorExtensions("BAD_USER_INPUT"),
      };
    log.error("A field failed unexpectedly", { error: unwrapResolverError(error), path });
    return { message: "Something went wrong.", ...place, extensions: errorExtensions("INTERNAL_SERVER_ERROR") };
  };
}
