import { createServer } from "node:net";

/** The preferred port if nobody listens on it, else one that the system gives. Both may be taken a moment later. */
export async function choosePort(preferred: number | null): Promise<number> {
  if (preferred !== null && (await listens(preferred))) return preferred;
  return (await listens(0))!;
}

async function listens(port: number): Promise<number | null> {
  const server = createServer();
  return new Promise((resolve) => {
    server.once("error", () => resolve(null));
    server.listen(port, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" ? address!.port : null));
    });
  });
}
