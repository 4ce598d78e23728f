/** `postgres://user:password@first:5432,second:5433/name?...`, as libpq writes several servers of one database. */
const shape = /^(postgres(?:ql)?:\/\/(?:[^@/?#]*@)?)([^/?#]*)(.*)$/i;

/** One URL for each host that `url` names, in its order; `url` itself where it names one. */
export function urlsOfHosts(url: string): string[] {
  const [, start, hosts, rest] = shape.exec(url) ?? [];
  return hosts?.includes(",") ? hosts.split(",").map((host) => `${start}${host}${rest}`) : [url];
}

/** The servers of one database, of which one takes writes at a time. */
export class ServerHosts {
  readonly urls: readonly string[];
  #current = 0;

  constructor(
    url: string,
    private readonly onLeft: (host: string, reason: unknown) => void = () => undefined,
  ) {
    this.urls = urlsOfHosts(url);
  }

  /** The one that new connections go to. */
  get url(): string {
    return this.urls[this.#current] as string;
  }

  /** Its server cannot be reached or takes no writes: the next one is tried from now on, unless it is already. */
  leave(url: string, reason: unknown): void {
    if (this.urls.length === 1 || url !== this.url) return;
    this.#current = (this.#current + 1) % this.urls.length;
    this.onLeft(new URL(url).host, reason);
  }
}

/** Connects by `connect`, once for each host until one is found that takes writes. Throws what the last one said. */
export async function overHosts<T>(hosts: ServerHosts, connect: () => Promise<T>): Promise<T> {
  for (let left = hosts.urls.length; ; left--) {
    const { url } = hosts;
    try {
      return await connect();
    } catch (error) {
      // A pool without a free connection is no reason to leave its host.
      if (left <= 1 || hosts.url === url) throw error;
    }
  }
}
