import { connect, createServer, type Socket } from "node:net";

/**
 * A way to PostgreSQL that can lose the answer to a COMMIT: the transaction is done, and who committed it never learns.
 * `loseCommitAfter(text)`: of the next transaction in which a statement holds the text.
 */
export async function startCommitCut(url: string) {
  let text: string | null = null;
  let lost = 0;
  const server = createServer((client) => {
    const upstream = connect(Number(new URL(url).port), new URL(url).hostname);
    let isMeant = false;
    let isCommitted = false;
    const end = () => [client, upstream].forEach((socket: Socket) => void socket.destroy());
    for (const socket of [client, upstream]) socket.on("error", end).on("close", end);
    client.on("data", (bytes) => {
      const said = bytes.toString("latin1");
      if (text !== null && said.includes(text)) isMeant = true;
      if (isMeant && /commit\0/i.test(said)) isCommitted = true;
      upstream.write(bytes);
    });
    upstream.on("data", (bytes) => {
      if (!(isCommitted && bytes.includes("COMMIT\0"))) return void client.write(bytes);
      text = null;
      lost += 1;
      end();
    });
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const { port } = server.address() as { port: number };
  return {
    url: Object.assign(new URL(url), { port: String(port), hostname: "127.0.0.1" }).href,
    loseCommitAfter(statement: string) {
      text = statement;
    },
    lost: () => lost,
    close: () => new Promise<void>((closed) => void server.close(() => closed())),
  };
}
