import { createSimulatorControl, type SimulatorControl } from "@shipping-subgraph/ups-simulator/control-client.js";
import { startSimulator } from "@shipping-subgraph/ups-simulator/start-simulator.js";
import type { AccessToken, CarrierCall, TokenKey, TokenStore } from "../../src/carrier/ports.js";
import { createUpsAdapter, type UpsAdapter, type UpsAdapterOptions } from "../../src/ups/adapter.js";
import { patientLimits } from "../support/patience.js";

/** A token store in memory that several adapters can share, as instances share the database. */
export class MemoryTokenStore implements TokenStore {
  readonly tokens = new Map<string, AccessToken>();
  readonly leases = new Set<string>();

  async read(key: TokenKey): Promise<AccessToken | null> {
    return this.tokens.get(JSON.stringify(key)) ?? null;
  }

  async acquireLease(key: TokenKey): Promise<boolean> {
    const name = JSON.stringify(key);
    if (this.leases.has(name)) return false;
    this.leases.add(name);
    return true;
  }

  async write(key: TokenKey, token: AccessToken): Promise<void> {
    this.tokens.set(JSON.stringify(key), token);
    this.leases.delete(JSON.stringify(key));
  }

  async releaseLease(key: TokenKey): Promise<void> {
    this.leases.delete(JSON.stringify(key));
  }

  async forget(key: TokenKey, token: AccessToken): Promise<void> {
    const stored = this.tokens.get(JSON.stringify(key));
    if (stored?.value.reveal() === token.value.reveal()) this.tokens.delete(JSON.stringify(key));
  }
}

/** Nothing waits for real back-off times, and a busy machine is not taken for a carrier in trouble. */
const quickLimits = { ...patientLimits, retryBaseMs: 1, tokenPollMs: 2 };

export interface SimulatedUps {
  url: string;
  control: SimulatorControl;
  store: MemoryTokenStore;
  calls: CarrierCall[];
  adapter: UpsAdapter;
  /** A further adapter on the same simulator and token store. */
  another(over?: Partial<UpsAdapterOptions>): UpsAdapter;
  /** Forgets tokens, calls, requests and faults between tests. */
  reset(): Promise<void>;
  close(): Promise<void>;
}

export async function startSimulatedUps(): Promise<SimulatedUps> {
  const simulator = await startSimulator();
  const control = createSimulatorControl(simulator.url);
  const store = new MemoryTokenStore();
  const calls: CarrierCall[] = [];
  const adapters: UpsAdapter[] = [];
  const another = (over: Partial<UpsAdapterOptions> = {}) => {
    const adapter = createUpsAdapter({
      baseUrls: { SIMULATOR: simulator.url, TEST: null, PRODUCTION: null },
      tokens: store,
      calls: { record: (call) => calls.push(call) },
      clock: { now: () => new Date() },
      ...over,
      limits: { ...quickLimits, ...over.limits },
    });
    adapters.push(adapter);
    return adapter;
  };
  return {
    url: simulator.url,
    control,
    store,
    calls,
    adapter: another(),
    another,
    async reset() {
      store.tokens.clear();
      store.leases.clear();
      calls.length = 0;
      await control.clearFaults();
      await control.clearRequests();
    },
    async close() {
      await Promise.all(adapters.map((adapter) => adapter.close()));
      await simulator.close();
    },
  };
}
