import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Socket } from "node:net";

export interface Relay {
  port: number;
  /** Nothing passes any more, and nobody is told: what a cut network does. New connections are taken, and left alone. */
  swallow(): void;
  pass(): void;
  close(): Promise<void>;
}

/** Passes bytes between whoever connects and `port` of this machine. */
export async function startRelay(port: number): Promise<Relay> {
  const pairs = new Set<[Socket, Socket]>();
  let isPassing = true;
  const server = createServer((from) => {
    const to = connect(port, "127.0.0.1");
    const pair: [Socket, Socket] = [from, to];
    pairs.add(pair);
    for (const [reader, writer] of [pair, [to, from] as const]) {
      reader.on("data", (bytes) => isPassing && writer.write(bytes));
      reader.on("error", () => undefined);
      reader.on("close", () => {
        pairs.delete(pair);
        if (isPassing) writer.destroy();
      });
    }
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    port: (server.address() as AddressInfo).port,
    swallow: () => {
      isPassing = false;
    },
    pass: () => {
      isPassing = true;
    },
    close: () => {
      for (const pair of pairs) for (const socket of pair) socket.destroy();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
