import { setTimeout as sleep } from "node:timers/promises";
import { createSimulatorControl, type SimulatorControl } from "../src/control-client.js";
import type { Fault } from "../src/faults/fault.js";
import { type RunningSimulator, type SimulatorOptions, startSimulator } from "../src/start-simulator.js";

/** An answer whose shape a test looks into by name. */
// biome-ignore lint/suspicious/noExplicitAny: UPS's answers are read loosely here, as a foreign program would.
export type Body = any;

export interface Reply {
  status: number;
  headers: Headers;
  body: Body;
}

/** A merchant's program talking to a simulator over HTTP. */
export interface SimulatedUps {
  simulator: RunningSimulator;
  control: SimulatorControl;
  post(path: string, body: unknown, token?: string, headers?: Record<string, string>): Promise<Reply>;
  delete(path: string, token?: string, headers?: Record<string, string>): Promise<Reply>;
  get(path: string, token?: string): Promise<Reply>;
  token(clientId?: string, clientSecret?: string): Promise<string>;
  /** Resolves when this fault has befallen a request. */
  met(fault: Fault["kind"]): Promise<void>;
}

export async function startUps(options: SimulatorOptions = {}): Promise<SimulatedUps> {
  const simulator = await startSimulator(options);
  const { url } = simulator;
  const token = async (clientId?: string, secret?: string) => (await askToken(url, clientId, secret)).body.access_token;
  const usual = await token();
  const headers = (bearer = usual) => ({
    authorization: `Bearer ${bearer}`,
    transId: "0123456789abcdef0123456789abcdef",
    transactionSrc: "simulator-tests",
  });
  const send = async (
    method: string,
    path: string,
    bearer?: string,
    body?: unknown,
    extra?: Record<string, string>,
  ) => {
    const json: Record<string, string> = body === undefined ? {} : { "content-type": "application/json" };
    const text = typeof body === "string" ? body : JSON.stringify(body);
    return reply(await fetch(url + path, { method, headers: { ...headers(bearer), ...json, ...extra }, body: text }));
  };
  const control = createSimulatorControl(url);
  return {
    simulator,
    control,
    token,
    async met(fault) {
      while (!(await control.requests()).some((seen) => seen.fault === fault)) await sleep(10);
    },
    post: (path, body, bearer, extra) => send("POST", path, bearer, body, extra),
    delete: (path, bearer, extra) => send("DELETE", path, bearer, undefined, extra),
    get: (path, bearer) => send("GET", path, bearer),
  };
}

export async function askToken(url: string, clientId = "test-client", secret = "test-secret"): Promise<Reply> {
  const authorization = `Basic ${Buffer.from(`${clientId}:${secret}`).toString("base64")}`;
  const headers = { authorization, "content-type": "application/x-www-form-urlencoded" };
  const body = "grant_type=client_credentials";
  return reply(await fetch(`${url}/security/v1/oauth/token`, { method: "POST", headers, body }));
}

async function reply(response: Response): Promise<Reply> {
  const text = await response.text();
  const isJson = response.headers.get("content-type")?.includes("json") ?? false;
  return { status: response.status, headers: response.headers, body: isJson ? JSON.parse(text) : text };
}

export const ratePath = "/api/rating/v2409/rate";
export const shopPath = "/api/rating/v2409/shop";
export const shipPath = "/api/shipments/v2409/ship";
export const voidPath = "/api/shipments/v2409/void/cancel";
export const recoveryPath = "/api/labels/v1/recovery";
export const trackPath = "/api/track/v1/details";
export const transitTimesPath = "/api/shipments/v1/transittimes";
export const trackReferencePath = "/api/track/v1/reference/details";
export const validateAddressPath = "/api/addressvalidation/v2/3";

/** The usual error body's code. */
export const errorCode = (answer: Reply) => answer.body.response?.errors?.[0]?.code;
