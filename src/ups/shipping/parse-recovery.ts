import { z } from "zod";
import type { Answered } from "../../carrier/outcome.js";
import type { RecoverAnswer, ShippedPackage } from "../../carrier/shipping.js";
import { answered, envelope, isFailure } from "../words/alerts.js";
import { labelImage, namedFormat, parseLabelFile, parseSignatureLabel, signatureField } from "../words/label-format.js";
import { listOf, maybeText, needed, readableIfThere, text } from "../words/shapes.js";
import { documentFields, packageDocumentFields, parseDocuments } from "./parse-documents.js";

const recoveryAnswer = z.object({
  LabelRecoveryResponse: needed(
    z.object({
      Response: envelope,
      ShipmentIdentificationNumber: maybeText,
      LabelResults: listOf(
        z.object({
          TrackingNumber: text,
          LabelImage: readableIfThere(
            z.object({ LabelImageFormat: namedFormat, GraphicImage: labelImage, ...signatureField }),
          ),
          Form: documentFields.Form,
          ...packageDocumentFields,
        }),
      ),
      ...documentFields,
      TrackingCandidate: listOf(z.object({ TrackingNumber: text })),
    }),
  ),
});

type Answer = z.infer<typeof recoveryAnswer>["LabelRecoveryResponse"];

/** Null when the answer cannot be read. UPS tells no charges here. A label without an image stays null. */
export function parseRecovery(json: unknown): Answered<RecoverAnswer> | null {
  const parsed = recoveryAnswer.safeParse(json);
  if (!parsed.success || isFailure(parsed.data.LabelRecoveryResponse.Response)) return null;
  const answer = parsed.data.LabelRecoveryResponse;
  const { TrackingCandidate, LabelResults, ShipmentIdentificationNumber } = answer;
  if (TrackingCandidate.length > 0) {
    const trackingNumbers = TrackingCandidate.map((candidate) => candidate.TrackingNumber);
    return answered({ found: "SEVERAL", trackingNumbers });
  }
  const [first] = LabelResults;
  // A success without labels tells neither that there is a shipment nor that there is none.
  if (!first) return null;
  const shipmentIdentificationNumber = ShipmentIdentificationNumber ?? first.TrackingNumber;
  const packages = LabelResults.map(toPackage);
  if (packages.some((pkg) => pkg === null)) return null;
  const shipment = {
    shipmentIdentificationNumber,
    charges: null,
    chargeItems: [],
    packages: packages.filter((pkg) => pkg !== null),
    ...parseDocuments(answer, LabelResults),
  };
  return answered({ found: "ONE", shipment });
}

/** A label without bytes makes the answer unreadable; none at all is UPS's own delivery. */
function toPackage({ TrackingNumber, LabelImage }: Answer["LabelResults"][number]): ShippedPackage | null {
  if (!LabelImage) return { trackingNumber: TrackingNumber, label: null, chargeItems: [] };
  const label = parseLabelFile(LabelImage.LabelImageFormat, LabelImage.GraphicImage);
  const second = parseSignatureLabel(LabelImage.LabelImageFormat, LabelImage.InternationalSignatureGraphicImage);
  return label && { trackingNumber: TrackingNumber, label, ...second, chargeItems: [] };
}
