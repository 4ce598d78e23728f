import type { PurchasedPackage } from "../../entities/purchased-package.js";
import type { RecoveredLabel } from "./ask-for-labels.js";

/**
 * A PDF is taken apart where it has a page for each package that the carrier names, voided ones among them: no label goes
 * on another's box.
 */
export async function onePerPackage(
  labels: RecoveredLabel[],
  all: Pick<PurchasedPackage, "id" | "trackingNumber">[],
): Promise<RecoveredLabel[]> {
  const [first] = labels;
  if (first?.file.format !== "PDF") return labels;
  const { trackingNumbers, file } = first;
  if (all.length === 1 && trackingNumbers.length === 1) return labels;
  const pages = await splitPages(file.bytes);
  if (pages?.length !== trackingNumbers.length) return [];
  return all.flatMap(({ id, trackingNumber }) => {
    const bytes = pages[trackingNumbers.indexOf(trackingNumber)];
    const of = { purchasedPackageId: id, isForAllPackages: false, trackingNumbers: [trackingNumber] };
    return bytes ? [{ ...of, file: { ...file, bytes } }] : [];
  });
}

/** Each page of a PDF as a document of its own; null: it cannot be taken apart. */
async function splitPages(bytes: Buffer): Promise<Buffer[] | null> {
  const { PDFDocument } = await import("pdf-lib");
  try {
    const source = await PDFDocument.load(bytes, { throwOnInvalidObject: true });
    const pages: Buffer[] = [];
    for (const index of source.getPageIndices()) {
      const single = await PDFDocument.create();
      for (const page of await single.copyPages(source, [index])) single.addPage(page);
      pages.push(Buffer.from(await single.save()));
    }
    return pages;
  } catch {
    return null;
  }
}
