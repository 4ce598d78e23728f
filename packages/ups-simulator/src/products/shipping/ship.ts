import type { Answer } from "../../answer.js";
import { readCharacterSet } from "../../labels/character-set.js";
import { headerOf, type Operation, type UpsCall } from "../../operation.js";
import { priceOf } from "../../pricing/price.js";
import { refuseUnknownNames } from "../../request/accepted-names.js";
import { checkAccessPoint } from "../../request/access-point-rules.js";
import { valueAt } from "../../request/json-reading.js";
import { readShipment } from "../../request/read-shipment.js";
import { refuseShipmentByScenario } from "../../scenarios.js";
import type { Simulator } from "../../simulator.js";
import { amountDue } from "../charges-answer.js";
import { formAnswer } from "../forms/form-answer.js";
import { checkForms } from "../forms/form-rules.js";
import { readInvoice } from "../forms/requested-invoice.js";
import { isNegotiated } from "../negotiated-rates.js";
import { readLabelFormat } from "./label-specification.js";
import { numberShipment } from "./number-shipment.js";
import { shipAnswer } from "./ship-answer.js";
import { shipLabels } from "./ship-labels.js";
import { shipNames } from "./ship-names.js";
import { checkShipRequest } from "./ship-rules.js";
import { readUploadedForms } from "./uploaded-forms.js";

/** Ship v2409: one shot, booked when answered, and booked too when the answer is lost. */
export const ship: Operation = {
  name: "SHIP",
  method: "POST",
  path: /^\/api\/shipments\/v2409\/ship$/,
  handle: answerShip,
};

async function answerShip(call: UpsCall, simulator: Simulator): Promise<Answer> {
  refuseUnknownNames(call.body, shipNames);
  const request = readShipment(valueAt(call.body, "ShipmentRequest.Shipment"));
  refuseShipmentByScenario(request, "SHIP");
  checkShipRequest(request, call.clientId, call.at);
  checkAccessPoint(valueAt(call.body, "ShipmentRequest.Shipment"), simulator.ledger);
  const invoice = readInvoice(valueAt(call.body, "ShipmentRequest.Shipment"));
  checkForms(valueAt(call.body, "ShipmentRequest.Shipment"), request, invoice);
  const documentIds = readUploadedForms(call, simulator);
  const labelFormat = readLabelFormat(call.body);
  const characterSet = readCharacterSet(call.body);
  const terms = {
    serviceCode: request.serviceCode,
    isSaturday: request.options.isSaturdayDelivery,
    factor: simulator.prices.factor,
  };
  const published = priceOf(request, { ...terms, isNegotiated: false });
  const negotiated = isNegotiated(request) ? priceOf(request, { ...terms, isNegotiated: true }) : null;
  const numbered = numberShipment(simulator.ledger, request, {
    at: call.at,
    total: amountDue(published, negotiated, request.wantsTaxes),
    transId: headerOf(call, "transId"),
    labelFormat,
  });
  const shipment = {
    ...numbered,
    ...(characterSet && { characterSet }),
    ...(documentIds.length > 0 && { documentIds }),
    ...(invoice && { invoice }),
  };
  // Labels before the booking: what cannot be printed is not sold.
  const labels = await shipLabels(shipment, labelFormat);
  const form = await formAnswer(shipment);
  await simulator.ledger.book(shipment);
  return { status: 200, body: shipAnswer(call.body, shipment, { published, negotiated, labels, labelFormat, form }) };
}
