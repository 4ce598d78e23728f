import type { BookedShipment } from "../ledger/booked-shipment.js";
import { priceOf } from "../pricing/price.js";
import { amountDue } from "../products/charges-answer.js";
import { numberShipment } from "../products/shipping/number-shipment.js";
import type { Party, RequestedShipment } from "../request/requested-shipment.js";
import type { Simulator } from "../simulator.js";
import type { BookingInput } from "./control-input.js";

const newYork: Party = {
  name: "Metropolitan Museum",
  attentionName: "Receiving",
  phoneExtension: "",
  phone: "2125357710",
  lines: ["1000 5th Ave"],
  city: "New York",
  state: "NY",
  postalCode: "10028",
  country: "US",
  isResidential: false,
};
const chicago: Party = {
  ...newYork,
  name: "Art Institute",
  lines: ["111 S Michigan Ave"],
  city: "Chicago",
  state: "IL",
};

/**
 * Books a one-pound package as if another program had, with a reference of the caller's choice. Nobody got its label, so
 * that it is never handed over.
 */
export async function bookBehindTheBack(input: BookingInput, simulator: Simulator): Promise<BookedShipment> {
  const request = requestFor(input);
  const terms = { serviceCode: request.serviceCode, isSaturday: false, isNegotiated: false, factor: 1 };
  const numbered = numberShipment(simulator.ledger, request, {
    at: simulator.clock.now(),
    total: amountDue(priceOf(request, terms), null, false),
    transId: "",
    labelFormat: "GIF",
  });
  const shipment: BookedShipment = { ...numbered, journey: "SILENT" };
  await simulator.ledger.book(shipment);
  return shipment;
}

function requestFor({ shipperNumber, reference, serviceCode, returnServiceCode }: BookingInput): RequestedShipment {
  return {
    shipperNumber,
    shipper: newYork,
    shipFrom: newYork,
    shipTo: { ...chicago, postalCode: "60603" },
    serviceCode: serviceCode ?? "03",
    description: "",
    packages: [
      {
        packaging: "02",
        weight: "1",
        weightUnit: "LBS",
        dimensions: null,
        declaredValue: "",
        deliveryConfirmation: "",
        collectOnDelivery: "",
        isAdditionalHandling: false,
        isLarge: false,
        references: [reference],
        description: "",
      },
    ],
    charges: [{ type: "01", payer: "SHIPPER", accountNumber: shipperNumber, postalCode: "" }],
    options: { isSaturdayDelivery: false, availableServices: "", deliveryConfirmation: "", collectOnDelivery: "" },
    references: [],
    shipmentDate: "",
    invoiceTotal: "",
    wantsNegotiatedRates: false,
    wantsTaxes: false,
    ...(returnServiceCode && { returnService: { code: returnServiceCode, email: "" } }),
  };
}
