import { type Answer, Refusal } from "../../answer.js";
import type { Operation, UpsCall } from "../../operation.js";
import type { Simulator } from "../../simulator.js";
import { checkTrackingHeaders, trackingAnswer, trackingNotFound } from "./track-answer.js";

/** Track v1 by 1Z number: where the package has come to by the simulator's clock. */
export const track: Operation = {
  name: "TRACK",
  method: "GET",
  path: /^\/api\/track\/v1\/details\/(?<number>[^/]+)$/,
  handle: answerTrack,
};

function answerTrack(call: UpsCall, { ledger, trackingStyle }: Simulator): Answer {
  checkTrackingHeaders(call);
  const number = call.params.number ?? "";
  if (!/^[0-9A-Za-z]{7,34}$/.test(number)) throw new Refusal("TV1002", "Invalid inquiry number");
  const shipment = ledger.findByTrackingNumber(number.toUpperCase());
  const pkg = shipment?.packages.find((candidate) => candidate.trackingNumber === number.toUpperCase());
  if (!shipment || !pkg) return trackingNotFound(number, trackingStyle);
  return trackingAnswer(number, [{ shipment, pkg }], call.at, trackingStyle);
}
