import type { BookingInput } from "./control/control-input.js";
import type { ClientCalls, Throttle } from "./faults/call-counts.js";
import type { Fault } from "./faults/fault.js";
import type { BookedShipment } from "./ledger/booked-shipment.js";
import type { StoredDocument } from "./ledger/stored-document.js";
import type { TrackingStyle } from "./products/tracking/answer-style.js";
import type { JourneyName } from "./products/tracking/journey-name.js";
import type { SeenRequest } from "./request-log.js";

export type LedgerEntry = Omit<BookedShipment, "request" | "labelFormat"> &
  Pick<BookedShipment["request"], "returnService">;

/** The simulator's control door, for tests in any process. Every method throws when the door refuses. */
export interface SimulatorControl {
  ledger(): Promise<LedgerEntry[]>;
  /** The bookings as the list that merchants export at UPS: comma-separated values. */
  shipmentList(): Promise<string>;
  /** The forms histories, oldest document first. */
  documents(): Promise<StoredDocument[]>;
  requests(): Promise<SeenRequest[]>;
  clearRequests(): Promise<void>;
  addFault(fault: Fault): Promise<void>;
  clearFaults(): Promise<void>;
  /** Of each app, what it called since the counts were last cleared, refused calls included. */
  calls(): Promise<ClientCalls[]>;
  clearCalls(): Promise<void>;
  /** From now on an app that calls more often within a second is answered 429. */
  setThrottle(throttle: Throttle): Promise<void>;
  /** Lets all requests go on that a HOLD keeps. */
  release(): Promise<void>;
  /** The simulator's time as an ISO instant. */
  now(): Promise<string>;
  advanceClock(seconds: number): Promise<void>;
  setClock(iso: string): Promise<void>;
  setPriceFactor(factor: number): Promise<void>;
  /** UPS's code of the state of an access point: 01 open to parcels, 06 suspended, 07 unavailable, 08 terminated. */
  setAccessPointStatus(accessPointId: string, status: "01" | "06" | "07" | "08"): Promise<void>;
  /** What becomes of the package's shipment as the clock moves on. */
  chooseJourney(trackingNumber: string, journey: JourneyName): Promise<void>;
  /** In which of its ways tracking answers from now on; what is left out is as the specification says. */
  setTrackingStyle(style: Partial<TrackingStyle>): Promise<void>;
  /** Books a one-pound package inside the United States that the app knows nothing of. */
  bookBehindTheBack(booking: BookingInput): Promise<LedgerEntry>;
}

export function createSimulatorControl(url: string): SimulatorControl {
  const call = async <T>(method: string, path: string, body: object = {}): Promise<T> => {
    const json = { body: JSON.stringify(body), headers: { "content-type": "application/json" } };
    const response = await fetch(`${url}/_control/${path}`, { method, ...(method === "POST" && json) });
    if (!response.ok) throw new Error(`control ${method} ${path}: ${response.status} ${await response.text()}`);
    return (await response.json()) as T;
  };
  return {
    shipmentList: async () => (await fetch(`${url}/_control/shipment-list`)).text(),
    ledger: async () => (await call<{ shipments: LedgerEntry[] }>("GET", "ledger")).shipments,
    documents: async () => (await call<{ documents: StoredDocument[] }>("GET", "documents")).documents,
    requests: async () => (await call<{ requests: SeenRequest[] }>("GET", "requests")).requests,
    clearRequests: () => call("DELETE", "requests"),
    addFault: (fault) => call("POST", "faults", fault),
    clearFaults: () => call("DELETE", "faults"),
    calls: async () => (await call<{ clients: ClientCalls[] }>("GET", "calls")).clients,
    clearCalls: () => call("DELETE", "calls"),
    setThrottle: (throttle) => call("POST", "throttle", throttle),
    release: () => call("POST", "release"),
    now: async () => (await call<{ now: string }>("GET", "clock")).now,
    advanceClock: (advanceSeconds) => call("POST", "clock", { advanceSeconds }),
    setClock: (now) => call("POST", "clock", { now }),
    setPriceFactor: (factor) => call("POST", "prices", { factor }),
    setAccessPointStatus: (accessPointId, status) => call("POST", "access-points", { accessPointId, status }),
    chooseJourney: (trackingNumber, journey) => call("POST", "journeys", { trackingNumber, journey }),
    setTrackingStyle: (style) => call("POST", "tracking", style),
    bookBehindTheBack: (booking) => call("POST", "shipments", booking),
  };
}
