import { z } from "zod";
import type { Answered } from "../../carrier/outcome.js";
import type { RateCharge } from "../../carrier/rating.js";
import type { LabelFile, ShippedPackage, ShippedShipment } from "../../carrier/shipping.js";
import { answered, envelope, isFailure } from "../words/alerts.js";
import { arePayerRatesHidden } from "../words/error-codes/account-codes.js";
import {
  labelImage,
  namedFormat,
  noImage,
  parseLabelFile,
  parseSignatureLabel,
  signatureField,
} from "../words/label-format.js";
import { listOf, maybeText, needed, nullIfUnreadable, readableIfThere, text } from "../words/shapes.js";
import { packageChargesOf } from "./package-charges.js";
import { documentFields, packageDocumentFields, parseDocuments } from "./parse-documents.js";
import {
  chargeFields,
  chargesOf,
  type PricedShipment,
  packageChargeFields,
  priceOf,
  publishedAlone,
  truePrices,
} from "./priced-charges.js";

/** Null: there are some, and they cannot be read. The label is bought all the same. */
const charges = nullIfUnreadable(z.object(chargeFields));

const shipAnswer = z.object({
  ShipmentResponse: needed(
    z.object({
      Response: envelope,
      ShipmentResults: needed(
        z.object({
          ShipmentCharges: charges,
          NegotiatedRateCharges: charges,
          ShipmentIdentificationNumber: maybeText,
          PackageResults: listOf(
            z.object({
              TrackingNumber: text,
              ShippingLabel: readableIfThere(
                z.object({ ImageFormat: namedFormat, GraphicImage: labelImage, ...signatureField }),
              ),
              ...packageChargeFields,
              ...packageDocumentFields,
            }),
          ),
          ...documentFields,
        }),
      ),
    }),
  ),
});

type Results = z.infer<typeof shipAnswer>["ShipmentResponse"]["ShipmentResults"];

/**
 * The bought shipment, packages in the order of the request. Null when a package that was paid for is missing, or its
 * number: the shipment may exist and must be recovered. What it costs is told here only, so a label whose image alone is
 * missing does not lose it: it is one without bytes, unless the carrier delivers the labels itself.
 */
export function parseShip(
  json: unknown,
  packageCount: number,
  isLabelExpected = true,
): Answered<ShippedShipment> | null {
  const parsed = shipAnswer.safeParse(json);
  if (!parsed.success || isFailure(parsed.data.ShipmentResponse.Response)) return null;
  const { Response, ShipmentResults } = parsed.data.ShipmentResponse;
  const isHidden = arePayerRatesHidden(Response?.Alert ?? []);
  const prices = isHidden ? publishedAlone(pricesOf(ShipmentResults)) : pricesOf(ShipmentResults);
  const price = priceOf(prices);
  const itemised = packageChargesOf(prices, price);
  const packages = ShipmentResults.PackageResults.map((result, index) =>
    toPackage(result, itemised[index] ?? [], isLabelExpected),
  );
  const isComplete = packages.length === packageCount && packages.every((pkg) => pkg !== null);
  // UPS gives the shipment the number of its first package.
  const shipmentIdentificationNumber = ShipmentResults.ShipmentIdentificationNumber ?? packages[0]?.trackingNumber;
  if (!isComplete || shipmentIdentificationNumber === undefined) return null;
  const shipment = {
    shipmentIdentificationNumber,
    charges: price,
    chargeItems: price === null ? [] : chargesOf(prices, price),
    packages: packages.filter((pkg) => pkg !== null),
    ...parseDocuments(ShipmentResults, ShipmentResults.PackageResults),
  };
  return answered(shipment, Response?.Alert);
}

/** A label without bytes is one that is missing, whoever delivers it; bytes are kept, whatever they are. */
function toPackage(
  { TrackingNumber, ShippingLabel }: Results["PackageResults"][number],
  chargeItems: RateCharge[],
  isLabelExpected: boolean,
): ShippedPackage | null {
  const label: LabelFile | null = ShippingLabel
    ? parseLabelFile(ShippingLabel.ImageFormat, ShippingLabel.GraphicImage)
    : null;
  if (TrackingNumber === "") return null;
  const isMissing = label === null && (isLabelExpected || ShippingLabel !== undefined);
  const second = ShippingLabel
    ? parseSignatureLabel(ShippingLabel.ImageFormat, ShippingLabel.InternationalSignatureGraphicImage)
    : {};
  return { trackingNumber: TrackingNumber, label: isMissing ? noImage : label, ...second, chargeItems };
}

/** Without prices where the negotiated one cannot be read: the published one is not what is billed. */
function pricesOf({ ShipmentCharges, NegotiatedRateCharges, PackageResults }: Results): PricedShipment {
  if (NegotiatedRateCharges === null) return { published: undefined, negotiated: undefined, packages: PackageResults };
  const published = ShipmentCharges ?? undefined;
  return truePrices({ published, negotiated: NegotiatedRateCharges, packages: PackageResults });
}
