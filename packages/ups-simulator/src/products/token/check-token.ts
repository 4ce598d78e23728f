import { Refusal } from "../../answer.js";
import type { OperationName } from "../../operation-name.js";
import { refuseByScenario } from "../../scenarios.js";
import type { TokenStore } from "./token-store.js";

/** Whose bearer token this is; refuses as UPS's gateway does, also when the app lacks the product. */
export function checkToken(authorization: string, tokens: TokenStore, now: Date, operation: OperationName): string {
  const token = /^Bearer\s+(\S+)$/i.exec(authorization)?.[1];
  if (!token) throw new Refusal("UJ0001", "Missing or invalid JWT token", 401);
  const found = tokens.check(token, now);
  if (found === "EXPIRED") throw new Refusal("251004", "The bearer token has expired.", 401);
  if (found === "UNKNOWN") throw new Refusal("250002", "Invalid Authentication Information.", 401);
  refuseByScenario("client id", found.clientId, operation);
  return found.clientId;
}
