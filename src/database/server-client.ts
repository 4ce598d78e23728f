import type { EventEmitter } from "node:events";
import type { Socket } from "node:net";
import { Client, type ClientConfig } from "pg";
import { asUnavailable } from "./failures.js";
import { overHosts, ServerHosts } from "./server-hosts.js";

/** What every connection of ours has, in whichever pool. */
const everyConnection: ClientConfig = { keepAlive: true, keepAliveInitialDelayMillis: 5_000 };

/** PostgreSQL's own code for a write to a server that takes none. */
const readOnlyTransaction = "25006";

/** The driver's own connection, which it keeps to itself. */
type Wire = EventEmitter & { stream: Socket };

type Connected = (error: Error | null) => void;

/**
 * A connection to the host of `hosts` that takes writes; one that cannot be reached or is a standby (it says so while
 * connecting, which costs no statement) is left for the next. Has a listener for errors from the moment it exists: a
 * connection that breaks while nobody listens ends the process.
 */
export class ServerClient extends Client {
  readonly url: string;
  /** By `performance.now()`. */
  readonly madeAt = performance.now();
  #isStandby = false;

  constructor(
    config: ClientConfig,
    private readonly hosts: ServerHosts,
  ) {
    const url = hosts.url;
    super({ ...everyConnection, ...config, connectionString: url });
    this.url = url;
    this.on("error", () => undefined);
    this.#wire.on("parameterStatus", ({ parameterName, parameterValue }) => {
      if (parameterName === "in_hot_standby") this.#isStandby = parameterValue === "on";
    });
  }

  /** Ends it as a broken network would: what waits for an answer fails at once. */
  abandon(reason: Error): void {
    this.#wire.stream.destroy(reason);
  }

  /** Of the session's process at the server; a pooler gives one of its own. */
  get processId(): number {
    return (this as unknown as { processID: number }).processID;
  }

  /** A statement is without its answer. */
  get isWaiting(): boolean {
    return !(this as unknown as { readyForQuery: boolean }).readyForQuery;
  }

  get bytesRead(): number {
    return this.#wire.stream.bytesRead;
  }

  override connect(): Promise<void>;
  override connect(callback: Connected): void;
  override connect(callback?: Connected): Promise<void> | undefined {
    if (callback) return void this.#open(callback);
    return new Promise((resolve, reject) => this.#open((error) => (error ? reject(error) : resolve())));
  }

  #open(callback: Connected): void {
    super.connect((error: Error | null) => {
      const reason = error ?? (this.#isStandby ? takesNoWrites() : null);
      if (reason) {
        this.hosts.leave(this.url, reason);
        this.abandon(reason);
      } else this.hosts.found(this.url);
      callback(reason);
    });
  }

  get #wire(): Wire {
    return (this as unknown as { connection: Wire }).connection;
  }
}

function takesNoWrites(): Error {
  return Object.assign(new Error("The server is a standby and takes no writes."), { code: readOnlyTransaction });
}

/** What a pool makes its connections with. */
export function clientOf(hosts: ServerHosts): new (config: ClientConfig) => ServerClient {
  return class extends ServerClient {
    constructor(config: ClientConfig) {
      super(config, hosts);
    }
  };
}

/** The login that `url` connects as; nothing is connected. */
export function loginOf(url: string): string {
  return new ServerClient({}, new ServerHosts(url)).user ?? "";
}

/** One connection that is no pool's, for work that people start. Throws DATABASE_UNAVAILABLE. End it with `end`. */
export function connectAlone(url: string, applicationName: string): Promise<ServerClient> {
  const hosts = new ServerHosts(url);
  const config = { application_name: applicationName, connectionTimeoutMillis: 10_000 };
  const connect = async () => {
    const client = new ServerClient(config, hosts);
    await client.connect();
    return client;
  };
  return overHosts(hosts, connect).catch((error) => {
    throw asUnavailable(error);
  });
}
