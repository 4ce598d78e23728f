import { AppError } from "../errors.js";

/** The refusal of what cannot be worked on in time. Says when to come back, so that not all do at once. */
export function overloaded(message = "The server has too much to do at the moment."): AppError {
  return new AppError("OVERLOADED", message, { retryAfterSeconds: 1 + Math.floor(Math.random() * 4) });
}
