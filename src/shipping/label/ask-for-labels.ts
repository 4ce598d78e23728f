import type { LabelFile, LabelFormat, RecoverRequest, ShippedPackage } from "../../carrier/shipping.js";
import type { PurchasedPackage } from "../../entities/purchased-package.js";
import type { ShippingUserError } from "../../entities/values/user-error.js";
import type { LoadedAccount } from "../account/load-account.js";
import { failureErrors } from "../failure-errors.js";
import { userError } from "../user-error.js";
import type { ToRecover } from "./label-to-recover.js";

/** A file as the carrier makes it, and the package it is kept with. */
export interface RecoveredLabel {
  purchasedPackageId: string;
  file: LabelFile;
  /** The file holds the labels of all packages. */
  isForAllPackages: boolean;
}

type Asked = { labels: RecoveredLabel[] } | { userErrors: ShippingUserError[] };

/**
 * The carrier's own files of bought labels, without a transaction. It usually answers for the whole shipment; what is
 * not in its answer is asked for by its own number. A PDF is one file for all packages, kept with the first of them.
 * `isCarrierPdf` false: the image that a PDF is made from.
 */
export async function askForLabels(
  loaded: LoadedAccount,
  { purchase, wanted, all, field }: ToRecover,
  format: LabelFormat,
  isCarrierPdf = true,
): Promise<Asked> {
  const packageByNumber = new Map<string, ShippedPackage>();
  for (const { trackingNumber } of wanted) {
    if (packageByNumber.has(trackingNumber)) continue;
    const answer = await askOnce(loaded, { purchase, field }, { trackingNumber, labelFormat: format, isCarrierPdf });
    if ("userErrors" in answer) return answer;
    const [first, ...rest] = answer.packages;
    if (isOneForAll(format, answer.packages) && first?.label)
      return { labels: [{ ...keptWith(all, wanted, first), file: first.label, isForAllPackages: rest.length > 0 }] };
    for (const pkg of answer.packages) packageByNumber.set(pkg.trackingNumber, pkg);
    if (!packageByNumber.has(trackingNumber) && answer.packages.length === 1)
      packageByNumber.set(trackingNumber, answer.packages[0] as ShippedPackage);
  }
  const labels = wanted.flatMap(({ id, trackingNumber }) => {
    const file = packageByNumber.get(trackingNumber)?.label;
    return file ? [{ purchasedPackageId: id, file, isForAllPackages: false }] : [];
  });
  if (labels.length === wanted.length) return { labels };
  const message = "There is no image of it: the carrier mails, e-mails or brings the label itself.";
  return { userErrors: [userError("NOT_ALLOWED", message, field)] };
}

async function askOnce(
  { adapter, access }: LoadedAccount,
  { purchase, field }: Pick<ToRecover, "purchase" | "field">,
  request: RecoverRequest & { trackingNumber: string },
): Promise<{ packages: ShippedPackage[] } | { userErrors: ShippingUserError[] }> {
  const { trackingNumber } = request;
  const outcome = await adapter.recoverLabels(access, request, { purchaseId: purchase.id });
  if (outcome.kind !== "ANSWERED") return { userErrors: failureErrors(outcome, field) };
  if (outcome.value.found === "ONE") return { packages: outcome.value.shipment.packages };
  if (outcome.value.found === "VOIDED") {
    const message = `The carrier says that ${trackingNumber} is voided: do not use its label.`;
    return { userErrors: [userError("ALREADY_VOIDED", message, field)] };
  }
  const message = `The carrier no longer stores the label of ${trackingNumber}: labels are kept for some weeks only.`;
  return { userErrors: [userError("RECOVERY_WINDOW_CLOSED", message, field)] };
}

const isOneForAll = (format: LabelFormat, packages: ShippedPackage[]) =>
  format === "PDF" && packages.slice(1).every((pkg) => pkg.label === null);

/** A carrier's test environment may mask its numbers: then it is the first one wanted. */
function keptWith(all: PurchasedPackage[], wanted: PurchasedPackage[], { trackingNumber }: ShippedPackage) {
  const kept = all.find((pkg) => pkg.trackingNumber === trackingNumber) ?? wanted[0];
  return { purchasedPackageId: (kept as PurchasedPackage).id };
}
