import type { CallContext, CarrierAccountAccess } from "../../src/carrier/account-access.js";
import type { UpsLimits } from "../../src/ups/adapter.js";
import { type FaultProxy, startFaultProxy } from "../support/fault-proxy.js";
import type { Toxic } from "../support/toxics.js";
import { anAccount, aRateRequest, aShipRequest } from "./builders.js";
import { type SimulatedUps, startSimulatedUps } from "./simulated-ups.js";

type Adapter = SimulatedUps["adapter"];

/** How each operation's requests begin. */
const requests = {
  token: "POST /security",
  rate: "POST /api/rating",
  ship: "POST /api/shipments",
  void: "DELETE /api/shipments",
  recover: "POST /api/labels",
  track: "GET /api/track",
} as const;

export type Operation = keyof typeof requests;
export const operations = Object.keys(requests) as Operation[];

/** How an operation is disturbed. NOBODY: connections are refused; NO_TLS: https to a door that does not speak it. */
export interface Disturbance {
  toxic: Toxic | "NOBODY" | "NO_TLS";
  /** Of its first requests only. */
  times?: number;
  limits?: Partial<UpsLimits>;
}

interface Outcome {
  kind: string;
  reason?: string;
  retryAfterSeconds?: number | null;
}

export interface Seen extends Outcome {
  /** Requests of this operation that came to the carrier's door. */
  requests: number;
}

export interface Stage {
  /** Does the operation once, disturbed, with an adapter and a way to UPS of its own. */
  play(operation: Operation, disturbance: Disturbance): Promise<Seen>;
  /** As often as wanted with one adapter; `proxy` is its way to UPS. */
  open(
    limits?: Partial<UpsLimits>,
  ): Promise<{ adapter: Adapter; proxy: FaultProxy; arrived(operation: Operation): number }>;
  ask(adapter: Adapter, operation: Operation, timeoutMs?: number): Promise<Outcome>;
  close(): Promise<void>;
}

/** A simulated UPS with one bought shipment, and any number of spoilt ways to it. */
export async function startStage(): Promise<Stage> {
  const ups = await startSimulatedUps();
  const proxies: FaultProxy[] = [];
  const { carrierReference, labelFormat } = aShipRequest();
  let count = 0;
  const unused = (prefix: string) => `${prefix}${String(++count).padStart(13, "0")}`;
  const bought = await ups.adapter.ship(anAccount(), aShipRequest(), { purchaseId: null });
  if (bought.kind !== "ANSWERED") throw new Error(bought.kind);
  const { shipmentIdentificationNumber } = bought.value;

  const ship = (adapter: Adapter, account: CarrierAccountAccess, call: CallContext) =>
    adapter.ship(account, aShipRequest({ carrierReference: unused("T") }), call);
  const asks: Record<Operation, (adapter: Adapter, call: CallContext) => Promise<Outcome>> = {
    // Of a purchase by an account that has no token yet.
    token: (adapter, call) => ship(adapter, anAccount({ accountId: unused("account-") }), call),
    rate: (adapter, call) => adapter.rate(anAccount(), aRateRequest(), call),
    ship: (adapter, call) => ship(adapter, anAccount(), call),
    void: (adapter, call) =>
      adapter.voidShipment(anAccount(), { shipmentIdentificationNumber, trackingNumbers: [] }, call),
    recover: (adapter, call) => adapter.recoverLabels(anAccount(), { labelFormat, carrierReference }, call),
    track: (adapter, call) => adapter.findByReference(anAccount(), carrierReference, new Date(), call),
  };

  const open = async (limits: Partial<UpsLimits> = {}, isTls = false) => {
    const proxy = await startFaultProxy(ups.url);
    proxies.push(proxy);
    const url = isTls ? ups.url.replace("http:", "https:") : proxy.url;
    const adapter = ups.another({ baseUrls: { SIMULATOR: url, TEST: null, PRODUCTION: null }, limits });
    const arrived = (operation: Operation) =>
      proxy.seen.filter((firstLine) => firstLine.startsWith(requests[operation])).length;
    return { adapter, proxy, arrived };
  };

  const ask: Stage["ask"] = (adapter, operation, timeoutMs) =>
    asks[operation](adapter, { purchaseId: null, ...(timeoutMs !== undefined && { timeoutMs }) });

  return {
    open,
    ask,
    async play(operation, { toxic, times, limits }) {
      const { adapter, proxy, arrived } = await open(limits, toxic === "NO_TLS");
      if (toxic === "NO_TLS" || toxic === "NOBODY") await proxy.stopListening();
      else if (times === undefined) proxy.spoil(requests[operation], toxic);
      else for (let index = 0; index < times; index += 1) proxy.cutNext(requests[operation], toxic);
      const { kind, reason } = await ask(adapter, operation);
      if (operation === "token" && kind !== "ANSWERED" && arrived("ship") > 0)
        throw new Error("bought without a token");
      return { kind, requests: arrived(operation), ...(reason !== undefined && { reason }) };
    },
    async close() {
      await Promise.all(proxies.map((proxy) => proxy.close()));
      await ups.close();
    },
  };
}
