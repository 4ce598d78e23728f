import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Socket } from "node:net";

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

export interface FaultProxy {
  url: string;
  /** Cuts the next exchange that begins with this text; CONNECTION: the next connection, whatever it is for. */
  cutNext(startsWith: string, cut: Cut): void;
  /** Refuses connections from now on. */
  stopListening(): Promise<void>;
  close(): Promise<void>;
}

/** Bytes up to the end of an HTTP message's headers. */
export const headersOf = (message: Buffer): number => message.indexOf("\r\n\r\n") + 4;

/** Stands between a client and the server at `target` on loopback, and cuts connections where a test says. */
export async function startFaultProxy(target: string): Promise<FaultProxy> {
  const sockets = new Set<Socket>();
  const armed: { startsWith: string; cut: Cut }[] = [];
  const take = (isWanted: (entry: { startsWith: string; cut: Cut }) => boolean): Cut | null => {
    const index = armed.findIndex(isWanted);
    return index < 0 ? null : (armed.splice(index, 1)[0]?.cut ?? null);
  };
  const keep = (socket: Socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket)).on("error", () => socket.destroy());
    return socket;
  };
  const server = createServer((client) => {
    keep(client);
    const cut = take((entry) => entry.cut.of === "CONNECTION");
    if (cut) return end(client, cut.how);
    client.once("data", (first) => {
      const { hostname, port } = new URL(target);
      const upstream = keep(connect(Number(port), hostname));
      const found = take((entry) => first.toString("latin1").startsWith(entry.startsWith));
      if (found?.of === "REQUEST") cutRequest(client, upstream, first, found);
      else if (found?.of === "RESPONSE") cutResponse(client, upstream, first, found);
      else pass(client, upstream, first);
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const stopListening = () =>
    new Promise<void>((resolve) => (server.listening ? server.close(() => resolve()) : resolve()));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    cutNext: (startsWith, cut) => void armed.push({ startsWith, cut }),
    stopListening() {
      for (const socket of sockets) socket.destroy();
      return stopListening();
    },
    async close() {
      for (const socket of sockets) socket.destroy();
      await stopListening();
    },
  };
}

function end(socket: Socket, how: Cut["how"]): void {
  if (how === "RESET") socket.resetAndDestroy();
  else socket.end();
}

function pass(client: Socket, upstream: Socket, first: Buffer): void {
  upstream.write(first);
  client.pipe(upstream);
  upstream.pipe(client);
}

/** Waits for the whole request, so that the cut lies where it is wanted however the bytes came. */
function cutRequest(client: Socket, upstream: Socket, first: Buffer, cut: Cut): void {
  const chunks = [first];
  const tryCut = () => {
    const request = Buffer.concat(chunks);
    if (!isWhole(request)) return;
    client.off("data", take);
    upstream.write(request.subarray(0, cut.at?.(request) ?? 0), () => {
      upstream.destroy();
      end(client, cut.how);
    });
  };
  const take = (chunk: Buffer) => {
    chunks.push(chunk);
    tryCut();
  };
  client.on("data", take);
  tryCut();
}

/** The server works undisturbed: its whole answer is taken before a part of it is passed on. */
function cutResponse(client: Socket, upstream: Socket, first: Buffer, cut: Cut): void {
  const chunks: Buffer[] = [];
  upstream.write(first);
  client.pipe(upstream, { end: false });
  upstream.on("data", (chunk) => chunks.push(chunk));
  upstream.on("end", () => {
    const response = Buffer.concat(chunks);
    const part = response.subarray(0, cut.at?.(response) ?? 0);
    if (part.length === 0) return end(client, cut.how);
    client.write(part, () => setImmediate(() => end(client, cut.how)));
  });
}

function isWhole(request: Buffer): boolean {
  const headerLength = headersOf(request);
  if (headerLength < 4) return false;
  const length = /content-length: (\d+)/i.exec(request.subarray(0, headerLength).toString("latin1"))?.[1];
  return request.length >= headerLength + Number(length ?? 0);
}
