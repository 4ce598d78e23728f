import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Socket } from "node:net";

export interface Relay {
  port: number;
  /** Nothing passes any more, and nobody is told: what a cut network does. New connections are taken, and left alone. */
  swallow(): void;
  /** As `swallow`, but what was sent meanwhile arrives in the end, as TCP does it after a short cut. */
  hold(): void;
  /** As `swallow` for the connections there are; new ones pass: what a network that has forgotten its connections does. */
  forget(): void;
  /** Connections end, and new ones too as soon as they are made: what a server that is away does. */
  cut(): void;
  pass(): void;
  /** Breaks every connection, as a firewall that was restarted does. */
  reset(): void;
  close(): Promise<void>;
}

/** Passes bytes between whoever connects and `port` of this machine. */
export async function startRelay(port: number): Promise<Relay> {
  const sockets = new Set<Socket>();
  const forgotten = new WeakSet<Socket>();
  let way: "OPEN" | "HELD" | "SWALLOWED" | "CUT" = "OPEN";
  const forward = (reader: Socket, writer: Socket) => {
    sockets.add(reader);
    if (way === "HELD") reader.pause();
    reader.on("data", (bytes) => way !== "SWALLOWED" && !forgotten.has(reader) && writer.write(bytes));
    reader.on("error", () => undefined);
    reader.on("close", () => {
      sockets.delete(reader);
      if (way === "OPEN" && !forgotten.has(reader)) writer.destroy();
    });
  };
  const server = createServer((from) => {
    if (way === "CUT") return void from.destroy();
    const to = connect(port, "127.0.0.1");
    forward(from, to);
    forward(to, from);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    port: (server.address() as AddressInfo).port,
    swallow: () => {
      way = "SWALLOWED";
    },
    hold: () => {
      way = "HELD";
      for (const socket of sockets) socket.pause();
    },
    forget: () => {
      for (const socket of sockets) forgotten.add(socket);
    },
    cut: () => {
      way = "CUT";
      for (const socket of sockets) socket.destroy();
    },
    pass: () => {
      way = "OPEN";
      for (const socket of sockets) socket.resume();
    },
    reset: () => {
      for (const socket of sockets) socket.resetAndDestroy();
    },
    close: () => {
      for (const socket of sockets) socket.destroy();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
