import type { Server } from "node:http";
import type { AddressInfo } from "node:net";

/** The server cannot listen there; the message says what to do and is fit to print. */
export class ListenError extends Error {
  override readonly name = "ListenError";
}

const explanations: Record<string, (host: string, port: number) => string> = {
  EADDRINUSE: (host, port) =>
    `Port ${port} of ${host} is in use. Choose another, for example: PORT=${port + 1} npm start (PORT=0 takes any free one).`,
  EACCES: (_, port) => `Port ${port} may not be opened by this user. Choose one above 1023, for example: PORT=4000.`,
  EADDRNOTAVAIL: (host) => `This machine has no address ${host}. Choose another HOST, for example: HOST=127.0.0.1.`,
  ENOTFOUND: (host) => `The host ${host} is not known. Choose another HOST, for example: HOST=127.0.0.1.`,
};

/** The port it listens on. Throws ListenError. */
export function listen(server: Server, host: string, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => {
      const message = explanations[error.code ?? ""]?.(host, port) ?? `Cannot listen on ${host}:${port}.`;
      reject(new ListenError(message, { cause: error }));
    });
    server.listen(port, host, () => {
      server.removeAllListeners("error");
      resolve((server.address() as AddressInfo).port);
    });
  });
}

/** Where this machine reaches the server. */
export function localUrl(host: string, port: number): string {
  const isAny = host === "0.0.0.0" || host === "::";
  const name = isAny ? "localhost" : host.includes(":") ? `[${host}]` : host;
  return `http://${name}:${port}`;
}
