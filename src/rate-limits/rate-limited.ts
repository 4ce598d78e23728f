import { AppError } from "../errors.js";
import { rateLimitHeaders, type Standing } from "./standing.js";

/** The refusal of one request too many. Nothing of it was begun, and it counts for nothing. */
export class RateLimited extends AppError {
  readonly headers: Record<string, string>;

  constructor(standing: Standing) {
    const headers = rateLimitHeaders(standing);
    super("RATE_LIMITED", `More than ${standing.limit} requests came within a minute.`, {
      retryAfterSeconds: Number(headers["retry-after"]),
    });
    this.headers = headers;
  }
}
