import type { IncomingMessage, ServerResponse } from "node:http";
import { endAfterBody, isLongUnread } from "./unread-body.js";

/** A whole answer; bodies are small enough to be held. */
export interface Reply {
  status: number;
  headers?: Record<string, string>;
  body?: string | Buffer;
  /** Called once: the client has it, or will not get it. */
  onSent?(): void;
}

export type Handler = (request: IncomingMessage, url: URL) => Promise<Reply> | Reply;

/** A client that takes nothing of its answer for so long is cut. */
const silentMs = 60_000;

export function textReply(status: number, text: string, headers: Record<string, string> = {}): Reply {
  return {
    status,
    headers: { "content-type": "text/plain; charset=utf-8", "cache-control": "no-store", ...headers },
    body: `${text}\n`,
  };
}

/** Sends it, without the body for HEAD. `isLast` asks the client to open another connection next time. */
export function sendReply(request: IncomingMessage, response: ServerResponse, reply: Reply, isLast: boolean): void {
  if (reply.onSent) response.once("close", reply.onSent);
  if (response.destroyed) {
    reply.onSent?.();
    return;
  }
  const body = reply.body ?? "";
  const isStillSent = isLongUnread(request);
  response.setTimeout(silentMs, () => response.destroy());
  response.writeHead(reply.status, {
    "x-content-type-options": "nosniff",
    ...reply.headers,
    "content-length": Buffer.byteLength(body),
    ...((isLast || isStillSent) && { connection: "close" }),
  });
  if (request.method !== "HEAD") response.write(body);
  if (isStillSent) endAfterBody(request, response);
  else response.end();
}
