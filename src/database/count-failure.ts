import { AppError } from "../errors.js";
import { count } from "../telemetry/instruments.js";
import { asUnavailable } from "./failures.js";

/** SQLSTATEs, and what Node calls failures of the network. */
const knownCodes = /^([0-9A-Z]{5}|E[A-Z_]{3,14})$/;

/** Counts what was the database's fault, or the way to it; not what a statement was refused for. */
export function countFailure(error: unknown): void {
  const told = asUnavailable(error);
  if (!(told instanceof AppError) || told.code !== "DATABASE_UNAVAILABLE") return;
  const { code } = ((told === error ? told.cause : error) ?? {}) as { code?: unknown };
  count("databaseFailure", { "error.type": typeof code === "string" && knownCodes.test(code) ? code : "_OTHER" });
}
