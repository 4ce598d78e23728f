import type { ShipmentDetails } from "../../carrier/shipment-details.js";
import type { LabelFormat, RecoverRequest } from "../../carrier/shipping.js";
import { recoveryPath, serialiseRecovery } from "../../ups/shipping/serialise-recovery.js";
import { serialiseShip, shipPath } from "../../ups/shipping/serialise-ship.js";
import { voidPaths } from "../../ups/shipping/serialise-void.js";
import { withMember } from "../change-body.js";
import type { Own, Probe, ProbeRequest } from "../probe.js";
import { shipmentNumberOf } from "../read-answers.js";
import { places, shipRequest, someDetails, twoBooks } from "../sample-shipments.js";

function booked(
  name: string,
  format: LabelFormat,
  changes: (own: Own) => Partial<ShipmentDetails> = () => ({}),
): Probe {
  return {
    name,
    leaves: "SHIPMENT",
    request: (own) => ({ method: "POST", path: shipPath, body: shipBody(own, name, format, changes(own)) }),
  };
}

/** Meant to be refused. If it is not, it is booked, and voided as well. */
function refused(name: string, path: readonly (string | number)[], value: unknown): Probe {
  return {
    name,
    leaves: "SHIPMENT",
    request(own) {
      const body = withMember(shipBody(own, name, "GIF"), ["ShipmentRequest", ...path], value);
      return { method: "POST", path: shipPath, body };
    },
  };
}

function shipBody(own: Own, name: string, format: LabelFormat, over: Partial<ShipmentDetails> = {}): object {
  return serialiseShip(own.account, shipRequest(own, name, format, over), own.reference(name));
}

/** Of the shipment that the other probe booked. */
function recovered(name: string, booking: string, ask: (own: Own, number: string) => RecoverRequest): Probe {
  return {
    name,
    request(own) {
      const number = shipmentNumberOf(own.answer(booking));
      return number === null ? null : recovery(own, ask(own, number));
    },
  };
}

const recovery = (own: Own, request: RecoverRequest): ProbeRequest => ({
  method: "POST",
  path: recoveryPath,
  body: serialiseRecovery(own.account, request),
});

export function voidOf(number: string): ProbeRequest {
  const [path = ""] = voidPaths({ shipmentIdentificationNumber: number, trackingNumbers: [] });
  return { method: "DELETE", path };
}

function voided(name: string, booking: string): Probe {
  return {
    name,
    undoes: booking,
    request(own) {
      const number = shipmentNumberOf(own.answer(booking));
      return number === null ? null : voidOf(number);
    },
  };
}

/** Has the form of a number and belongs to nobody. */
const noSuchShipment = "1Z0000000000000000";

const ground = "a label by Ground, as a picture";
const twoLabels = "two labels for a thermal printer";
const abroad = "a label to Germany with an invoice";

const twoPackages = (own: Own) => {
  const { packages } = someDetails(own);
  return { packages: [...packages, ...packages] };
};

const toBerlin = (own: Own) => {
  const packages = someDetails(own).packages.map((pkg) => ({ ...pkg, description: "Books" }));
  const customs = { ...twoBooks, invoiceDate: own.now.toISOString().slice(0, 10) };
  return { shipTo: places.berlin, customs, packages };
};

export const shippingProbes: Probe[] = [
  booked(ground, "GIF"),
  booked(twoLabels, "ZPL", twoPackages),
  booked(abroad, "GIF", toBerlin),
  refused("a label of a service that does not exist", ["Shipment", "Service", "Code"], "ZZ"),
  refused("a label to a postal code of another state", ["Shipment", "ShipTo", "Address", "PostalCode"], "78756"),
  refused("a label without a recipient's name", ["Shipment", "ShipTo", "Name"], ""),
  refused("a reference of the shipment where packages have theirs", ["Shipment", "ReferenceNumber"], [{ Value: "A1" }]),
  recovered("the label again, by its number", ground, (_, trackingNumber) => ({ labelFormat: "GIF", trackingNumber })),
  recovered("the label again as UPS's PDF", ground, (_, trackingNumber) => ({
    ...{ labelFormat: "PDF", isCarrierPdf: true, trackingNumber },
  })),
  recovered("two labels again, by our reference", twoLabels, (own) => ({
    ...{ labelFormat: "ZPL", carrierReference: own.reference(twoLabels) },
  })),
  {
    name: "a label under a reference that nobody used",
    request: (own) => recovery(own, { labelFormat: "GIF", carrierReference: own.reference("nobody's") }),
  },
  {
    name: "a PDF with a size of the label stock",
    request(own) {
      const trackingNumber = shipmentNumberOf(own.answer(ground)) ?? noSuchShipment;
      const body = serialiseRecovery(own.account, { labelFormat: "ZPL", trackingNumber });
      const format = ["LabelRecoveryRequest", "LabelSpecification", "LabelImageFormat", "Code"];
      return { method: "POST", path: recoveryPath, body: withMember(body, format, "PDF") };
    },
  },
  voided("a void", ground),
  voided("the same void again", ground),
  recovered("the label again once it is voided", ground, (_, trackingNumber) => ({
    labelFormat: "GIF",
    trackingNumber,
  })),
  voided("a void of what crosses a border", abroad),
  { name: "a void of what does not exist", request: () => voidOf(noSuchShipment) },
];
