import type { ShipmentDetails } from "../../carrier/shipment-details.js";
import type { ShippedShipment, UploadedDocuments } from "../../carrier/shipping.js";
import type { CarrierMessage } from "../../carrier/values.js";
import { checkDeclaration } from "../customs/check-declaration.js";
import { declarationToSend, isForCustoms } from "../customs/declaration.js";

/** What a person must know of the papers of a bought shipment: what none was made of, what is missing, what is unreadable. */
export function paperNotices(
  details: ShipmentDetails,
  { documents, unreadableDocuments, packages }: Pick<ShippedShipment, "documents" | "unreadableDocuments" | "packages">,
  uploaded: UploadedDocuments,
): CarrierMessage[] {
  const unreadable = unreadableDocuments.map((kind) =>
    notice("DOCUMENT_UNREADABLE", "WARNING", `The ${kind} that UPS sent cannot be read: print it at ups.com.`),
  );
  const told = [...unreadable, ...signatureNotice(packages)];
  const isInvoiceThere =
    documents.some(({ kind }) => kind === "COMMERCIAL_INVOICE") || unreadableDocuments.includes("COMMERCIAL_INVOICE");
  if (isInvoiceThere || uploaded === "INVOICE" || !isForCustoms(details)) return told;
  if (declarationToSend(details) !== null) return [...told, withoutFile()];
  return uploaded === "SOME" ? told : [...told, undeclared(details)];
}

function signatureNotice(packages: ShippedShipment["packages"]): CarrierMessage[] {
  if (!packages.some(({ signatureLabel }) => signatureLabel)) return [];
  const text =
    "UPS sent a second label with the terms of carriage and a box to sign in, as a SIGNATURE_LABEL document: print it on the label printer after the first label, and sign it.";
  return [notice("SIGNATURE_WANTED", "WARNING", text)];
}

function withoutFile(): CarrierMessage {
  const text =
    "UPS sent no file of the commercial invoice: with paperless invoice it goes to customs electronically, else print it at ups.com.";
  return notice("INVOICE_WITHOUT_FILE", "INFO", text);
}

/** Names paths, never what stands there. */
function undeclared(details: ShipmentDetails): CarrierMessage {
  const problems = details.customs ? checkDeclaration(details, details.customs) : [];
  const missing = [...new Set(problems.map(({ path }) => path.at(-1)))].join(", ") || "items of every package";
  const text = `No customs declaration was given, so UPS made no commercial invoice (missing: ${missing}). Add the customs documents manually.`;
  return notice("NO_CUSTOMS_DECLARATION", "WARNING", text);
}

function notice(code: string, severity: CarrierMessage["severity"], text: string): CarrierMessage {
  return { code, severity, text };
}
