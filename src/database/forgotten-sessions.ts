import type { ServerClient } from "./server-client.js";

interface Session {
  pid: number;
  state: string | null;
  since: string;
}

interface Suspicion {
  at: number;
  /** What was received here and what the session did there until then. */
  signs: string;
}

/** The same must be seen again after so long: what is only late has arrived by then. */
const againAfterMs = 900;

const look = `select pid, state, state_change::text as since from pg_stat_activity
  where pid = any($1) and usename = session_user`;

/**
 * Tells connections that a network on the way has forgotten, while it passes new ones: the server's session is gone, or
 * waits for us while we wait for it, and two looks find nothing changed. A session in which a query runs is never told.
 */
export class ForgottenSessions {
  readonly #suspicions = new WeakMap<ServerClient, Suspicion>();
  #isBehindPooler = false;

  /** Those of `clients` that are dead, asked over `probe`. None where it cannot be seen. */
  async find(probe: ServerClient, clients: ServerClient[]): Promise<ServerClient[]> {
    if (this.#isBehindPooler) return [];
    const sessions = await readSessions(probe, clients).catch(() => null);
    if (sessions === null) return [];
    // A pooler has processes of its own: nothing is known of those behind it.
    this.#isBehindPooler = !sessions.has(probe.processId);
    if (this.#isBehindPooler) return [];
    return clients.filter((client) => this.#isDead(client, sessions.get(client.processId)));
  }

  #isDead(client: ServerClient, session: Session | undefined): boolean {
    const isSilent = session === undefined || (client.isWaiting && session.state?.startsWith("idle") === true);
    const signs = `${client.bytesRead} ${session?.since}`;
    const before = this.#suspicions.get(client);
    if (isSilent && before?.signs === signs) return performance.now() - before.at > againAfterMs;
    if (isSilent) this.#suspicions.set(client, { at: performance.now(), signs });
    else this.#suspicions.delete(client);
    return false;
  }
}

async function readSessions(probe: ServerClient, clients: ServerClient[]): Promise<Map<number, Session>> {
  const pids = [probe, ...clients].map(({ processId }) => processId);
  const { rows } = await probe.query<Session>(look, [pids]);
  return new Map(rows.map((session) => [session.pid, session]));
}
