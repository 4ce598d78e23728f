import { basicCredentials } from "./create-token.js";
import type { TokenStore } from "./token-store.js";

/** The app that calls, good credentials or not; null: it does not say. */
export function callingClient(authorization: string, tokens: TokenStore): string | null {
  const token = /^Bearer\s+(\S+)$/i.exec(authorization)?.[1];
  if (token) return tokens.ownerOf(token);
  try {
    return basicCredentials(authorization).clientId;
  } catch {
    return null;
  }
}
