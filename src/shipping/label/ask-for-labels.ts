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
  /** Of the packages whose labels the file holds, in its order, as the carrier names them. */
  trackingNumbers: string[];
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
    const packages = underOwnNumber(loaded, answer.packages, { asked: trackingNumber, all });
    const inOne = isOneForAll(format, packages) ? forAll(packages, all) : null;
    if (inOne) return { labels: [inOne] };
    for (const pkg of packages) packageByNumber.set(pkg.trackingNumber, pkg);
  }
  const labels = wanted.flatMap(({ id, trackingNumber }) => {
    const file = packageByNumber.get(trackingNumber)?.label;
    const of = { purchasedPackageId: id, isForAllPackages: false, trackingNumbers: [trackingNumber] };
    return file ? [{ ...of, file }] : [];
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

/** A carrier's test environment may mask its numbers: then the first is what was asked for. Elsewhere it is no label of ours. */
function underOwnNumber(
  { access }: LoadedAccount,
  packages: ShippedPackage[],
  { asked, all }: { asked: string; all: PurchasedPackage[] },
): ShippedPackage[] {
  const isOurs = packages.some((pkg) => all.some(({ trackingNumber }) => trackingNumber === pkg.trackingNumber));
  if (isOurs || access.environment === "PRODUCTION") return packages;
  return packages.map((pkg, index) => (index === 0 ? { ...pkg, trackingNumber: asked } : pkg));
}

/** Kept with the first of them that is ours. */
function forAll(packages: ShippedPackage[], all: PurchasedPackage[]): RecoveredLabel | null {
  const file = packages[0]?.label;
  const trackingNumbers = packages.map(({ trackingNumber }) => trackingNumber);
  const [kept] = trackingNumbers.flatMap((number) => all.find((pkg) => pkg.trackingNumber === number) ?? []);
  if (!file || !kept) return null;
  return { purchasedPackageId: kept.id, file, isForAllPackages: packages.length > 1, trackingNumbers };
}
