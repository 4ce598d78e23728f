import type { Socket } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";

/**
 * Where a connection is cut. `at` gives how many bytes of the whole message still pass; REQUEST: the rest never arrives
 * at the server; RESPONSE: the server has worked and answered, the rest of its answer never arrives at the client.
 */
export interface Cut {
  of: "CONNECTION" | "REQUEST" | "RESPONSE";
  at?: (message: Buffer) => number;
  /** RESET: at once, as when a host dies; END: orderly, as when a program ends. */
  how: "RESET" | "END";
}

/** What goes wrong with one exchange. Unless it says otherwise, the server gets the request and works. */
export type Toxic =
  | Cut
  /** The answer comes so much later. */
  | { kind: "LATENCY"; ms: number }
  /** The connection stays open and nothing ever comes back. */
  | { kind: "TIMEOUT" }
  /** In the answer's place comes a reset, or the orderly end of this side; the other may go on sending. */
  | { kind: "RESET" }
  | { kind: "HALF_CLOSE" }
  /** The connection ends after so many bytes of the answer. */
  | { kind: "LIMIT_DATA"; bytes: number }
  /** The answer trickles. */
  | { kind: "BANDWIDTH"; bytesPerSecond: number }
  /** The proxy answers in the server's place, which gets nothing. */
  | { kind: "ANSWER"; status: number; headers?: Record<string, string>; body: string }
  /** As ANSWER: 200 and so many bytes; `onSent` is told how many left before the client hung up. */
  | { kind: "HUGE_BODY"; megabytes: number; onSent?: (bytes: number) => void };

/** One whole request on its way. The server's socket is opened by whoever needs it. */
export interface Exchange {
  client: Socket;
  request: Buffer;
  upstream: () => Socket;
}

/** Bytes up to the end of an HTTP message's headers. */
export const headersOf = (message: Buffer): number => message.indexOf("\r\n\r\n") + 4;

/** Whether an HTTP message whose length is given in its headers has come wholly. */
export function isWhole(message: Buffer): boolean {
  const headerLength = headersOf(message);
  if (headerLength < 4) return false;
  const length = /content-length: (\d+)/i.exec(message.subarray(0, headerLength).toString("latin1"))?.[1];
  return message.length >= headerLength + Number(length ?? 0);
}

/** Lets the exchange end the way the toxic says. */
export async function apply(toxic: Toxic, exchange: Exchange): Promise<void> {
  const { client, request, upstream } = exchange;
  if ("of" in toxic) return toxic.of === "REQUEST" ? cutRequest(exchange, toxic) : cutAnswer(exchange, toxic);
  switch (toxic.kind) {
    case "LATENCY": {
      const [answer] = await Promise.all([answerTo(exchange), sleep(toxic.ms)]);
      return void client.write(answer);
    }
    case "TIMEOUT":
      return void upstream().write(request);
    case "RESET":
      return cutAnswer(exchange, { of: "RESPONSE", how: "RESET" });
    case "HALF_CLOSE":
      return cutAnswer(exchange, { of: "RESPONSE", how: "END" });
    case "LIMIT_DATA":
      return cutAnswer(exchange, { of: "RESPONSE", how: "END", at: () => toxic.bytes });
    case "BANDWIDTH":
      return trickle(client, await answerTo(exchange), toxic.bytesPerSecond);
    case "ANSWER":
      return void client.end(`${headOf(toxic.status, toxic.headers, Buffer.byteLength(toxic.body))}${toxic.body}`);
    case "HUGE_BODY":
      return sendHugeBody(client, toxic);
  }
}

export function end(socket: Socket, how: Cut["how"]): void {
  if (how === "RESET") socket.resetAndDestroy();
  else socket.end();
}

function cutRequest({ client, request, upstream }: Exchange, cut: Cut): void {
  const server = upstream();
  server.write(request.subarray(0, cut.at?.(request) ?? 0), () => {
    server.destroy();
    end(client, cut.how);
  });
}

/** The server works undisturbed: its whole answer is taken before a part of it is passed on. */
async function cutAnswer(exchange: Exchange, cut: Cut): Promise<void> {
  const answer = await answerTo(exchange);
  const part = answer.subarray(0, cut.at?.(answer) ?? 0);
  if (part.length === 0) return end(exchange.client, cut.how);
  exchange.client.write(part, () => setImmediate(() => end(exchange.client, cut.how)));
}

function answerTo({ request, upstream }: Exchange): Promise<Buffer> {
  const server = upstream();
  server.write(request);
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    server.on("close", () => resolve(Buffer.concat(chunks)));
    server.on("data", (chunk) => {
      chunks.push(chunk);
      const answer = Buffer.concat(chunks);
      if (isWhole(answer)) resolve(answer);
    });
  });
}

async function trickle(client: Socket, answer: Buffer, bytesPerSecond: number): Promise<void> {
  const step = Math.ceil(bytesPerSecond / 100);
  for (let from = 0; from < answer.length && !client.destroyed; from += step) {
    client.write(answer.subarray(from, from + step));
    await sleep(10);
  }
}

async function sendHugeBody(client: Socket, toxic: Extract<Toxic, { kind: "HUGE_BODY" }>): Promise<void> {
  const megabyte = Buffer.alloc(1024 * 1024, " ");
  client.once("close", () => toxic.onSent?.(client.bytesWritten));
  client.write(headOf(200, { "content-type": "application/json" }, toxic.megabytes * megabyte.length));
  for (let sent = 0; sent < toxic.megabytes && !client.destroyed; sent += 1) {
    if (!client.write(megabyte)) await drainedOrClosed(client);
  }
  client.end();
}

function drainedOrClosed(socket: Socket): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      socket.off("drain", done).off("close", done);
      resolve();
    };
    socket.on("drain", done).on("close", done);
  });
}

function headOf(status: number, headers: Record<string, string> = {}, length: number): string {
  const fields = Object.entries({ ...headers, "content-length": length, connection: "close" });
  return `HTTP/1.1 ${status} Toxic\r\n${fields.map(([name, value]) => `${name}: ${value}\r\n`).join("")}\r\n`;
}
