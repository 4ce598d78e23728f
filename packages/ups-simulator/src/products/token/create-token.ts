import { type Answer, Refusal } from "../../answer.js";
import { headerOf, type Operation, type UpsCall } from "../../operation.js";
import { textAt } from "../../request/json-reading.js";
import { refuseByScenario, tokenSeconds } from "../../scenarios.js";
import type { Simulator } from "../../simulator.js";

/** OAuth client credentials: any non-empty id and secret, but for the scenario table. */
export const createToken: Operation = {
  name: "TOKEN",
  method: "POST",
  path: /^\/security\/v1\/oauth\/token$/,
  handle: answerToken,
};

function answerToken(call: UpsCall, simulator: Simulator): Answer {
  const { clientId, clientSecret } = basicCredentials(headerOf(call, "authorization"));
  if (textAt(call.body, "grant_type") !== "client_credentials") throw new Refusal("10002", "Invalid grant_type");
  refuseByScenario("client secret", clientSecret, "TOKEN");
  refuseByScenario("client id", clientId, "TOKEN");
  const lifetime = tokenSeconds(clientId);
  return {
    status: 200,
    body: {
      token_type: "Bearer",
      issued_at: String(call.at.getTime()),
      client_id: clientId,
      access_token: simulator.tokens.issue(clientId, call.at, lifetime),
      scope: "",
      expires_in: String(lifetime),
      refresh_count: "0",
      status: "approved",
    },
  };
}

export function basicCredentials(authorization: string): { clientId: string; clientSecret: string } {
  const encoded = /^Basic\s+(\S+)$/i.exec(authorization)?.[1] ?? "";
  const decoded = Buffer.from(encoded, "base64").toString("utf8");
  const colon = decoded.indexOf(":");
  const clientId = decoded.slice(0, Math.max(0, colon));
  const clientSecret = decoded.slice(colon + 1);
  if (colon < 1 || !clientSecret) throw new Refusal("10401", "ClientId is Invalid", 401);
  return { clientId, clientSecret };
}
