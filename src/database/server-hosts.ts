/** `postgres://user:password@first:5432,second:5433/name?...`, as libpq writes several servers of one database. */
const shape = /^(postgres(?:ql)?:\/\/(?:[^@/?#]*@)?)([^/?#]*)(.*)$/i;

/** One URL for each host that `url` names, in its order; `url` itself where it names one. */
export function urlsOfHosts(url: string): string[] {
  const [, start, hosts, rest] = shape.exec(url) ?? [];
  return hosts?.includes(",") ? hosts.split(",").map((host) => `${start}${host}${rest}`) : [url];
}

/** Told once for each change, however often is tried in between. */
export interface HostChanges {
  /** Another than `host` is looked for from now on. */
  onHostLeft?: (host: string, reason: unknown) => void;
  /** The one that takes writes, after one was left: maybe the same. */
  onHostFound?: (host: string) => void;
}

/** The servers of one database, of which one takes writes at a time. */
export class ServerHosts {
  readonly urls: readonly string[];
  #current = 0;
  #isSearching = false;

  constructor(
    url: string,
    private readonly changes: HostChanges = {},
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
    if (!this.#isSearching) this.changes.onHostLeft?.(new URL(url).host, reason);
    this.#isSearching = true;
  }

  /** A connection to it was made, and it is no standby. */
  found(url: string): void {
    if (!this.#isSearching || url !== this.url) return;
    this.#isSearching = false;
    this.changes.onHostFound?.(new URL(url).host);
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
