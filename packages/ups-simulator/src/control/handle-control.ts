import type { IncomingMessage } from "node:http";
import type { z } from "zod";
import { type Answer, errorAnswer, Refusal } from "../answer.js";
import type { BookedShipment } from "../ledger/booked-shipment.js";
import { findAccessPoint } from "../products/locations/places.js";
import { trackingStyleInput } from "../products/tracking/answer-style.js";
import type { Simulator } from "../simulator.js";
import { bookBehindTheBack } from "./book-behind-the-back.js";
import {
  accessPointInput,
  bookingInput,
  clockInput,
  faultInput,
  journeyInput,
  pricesInput,
  throttleInput,
} from "./control-input.js";
import { shipmentList } from "./shipment-list.js";

export interface ControlCall {
  request: IncomingMessage;
  path: string;
  body: unknown;
}

type Handler = (body: unknown, simulator: Simulator) => unknown;

const handlers: Record<string, Handler> = {
  "GET /_control/ledger": (_, { ledger }) => ({ shipments: ledger.all().map(ledgerEntry) }),
  "GET /_control/documents": (_, { ledger }) => ({ documents: ledger.documents.all() }),
  "GET /_control/requests": (_, { requests }) => ({ requests: requests.all() }),
  "DELETE /_control/requests": (_, { requests }) => requests.clear(),
  "POST /_control/faults": (body, { faults }) => faults.add(parsed(faultInput, body)),
  "DELETE /_control/faults": (_, { faults }) => faults.clear(),
  "GET /_control/calls": (_, { counts }) => ({ clients: counts.all() }),
  "DELETE /_control/calls": (_, { counts }) => counts.clear(),
  "POST /_control/throttle": (body, { counts }) => {
    counts.throttle = parsed(throttleInput, body);
  },
  "POST /_control/release": (_, { held }) => held.release(),
  "GET /_control/clock": (_, simulator) => clockReading(simulator),
  "POST /_control/clock": moveClock,
  "POST /_control/prices": (body, { prices }) => {
    prices.factor = parsed(pricesInput, body).factor;
  },
  "POST /_control/access-points": changeAccessPoint,
  "POST /_control/journeys": chooseJourney,
  "POST /_control/tracking": (body, simulator) => {
    simulator.trackingStyle = parsed(trackingStyleInput, body);
  },
  "POST /_control/shipments": async (body, simulator) =>
    ledgerEntry(await bookBehindTheBack(parsed(bookingInput, body), simulator)),
};

/** The door for tests: what happened, what shall happen, and what time it is. Never part of UPS. */
export async function handleControl({ request, path, body }: ControlCall, simulator: Simulator): Promise<Answer> {
  if (request.method === "GET" && path === "/_control/shipment-list") {
    return { status: 200, body: null, text: { type: "text/csv", content: shipmentList(simulator.ledger.all()) } };
  }
  const handler = handlers[`${request.method} ${path}`];
  if (!handler) return errorAnswer(404, "404", `No control at ${request.method} ${path}`);
  return { status: 200, body: (await handler(body, simulator)) ?? {} };
}

function parsed<Schema extends z.ZodType>(schema: Schema, body: unknown): z.infer<Schema> {
  const result = schema.safeParse(body);
  if (!result.success) throw new Refusal("CONTROL", result.error.message);
  return result.data;
}

function ledgerEntry(shipment: BookedShipment) {
  const { request, labelFormat, ...entry } = shipment;
  return { ...entry, ...(request.returnService && { returnService: request.returnService }) };
}

/** Opens or closes one of the simulator's access points. */
async function changeAccessPoint(body: unknown, { ledger }: Simulator) {
  const { accessPointId, status } = parsed(accessPointInput, body);
  if (findAccessPoint(accessPointId) === null) throw new Refusal("CONTROL", `No access point ${accessPointId}`);
  await ledger.setAccessPointStatus(accessPointId, status);
}

async function chooseJourney(body: unknown, { ledger }: Simulator) {
  const { trackingNumber, journey } = parsed(journeyInput, body);
  const shipment = ledger.findByTrackingNumber(trackingNumber);
  if (shipment === null) throw new Refusal("CONTROL", `No package ${trackingNumber}`);
  await ledger.chooseJourney(shipment, journey);
}

function clockReading({ clock }: Simulator) {
  return { now: clock.now().toISOString() };
}

async function moveClock(body: unknown, simulator: Simulator) {
  const { now, advanceSeconds } = parsed(clockInput, body);
  if (now !== undefined) simulator.clock.set(new Date(now));
  if (advanceSeconds !== undefined) simulator.clock.advance(advanceSeconds);
  await simulator.deferred.runDue(simulator.clock.now());
  return clockReading(simulator);
}
