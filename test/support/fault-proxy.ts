import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Socket } from "node:net";
import { apply, end, isWhole, type Toxic } from "./toxics.js";

export interface FaultProxy {
  url: string;
  /** The first line of every request that came, in their order. */
  seen: string[];
  /** Spoils the next exchange that begins with this text; CONNECTION: the next connection, whatever it is for. */
  cutNext(startsWith: string, toxic: Toxic): void;
  /** As `cutNext`, for all that come until `heal`. */
  spoil(startsWith: string, toxic: Toxic): void;
  heal(): void;
  /** Refuses connections from now on. */
  stopListening(): Promise<void>;
  close(): Promise<void>;
}

interface Armed {
  startsWith: string;
  toxic: Toxic;
  isOnce: boolean;
}

/** Stands between a client and the server at `target` on loopback, and spoils exchanges where a test says. */
export async function startFaultProxy(target: string): Promise<FaultProxy> {
  const sockets = new Set<Socket>();
  const seen: string[] = [];
  let armed: Armed[] = [];
  const take = (isWanted: (entry: Armed) => boolean): Toxic | null => {
    const found = armed.find(isWanted);
    if (found?.isOnce) armed = armed.filter((entry) => entry !== found);
    return found?.toxic ?? null;
  };
  const keep = (socket: Socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket)).on("error", () => socket.destroy());
    return socket;
  };
  const reach = () => keep(connect(Number(new URL(target).port), new URL(target).hostname));
  const server = createServer((client) => {
    keep(client);
    const cut = take(({ toxic }) => isOfConnection(toxic));
    if (cut && "of" in cut) return end(client, cut.how);
    serve(client, reach, (firstLine) => {
      seen.push(firstLine);
      return take(({ startsWith, toxic }) => !isOfConnection(toxic) && firstLine.startsWith(startsWith));
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const stopListening = () => {
    for (const socket of sockets) socket.destroy();
    return new Promise<void>((resolve) => (server.listening ? server.close(() => resolve()) : resolve()));
  };
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    seen,
    cutNext: (startsWith, toxic) => void armed.push({ startsWith, toxic, isOnce: true }),
    spoil: (startsWith, toxic) => void armed.push({ startsWith, toxic, isOnce: false }),
    heal: () => {
      armed = [];
    },
    stopListening,
    close: stopListening,
  };
}

function isOfConnection(toxic: Toxic): boolean {
  return "of" in toxic && toxic.of === "CONNECTION";
}

/** Request after request of one connection, each taken wholly, so that a cut lies where it is wanted. */
function serve(client: Socket, reach: () => Socket, choose: (firstLine: string) => Toxic | null): void {
  let request = Buffer.alloc(0);
  let isPassing = true;
  let server: Socket | null = null;
  const upstream = () => {
    server ??= reach()
      .on("data", (chunk) => isPassing && client.write(chunk))
      .on("close", () => isPassing && client.end());
    return server;
  };
  client.on("close", () => server?.destroy());
  client.on("data", (chunk: Buffer) => {
    request = Buffer.concat([request, chunk]);
    if (!isWhole(request)) return;
    const whole = request;
    request = Buffer.alloc(0);
    const toxic = choose(whole.subarray(0, whole.indexOf("\r\n")).toString("latin1"));
    isPassing = toxic === null;
    if (toxic) void apply(toxic, { client, request: whole, upstream });
    else upstream().write(whole);
  });
}
