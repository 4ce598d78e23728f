import type { HttpServerOptions } from "./http-options.js";

type HostCheck = (host: string | undefined) => boolean;

/** A `Host`, or the host of an origin, that names this machine; with any port. */
export const isLoopbackHost = (host: string) => /^(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d+)?$/i.test(host);

/**
 * Where no token is asked for, the Host header has to name this machine or the public URL: otherwise any web page
 * could point a name of its own at this server and use it from the browser (DNS rebinding).
 */
export async function createHostCheck(
  options: Pick<HttpServerOptions, "authenticate" | "publicUrl">,
): Promise<HostCheck> {
  const { kind } = await options.authenticate({});
  if (kind === "anonymous") return () => true;
  const publicHost = options.publicUrl === null ? null : new URL(options.publicUrl).host;
  return (host) => host !== undefined && (isLoopbackHost(host) || host === publicHost);
}
