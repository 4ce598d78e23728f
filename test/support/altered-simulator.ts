import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { startSimulator } from "@shipping-subgraph/ups-simulator/start-simulator.js";

interface Altered {
  bytes: Buffer | string;
  headers?: Record<string, string>;
}

/** The simulator behind a server that alters its answers, given the path that was asked for. */
export async function startAlteredSimulator(alter: (answer: Buffer, path: string) => Altered) {
  const simulator = await startSimulator();
  const between = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const { method, url = "", headers } = request;
    const body = method === "GET" ? undefined : Buffer.concat(chunks);
    const answer = await fetch(simulator.url + url, { method, headers: headers as never, body });
    const altered = alter(Buffer.from(await answer.arrayBuffer()), url);
    response.writeHead(answer.status, { "content-type": "application/json", ...altered.headers }).end(altered.bytes);
  });
  await new Promise<void>((resolve) => between.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(between.address() as AddressInfo).port}`,
    async close() {
      between.closeAllConnections();
      between.close();
      await simulator.close();
    },
  };
}

export type AlteredSimulator = Awaited<ReturnType<typeof startAlteredSimulator>>;
