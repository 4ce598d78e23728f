import { AppError } from "../errors.js";

/**
 * SQLSTATEs that say that the server or the session is gone, or that others held what was needed (lock and statement
 * timeouts, deadlock, serialisation): not that the statement was wrong. All roll back, so repeating is safe.
 */
const passingStates = new Set([
  ...["25P03", "53300", "57P01", "57P02", "57P03", "57P05"],
  ...["55P03", "57014", "40P01", "40001"],
]);

const networkCodes = new Set([
  "ECONNREFUSED",
  "ECONNRESET",
  "ENOTFOUND",
  "EAI_AGAIN",
  "EHOSTUNREACH",
  "EPIPE",
  "ETIMEDOUT",
]);

/** The driver gives these no code. */
const driverMessages = [
  "timeout exceeded when trying to connect",
  "Connection terminated",
  "Client has encountered a connection error",
  "Client was closed",
  "Query read timeout",
  "Cannot use a pool after calling end",
];

/** A text that PostgreSQL cannot hold, alone or inside JSON, such as one with a NUL character: the caller's input. */
const unstorableText = new Set(["22021", "22P05"]);

/** Half of a surrogate pair inside JSON has no code of its own. */
const unstorableJson = "invalid input syntax for type json";

/**
 * DATABASE_UNAVAILABLE when PostgreSQL, the way to it or a free connection was missing, BAD_USER_INPUT for a text it
 * cannot hold; else the error itself.
 */
export function asUnavailable(error: unknown): unknown {
  if (isUnstorable(error)) {
    return new AppError("BAD_USER_INPUT", "The input holds a character that cannot be stored.", { cause: error });
  }
  if (error instanceof AppError || !isUnavailable(error)) return error;
  return new AppError("DATABASE_UNAVAILABLE", "The database cannot be reached, or is too busy, at the moment.", {
    cause: error,
  });
}

function isUnstorable(error: unknown): boolean {
  const { code, message } = (error ?? {}) as { code?: unknown; message?: unknown };
  return unstorableText.has(String(code)) || message === unstorableJson;
}

function isUnavailable(error: unknown): boolean {
  const { code, message } = (error ?? {}) as { code?: unknown; message?: unknown };
  if (typeof code === "string" && (passingStates.has(code) || networkCodes.has(code) || /^08...$/.test(code)))
    return true;
  return typeof message === "string" && driverMessages.some((part) => message.includes(part));
}

/** PostgreSQL quotes the values of a refused row in these; they are people's data and have no place in a log. */
export function withoutRowValues(error: unknown): unknown {
  if (typeof error === "object" && error !== null) {
    for (const field of ["detail", "where", "internalQuery", "parameters"]) Reflect.deleteProperty(error, field);
  }
  return error;
}
