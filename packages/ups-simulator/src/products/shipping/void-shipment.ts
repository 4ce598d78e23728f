import { type Answer, Refusal, successEnvelope } from "../../answer.js";
import type { BookedShipment } from "../../ledger/booked-shipment.js";
import type { Operation, UpsCall } from "../../operation.js";
import { mayUseAccount } from "../../scenarios.js";
import type { Simulator } from "../../simulator.js";
import { pickupOf } from "../tracking/journey.js";

/** Void v2409: a whole shipment, or chosen packages by `?trackingnumber=`; safe to repeat. */
export const voidShipment: Operation = {
  name: "VOID",
  method: "DELETE",
  path: /^\/api\/shipments\/v2409\/void\/cancel\/(?<shipmentId>[^/]+)$/,
  handle: answerVoid,
};

/** Widely quoted, in no spec. */
const voidWindowDays = 90;
const dayMs = 86_400_000;
const packagesPerCall = 20;

async function answerVoid(call: UpsCall, simulator: Simulator): Promise<Answer> {
  const shipmentId = call.params.shipmentId ?? "";
  if (!/^1Z[0-9A-Z]{16}$/.test(shipmentId)) throw new Refusal("190100", "Invalid shipment identification number");
  const shipment = findVoidable(shipmentId, call, simulator);
  const chosen = chosenPackages(call.query, shipment);
  if (call.query.get("trackingnumber")) refuseByPackage(shipment);
  else if (shipment.voidedAt !== null) throw new Refusal("190117", "The shipment was voided before.");
  if (isOnItsWay(shipment, chosen, call.at)) throw notFound();
  await simulator.ledger.void(shipment, chosen, call.at);
  return { status: 200, body: voidAnswer(chosen) };
}

function findVoidable(shipmentId: string, call: UpsCall, { ledger }: Simulator): BookedShipment {
  const shipment = ledger.findById(shipmentId);
  const isOwn = shipment !== null && mayUseAccount(call.clientId, shipment.shipperNumber);
  const age = shipment ? call.at.getTime() - Date.parse(shipment.bookedAt) : 0;
  if (!shipment || !isOwn) throw notFound();
  if (age > voidWindowDays * dayMs) throw new Refusal("190101", "The time for voiding is over.");
  return shipment;
}

/** Returns, and what crosses a customs border, are voided as a whole only. */
function refuseByPackage({ request }: BookedShipment): void {
  if (request.returnService) throw new Refusal("190112", "Returns are not voided by package.");
  if (homeOf(request.shipFrom.country) !== homeOf(request.shipTo.country))
    throw new Refusal("190113", "International shipments are not voided by package.");
}

/** Between the United States and Puerto Rico nothing is international. */
function homeOf(country: string): string {
  return country === "PR" ? "US" : country;
}

/** What was handed over is not voided any more; what was voided before stays so, and that may be asked for again. */
function isOnItsWay(shipment: BookedShipment, chosen: string[], at: Date): boolean {
  const pickup = pickupOf(shipment);
  const isLive = shipment.packages.some((pkg) => pkg.voidedAt === null && chosen.includes(pkg.trackingNumber));
  return isLive && pickup !== null && pickup <= at;
}

/** All packages, one number, or a list written as JSON. A number that is not of this shipment spoils the call. */
function chosenPackages(query: URLSearchParams, shipment: BookedShipment): string[] {
  const all = shipment.packages.map((pkg) => pkg.trackingNumber);
  const numbers = query.get("trackingnumber");
  if (!numbers) return all;
  const chosen = numbers.startsWith("[") ? parseList(numbers) : [numbers];
  if (chosen.length === 0 || chosen.length > packagesPerCall) {
    throw new Refusal("190111", `At most ${packagesPerCall} tracking numbers can be voided in one request.`);
  }
  if (!chosen.every((number) => all.includes(number))) throw notFound();
  return chosen;
}

function parseList(text: string): string[] {
  try {
    const list: unknown = JSON.parse(text);
    return Array.isArray(list) ? list.map(String) : [];
  } catch {
    throw notFound();
  }
}

function notFound(): Refusal {
  return new Refusal("190102", "No shipment found within the allowed void period");
}

function voidAnswer(trackingNumbers: string[]) {
  return {
    VoidShipmentResponse: {
      Response: successEnvelope(""),
      SummaryResult: { Status: { Code: "1", Description: "Voided" } },
      PackageLevelResults: trackingNumbers.map((number) => ({
        TrackingNumber: number,
        Status: { Code: "1", Description: "Voided" },
      })),
    },
  };
}
