import { AppError } from "../errors.js";

/** Others held what was needed (lock and statement timeouts, deadlock, serialisation). All roll back: repeating is safe. */
const contention = new Set(["55P03", "57014", "40P01", "40001"]);

/**
 * SQLSTATEs that say that the server or the session is gone or cannot work, not that the statement was wrong: connection
 * exceptions, out of memory, connections or disk, ended by an administrator or by a shutdown, failing disks; a server
 * that takes no writes, a session idle for too long, and what a server that is being restored or replaced says of logins.
 */
const serversFault = /^(08...|53...|57P..|58...|25006|25P03|28...|3D000)$/;

const networkCodes = new Set([
  "ECONNREFUSED",
  "ECONNRESET",
  "ENOTFOUND",
  "EAI_AGAIN",
  "EHOSTUNREACH",
  "EPIPE",
  "ECONNABORTED",
  "EHOSTDOWN",
  "ENETDOWN",
  "ENETUNREACH",
  "ETIMEDOUT",
]);

/** The driver gives these no code. */
const driverMessages = [
  "timeout exceeded when trying to connect",
  "timeout expired",
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
  if (typeof code === "string" && (contention.has(code) || networkCodes.has(code))) return true;
  return (
    isServersFault(error) || (typeof message === "string" && driverMessages.some((part) => message.includes(part)))
  );
}

/** The server said that it, or the session, is out of order: the connection is of no more use. */
export function isServersFault(error: unknown): boolean {
  return serversFault.test(String((error as { code?: unknown } | null)?.code ?? ""));
}

/** There is no server, no such database, or no such login: what a mistake in its address looks like. */
export function isNeverReached(error: unknown): boolean {
  const { code } = (error ?? {}) as { code?: unknown };
  return /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|28...|3D000)$/.test(String(code));
}

/** A standby, or a server whose disk is full by the rules of its host: another may take writes. */
export function isReadOnly(error: unknown): boolean {
  return (error as { code?: unknown } | null)?.code === "25006";
}

/** PostgreSQL's codes for a value that is none of its type, which it quotes in the message. */
const wrongValue = /^22/;

/** PostgreSQL quotes the values of a refused row in these; they are people's data and have no place in a log. */
export function withoutRowValues(error: unknown): unknown {
  // TypeORM puts its own around what is no failure of the statement.
  const { driverError } = (error ?? {}) as { driverError?: unknown };
  if (driverError instanceof AppError) return driverError;
  if (typeof error === "object" && error !== null) {
    for (const field of ["detail", "where", "internalQuery", "parameters"]) Reflect.deleteProperty(error, field);
    if (error instanceof Error && wrongValue.test(String((error as { code?: unknown }).code))) hideQuoted(error);
  }
  return error;
}

function hideQuoted(error: Error): void {
  const { message, stack } = error;
  error.message = message.replaceAll(/".*"/gs, '"…"');
  if (stack !== undefined) error.stack = stack.replace(message, () => error.message);
}
