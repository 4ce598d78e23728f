import type { IncomingMessage, ServerResponse } from "node:http";

/** Node itself reads and forgets so much of a body that nobody wanted, and keeps the connection. */
const shortBytes = 65_536;

/** What a client may still send after its answer before it is cut, in bytes and milliseconds. */
const mostBytes = 2_097_152;
const mostMs = 2_000;

/** The client has not sent all of its body, and what is missing may be much. */
export function isLongUnread(request: IncomingMessage): boolean {
  if (request.complete) return false;
  const announced = request.headers["content-length"];
  return announced === undefined || Number(announced) > shortBytes;
}

/**
 * Ends a response that has been written while its request still arrives. A connection that is closed with bytes unread
 * is reset, and the client would see that and not the answer: it is read on for a moment.
 */
export function endAfterBody(request: IncomingMessage, response: ServerResponse): void {
  let bytes = 0;
  const end = () => {
    clearTimeout(timer);
    response.end();
  };
  const timer = setTimeout(end, mostMs);
  request.on("data", (chunk: Buffer) => {
    bytes += chunk.length;
    if (bytes > mostBytes) end();
  });
  request.once("close", end);
  request.once("end", end);
  request.resume();
}
