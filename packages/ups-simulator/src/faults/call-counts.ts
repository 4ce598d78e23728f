import type { OperationName } from "../operation-name.js";

/** Of real seconds: UPS's own limits are not published, nor told in headers. */
export interface Throttle {
  /** Calls of one app within any second; more are refused. Null: as many as it likes. */
  perSecond: number | null;
  /** In the header of refusals; absent: none, as UPS was seen to do. */
  retryAfter?: string;
  /** For this app only; absent: for each. */
  clientId?: string;
}

/** What one app has called since the counts were last cleared. */
export interface ClientCalls {
  clientId: string;
  calls: number;
  refused: number;
  /** The most that were taken within any second. */
  mostPerSecond: number;
  byOperation: Partial<Record<OperationName, { calls: number; refused: number }>>;
}

/** `recent`: when calls of the last second were taken. */
type CountedClient = ClientCalls & { recent: number[] };

const second = 1_000;

/** Counts calls by app, which is what UPS limits by, and says which are too many. */
export class CallCounts {
  throttle: Throttle = { perSecond: null };
  readonly #clients = new Map<string, CountedClient>();

  /** False: one too many, to be refused. */
  take(clientId: string, operation: OperationName, nowMs = performance.now()): boolean {
    const client = this.#clientOf(clientId);
    const ofOperation = client.byOperation[operation] ?? { calls: 0, refused: 0 };
    client.byOperation[operation] = ofOperation;
    client.calls += 1;
    ofOperation.calls += 1;
    while (client.recent[0] !== undefined && client.recent[0] <= nowMs - second) client.recent.shift();
    if (client.recent.length >= this.#limitOf(clientId)) {
      client.refused += 1;
      ofOperation.refused += 1;
      return false;
    }
    client.recent.push(nowMs);
    client.mostPerSecond = Math.max(client.mostPerSecond, client.recent.length);
    return true;
  }

  all(): ClientCalls[] {
    return [...this.#clients.values()].map(({ recent: _, ...counts }) => counts);
  }

  /** Forgets what was counted; the throttle stays. */
  clear(): void {
    this.#clients.clear();
  }

  #limitOf(client: string): number {
    const { perSecond, clientId = client } = this.throttle;
    return clientId === client ? (perSecond ?? Number.POSITIVE_INFINITY) : Number.POSITIVE_INFINITY;
  }

  #clientOf(clientId: string): CountedClient {
    const none: CountedClient = { clientId, calls: 0, refused: 0, mostPerSecond: 0, byOperation: {}, recent: [] };
    const client = this.#clients.get(clientId) ?? none;
    this.#clients.set(clientId, client);
    return client;
  }
}
