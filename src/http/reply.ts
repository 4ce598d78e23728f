import type { IncomingMessage, ServerResponse } from "node:http";

/** A whole answer; bodies are small enough to be held. */
export interface Reply {
  status: number;
  headers?: Record<string, string>;
  body?: string | Buffer;
}

export type Handler = (request: IncomingMessage, url: URL) => Promise<Reply> | Reply;

export function textReply(status: number, text: string, headers: Record<string, string> = {}): Reply {
  return {
    status,
    headers: { "content-type": "text/plain; charset=utf-8", "cache-control": "no-store", ...headers },
    body: `${text}\n`,
  };
}

/** Sends it, without the body for HEAD. `isLast` asks the client to open another connection next time. */
export function sendReply(request: IncomingMessage, response: ServerResponse, reply: Reply, isLast: boolean): void {
  const body = reply.body ?? "";
  response.writeHead(reply.status, {
    "x-content-type-options": "nosniff",
    ...reply.headers,
    "content-length": Buffer.byteLength(body),
    ...(isLast && { connection: "close" }),
  });
  response.end(request.method === "HEAD" ? undefined : body);
}
