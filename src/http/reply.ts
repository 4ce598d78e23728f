import type { IncomingMessage, ServerResponse } from "node:http";
import { onceGone } from "./connections.js";
import type { HttpTimeouts } from "./http-options.js";
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

/** How slowly a client may take its answer. */
export type TakingLimits = Pick<HttpTimeouts, "silentMs" | "slowestRate">;

export function textReply(status: number, text: string, headers: Record<string, string> = {}): Reply {
  return {
    status,
    headers: { "content-type": "text/plain; charset=utf-8", "cache-control": "no-store", ...headers },
    body: `${text}\n`,
  };
}

/** Sends it, without the body for HEAD. `isLast` asks the client to open another connection next time. */
export function sendReply(
  request: IncomingMessage,
  response: ServerResponse,
  reply: Reply,
  isLast: boolean,
  limits: TakingLimits,
): void {
  const sent = onlyOnce(reply.onSent);
  if (response.destroyed || request.socket.destroyed) {
    sent();
    return;
  }
  const body = reply.body ?? "";
  watchTaking(request, response, Buffer.byteLength(body), limits, sent);
  const isStillSent = isLongUnread(request);
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

/** Cuts a client that takes it too slowly, and those behind it on the connection; tells when it is over. */
function watchTaking(
  { socket }: IncomingMessage,
  response: ServerResponse,
  bytes: number,
  { silentMs, slowestRate }: TakingLimits,
  isOver: () => void,
): void {
  response.setTimeout(silentMs, () => socket.destroy());
  const timer = setTimeout(() => socket.destroy(), silentMs + (bytes / slowestRate) * 1_000);
  const over = () => {
    clearTimeout(timer);
    forget();
    isOver();
  };
  const forget = onceGone(socket, over);
  response.once("close", over);
}

function onlyOnce(tell: (() => void) | undefined): () => void {
  let isTold = tell === undefined;
  return () => {
    if (isTold) return;
    isTold = true;
    tell?.();
  };
}
