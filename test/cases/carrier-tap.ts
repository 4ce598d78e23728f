import { once } from "node:events";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";
import type { TapStep } from "./case-file.js";

type Rule = TapStep["tap"];

export interface CarrierCall {
  path: string;
  // biome-ignore lint/suspicious/noExplicitAny: requests have as many shapes as products
  json: any;
}

/** A stub between the product and the simulator, whose rules say which answers arrive changed. */
export interface CarrierTap {
  url: string;
  /** What the product sent since `reset`, tokens left out. */
  sent: CarrierCall[];
  add(rule: Rule): void;
  reset(): void;
  close(): Promise<void>;
}

/** @param target gives the simulator's address; asked at each call */
export async function startCarrierTap(target: () => string): Promise<CarrierTap> {
  const sent: CarrierCall[] = [];
  const rules: { rule: Rule; left: number }[] = [];
  const take = (path: string): Rule | null => {
    const found = rules.find(({ rule, left }) => left > 0 && new RegExp(rule.match).test(path));
    if (found) found.left -= 1;
    return found?.rule ?? null;
  };
  const serve = async (request: IncomingMessage, response: ServerResponse) => {
    const body = await buffer(request);
    const path = (request.url ?? "").split("?")[0] ?? "";
    if (!path.endsWith("/token")) sent.push({ path, json: parsed(body.toString()) });
    const rule = take(path);
    if (rule?.body !== undefined) return send(response, rule.status ?? 200, rule.headers ?? {}, asText(rule.body));
    const answer = await forward(target(), request, body);
    const text = rule?.js === undefined ? answer.text : JSON.stringify(changed(answer.text, rule.js));
    send(response, rule?.status ?? answer.status, { ...answer.headers, ...rule?.headers }, text);
  };
  const server = createServer((request, response) => void serve(request, response).catch(() => response.destroy()));
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    sent,
    add: (rule) => void rules.push({ rule, left: rule.times ?? 1 }),
    reset() {
      rules.length = 0;
      sent.length = 0;
    },
    close: () => closed(server),
  };
}

function closed(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(() => resolve()));
}

const hopByHop = new Set(["connection", "content-length", "host", "keep-alive", "transfer-encoding"]);

async function forward(target: string, request: IncomingMessage, body: Buffer) {
  const headers = Object.entries(request.headers).filter(([name]) => !hopByHop.has(name));
  const answer = await fetch(`${target}${request.url}`, {
    method: request.method,
    headers: headers.map(([name, value]): [string, string] => [name, String(value)]),
    ...(body.length > 0 && { body: new Uint8Array(body) }),
  });
  const kept = [...answer.headers].filter(([name]) => !hopByHop.has(name));
  return { status: answer.status, headers: Object.fromEntries(kept), text: await answer.text() };
}

function send(response: ServerResponse, status: number, headers: Record<string, string>, text: string): void {
  response.writeHead(status, { "content-type": "application/json", ...headers });
  response.end(text);
}

/** The case file's own JavaScript; it comes from the folder that whoever runs the tests has chosen. */
const changed = (text: string, js: string): unknown => new Function("j", js)(JSON.parse(text));

const asText = (body: unknown) => (typeof body === "string" ? body : JSON.stringify(body));

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
