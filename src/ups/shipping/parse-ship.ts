import { z } from "zod";
import type { Answered } from "../../carrier/outcome.js";
import type { LabelFile, ShippedPackage, ShippedShipment } from "../../carrier/shipping.js";
import type { Money } from "../../carrier/values.js";
import { answered, envelope, isSuccess } from "../words/alerts.js";
import { optionalMoney } from "../words/charges.js";
import { parseLabelFile } from "../words/label-format.js";
import { listOf, maybe, text } from "../words/shapes.js";
import { documentFields, packageDocumentFields, parseDocuments } from "./parse-documents.js";

const totals = z.object({
  TotalCharge: optionalMoney,
  TotalCharges: optionalMoney,
  TotalChargesWithTaxes: optionalMoney,
});

const shipAnswer = z.object({
  ShipmentResponse: z.object({
    Response: envelope,
    ShipmentResults: z.object({
      ShipmentCharges: maybe(totals),
      NegotiatedRateCharges: maybe(totals),
      ShipmentIdentificationNumber: text,
      PackageResults: listOf(
        z.object({
          TrackingNumber: text,
          ShippingLabel: maybe(z.object({ ImageFormat: z.object({ Code: text }), GraphicImage: z.string() })),
          ...packageDocumentFields,
        }),
      ),
      ...documentFields,
    }),
  }),
});

type Results = z.infer<typeof shipAnswer>["ShipmentResponse"]["ShipmentResults"];

/**
 * The bought shipment, packages in the order of the request. Null when anything that was paid for is missing (a
 * package, a label's bytes unless the carrier delivers the labels itself): the shipment may exist and must be recovered.
 */
export function parseShip(
  json: unknown,
  packageCount: number,
  isLabelExpected = true,
): Answered<ShippedShipment> | null {
  const parsed = shipAnswer.safeParse(json);
  if (!parsed.success || !isSuccess(parsed.data.ShipmentResponse.Response)) return null;
  const { Response, ShipmentResults } = parsed.data.ShipmentResponse;
  const packages = ShipmentResults.PackageResults.map((result) => toPackage(result, isLabelExpected));
  const isComplete = packages.length === packageCount && packages.every((pkg) => pkg !== null);
  if (!isComplete || ShipmentResults.ShipmentIdentificationNumber === "") return null;
  const shipment = {
    shipmentIdentificationNumber: ShipmentResults.ShipmentIdentificationNumber,
    charges: chargesOf(ShipmentResults),
    packages: packages.filter((pkg) => pkg !== null),
    ...parseDocuments(ShipmentResults, ShipmentResults.PackageResults),
  };
  return answered(shipment, Response?.Alert);
}

/** An image that is there but cannot be read is missing, whoever delivers it. */
function toPackage(
  { TrackingNumber, ShippingLabel }: Results["PackageResults"][number],
  isLabelExpected: boolean,
): ShippedPackage | null {
  const label: LabelFile | null = ShippingLabel
    ? parseLabelFile(ShippingLabel.ImageFormat.Code, ShippingLabel.GraphicImage)
    : null;
  const isMissing = label === null && (isLabelExpected || ShippingLabel !== undefined);
  return TrackingNumber === "" || isMissing ? null : { trackingNumber: TrackingNumber, label };
}

/** What UPS will bill: negotiated with taxes, else negotiated, else published with taxes, else published. */
function chargesOf({ NegotiatedRateCharges: negotiated, ShipmentCharges: published }: Results): Money | null {
  return (
    negotiated?.TotalChargesWithTaxes ??
    negotiated?.TotalCharge ??
    negotiated?.TotalCharges ??
    published?.TotalChargesWithTaxes ??
    published?.TotalCharges ??
    null
  );
}
