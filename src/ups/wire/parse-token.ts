import { z } from "zod";
import { numberOf } from "../words/money.js";
import { text } from "../words/shapes.js";

const answer = z.object({ access_token: text, expires_in: text });

/** The token and its life in seconds, counted from its arrival: `issued_at` is another clock's. */
export function parseToken(json: unknown): { value: string; lifeSeconds: number } | null {
  const parsed = answer.safeParse(json);
  if (!parsed.success) return null;
  const lifeSeconds = numberOf(parsed.data.expires_in) ?? 0;
  return parsed.data.access_token !== "" && lifeSeconds > 0 ? { value: parsed.data.access_token, lifeSeconds } : null;
}
