import { type Alert, successEnvelope } from "../../answer.js";
import { labelPage } from "../../labels/render-label.js";
import { signatureLabel } from "../../labels/signature-label.js";
import type { BookedShipment } from "../../ledger/booked-shipment.js";
import { invoiceBetween } from "../../pricing/customs-zones.js";
import { packagingAlerts } from "../../pricing/flat-packaging.js";
import type { Price } from "../../pricing/price.js";
import { givesImage } from "../../pricing/return-services.js";
import { textAt } from "../../request/json-reading.js";
import { scenarioAlerts } from "../../scenarios.js";
import { billingWeightBlock, itemizedCharges, money, packageCharges, taxBlock } from "../charges-answer.js";
import { negotiatedRateAlerts } from "../negotiated-rates.js";
import { optionPapers } from "./option-papers.js";
import { dutyAlerts } from "./payment-rules.js";
import { shipFormatOf } from "./ship-labels.js";

export interface ShipParts {
  published: Price;
  negotiated: Price | null;
  labels: Buffer[];
  labelFormat: string;
  /** `Form`; null: no papers were made. */
  form: object | null;
}

/** `ShipmentResponse`, packages in the order of the request. Taxes stand with the price that is paid. */
export function shipAnswer(body: unknown, shipment: BookedShipment, parts: ShipParts) {
  const { request } = shipment;
  const alerts = [negotiatedRateAlerts, dutyAlerts, scenarioAlerts].flatMap((alertsOf) => alertsOf(request));
  alerts.push(...packagingAlerts(request, "12"), ...customsAlerts(shipment));
  const context = textAt(body, "ShipmentRequest.Request.TransactionReference.CustomerContext");
  return {
    ShipmentResponse: {
      Response: successEnvelope(context, alerts),
      ShipmentResults: {
        ShipmentCharges: publishedCharges(parts, request.wantsTaxes),
        ...(parts.negotiated && { NegotiatedRateCharges: negotiatedCharges(parts.negotiated, request.wantsTaxes) }),
        RatingMethod: "01",
        BillableWeightCalculationMethod: "02",
        BillingWeight: billingWeightBlock(request),
        ShipmentIdentificationNumber: shipment.shipmentIdentificationNumber,
        PackageResults: shipment.packages.map((_, index) => packageResult(shipment, index, parts)),
        ...(parts.form && { Form: parts.form }),
        ...optionPapers(shipment),
      },
    },
  };
}

/** Goods for customs without an invoice, made or brought along: whoever ships them is told. */
function customsAlerts({ request, invoice, documentIds }: BookedShipment): Alert[] {
  const isLetter = request.packages.every((pkg) => pkg.packaging === "01");
  const isWanted = invoiceBetween(request.shipFrom, request.shipTo) === "REQUIRED";
  if (isLetter || !isWanted || invoice || documentIds?.length) return [];
  return [{ Code: "120016", Description: "Customs Invoice is required for this shipment" }];
}

function publishedCharges({ published, negotiated }: ShipParts, wantsTaxes: boolean) {
  return {
    BaseServiceCharge: money(published, published.base),
    TransportationCharges: money(published, published.transportation),
    ItemizedCharges: itemizedCharges(published, published.itemized),
    ServiceOptionsCharges: money(published, published.serviceOptions),
    TotalCharges: money(published, published.total),
    ...(!negotiated && taxBlock(published, wantsTaxes)),
  };
}

function negotiatedCharges(price: Price, wantsTaxes: boolean) {
  return {
    ItemizedCharges: itemizedCharges(price, price.itemized),
    TotalCharge: money(price, price.total),
    ...taxBlock(price, wantsTaxes),
  };
}

function packageResult(shipment: BookedShipment, index: number, parts: ShipParts) {
  const { published, labels } = parts;
  const labelFormat = shipFormatOf(shipment, index, parts.labelFormat);
  const trackingNumber = shipment.packages[index]?.trackingNumber ?? "";
  const price = published.packages[index];
  const { simpleRate } = shipment.request.packages[index] ?? {};
  const isImage = labelFormat === "GIF" || labelFormat === "PNG";
  return {
    TrackingNumber: trackingNumber,
    BaseServiceCharge: money(published, price?.base ?? 0),
    ServiceOptionsCharges: money(published, price?.serviceOptions ?? 0),
    ...packageCharges(published, parts.negotiated, index),
    ...(simpleRate !== undefined && { SimpleRate: { Code: simpleRate } }),
    ...(givesImage(shipment.request) && {
      ShippingLabel: {
        ImageFormat: { Code: labelFormat, Description: labelFormat },
        GraphicImage: labels[index]?.toString("base64") ?? "",
        ...signatureLabel(shipment, index, labelFormat),
        ...(isImage && { HTMLImage: labelPage(trackingNumber) }),
      },
    }),
  };
}
