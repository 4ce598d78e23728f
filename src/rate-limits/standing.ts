/** Seconds that a limit counts over. */
export const windowSeconds = 60;

/** How somebody stands under a limit in the running minute. */
export interface Standing {
  /** The limit's name, as clients are told it. */
  policy: string;
  /** Requests a minute. */
  limit: number;
  /** This one included; of all servers, as far as this one knows. */
  counted: number;
  /** Until the count begins anew, in milliseconds. */
  endsInMs: number;
}

export const isWithin = ({ counted, limit }: Standing) => counted <= limit;

const secondsLeft = ({ endsInMs }: Standing) => Math.max(1, Math.ceil(endsInMs / 1000));

/** As draft-ietf-httpapi-ratelimit-headers-11 writes them; `Retry-After` is told to whoever is refused. */
export function rateLimitHeaders(standing: Standing): Record<string, string> {
  const { policy, limit, counted } = standing;
  const seconds = secondsLeft(standing);
  return {
    "ratelimit-policy": `"${policy}";q=${limit};w=${windowSeconds}`,
    ratelimit: `"${policy}";r=${Math.max(0, limit - counted)};t=${seconds}`,
    ...(!isWithin(standing) && { "retry-after": String(seconds) }),
  };
}
