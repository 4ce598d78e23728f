import type { ServerResponse } from "node:http";
import type { Answer } from "../answer.js";

export function sendAnswer(response: ServerResponse, { status, body, text, headers }: Answer): void {
  const { type, content } = text ?? { type: "application/json", content: JSON.stringify(body) };
  sendText(response, status, type, content, headers);
}

export function sendHtml(response: ServerResponse, status: number): void {
  sendText(response, status, "text/html", unavailablePage);
}

const unavailablePage =
  "<html><head><title>Service</title></head><body><h1>The service is unavailable.</h1></body></html>";
const bodies = { NONE: "", EMPTY_OBJECT: "{}", HTML: unavailablePage };

/** A refusal told in headers alone, as Ship was seen to with 200 and not a byte of a body. */
export function sendHeaderRefusal(
  response: ServerResponse,
  code: string,
  status: number,
  body: keyof typeof bodies,
): void {
  const message = "The shipment was refused.";
  const errors = { errorcode: code, errordescription: message, apierrorcode: code, apierrormsg: message };
  sendText(response, status, body === "HTML" ? "text/html" : "application/json", bodies[body], errors);
}

function sendText(
  response: ServerResponse,
  status: number,
  type: string,
  text: string,
  headers: Record<string, string> = {},
): void {
  response.writeHead(status, { "content-type": type, "content-length": Buffer.byteLength(text), ...headers });
  response.end(text);
}

/** Says how long the body is, sends only a part, and cuts the connection. */
export function sendPartOfAnswer(response: ServerResponse, { status, body }: Answer, fraction: number): Promise<void> {
  const bytes = Buffer.from(JSON.stringify(body));
  response.writeHead(status, { "content-type": "application/json", "content-length": bytes.length });
  const part = bytes.subarray(0, Math.floor(bytes.length * fraction));
  return new Promise((resolve) => {
    response.write(part, () => {
      // A destroy, not a reset: a reset could take the part back from the reader's buffer.
      response.socket?.destroy();
      resolve();
    });
  });
}

/** A JSON body of so many megabytes. */
export async function sendHugeBody(response: ServerResponse, megabytes: number): Promise<void> {
  response.writeHead(200, { "content-type": "application/json" });
  response.write('{"padding":"');
  const megabyte = "x".repeat(1024 * 1024);
  for (let sent = 0; sent < megabytes && !response.destroyed; sent += 1) {
    if (!response.write(megabyte)) await drained(response);
  }
  response.end('"}');
}

function drained(response: ServerResponse): Promise<void> {
  return new Promise((resolve) => {
    response.once("drain", resolve);
    response.once("close", resolve);
  });
}

/** A TCP reset, as seen when a peer or something between dies. */
export function resetConnection(response: ServerResponse): void {
  response.socket?.resetAndDestroy();
}
