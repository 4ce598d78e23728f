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
  const sent = onlyOnce(reply.onSent);
  if (response.destroyed) {
    sent();
    return;
  }
  response.once("close", sent);
  const body = reply.body ?? "";
  const isStillSent = isLongUnread(request);
  response.setTimeout(silentMs, () => response.destroy());
  response.writeHead(reply.status, {
    "x-content-type-options": "nosniff",
    ...reply.headers,
    "content-length": Buffer.byteLength(body),
    ...((isLast || isStillSent) && { connection: "close" }),
  });
  // Whoever is only listened to for a moment more has the answer, and holds nothing.
  if (request.method !== "HEAD") response.write(body, isStillSent ? sent : undefined);
  if (isStillSent) endAfterBody(request, response);
  else response.end();
}

function onlyOnce(tell: (() => void) | undefined): () => void {
  let isTold = tell === undefined;
  return () => {
    if (isTold) return;
    isTold = true;
    tell?.();
  };
}
