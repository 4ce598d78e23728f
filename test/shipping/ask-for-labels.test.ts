import { PDFDocument } from "pdf-lib";
import type { CarrierEnvironment } from "../../src/carrier/values.js";
import type { PurchasedPackage } from "../../src/entities/purchased-package.js";
import type { LoadedAccount } from "../../src/shipping/account/load-account.js";
import { askForLabels } from "../../src/shipping/label/ask-for-labels.js";
import { onePerPackage } from "../../src/shipping/label/one-per-package.js";

const file = (text: string, format = "GIF") => ({ format, contentType: "any", bytes: Buffer.from(text) });
const bought = (...numbers: string[]) =>
  numbers.map((trackingNumber) => ({ id: `ppk_${trackingNumber}`, trackingNumber })) as PurchasedPackage[];
const all = bought("1ZA", "1ZB");

/** `answers`: the labels that the carrier gives for each number that it is asked for, by the numbers it gives them. */
const ask = (
  wanted: PurchasedPackage[],
  answers: Record<string, [string, string | null][]>,
  format = "GIF",
  environment: CarrierEnvironment = "PRODUCTION",
) => {
  const recoverLabels = async (_: unknown, { trackingNumber }: { trackingNumber: string }) => {
    const packages = (answers[trackingNumber] ?? []).map(([number, text]) => {
      return { trackingNumber: number, label: text === null ? null : file(text, format), chargeItems: [] };
    });
    return { kind: "ANSWERED", messages: [], value: { found: "ONE", shipment: { packages } } };
  };
  const loaded = { adapter: { recoverLabels }, access: { environment } } as unknown as LoadedAccount;
  const toRecover = { purchase: { id: "lpu_1" }, wanted, all, field: [] } as unknown as Parameters<
    typeof askForLabels
  >[1];
  return askForLabels(loaded, toRecover, format as "GIF" | "PDF");
};
const labelsOf = (asked: Awaited<ReturnType<typeof ask>>) =>
  "labels" in asked
    ? asked.labels.map(({ purchasedPackageId, file: { bytes } }) => [purchasedPackageId, `${bytes}`])
    : [];

describe("a label that is asked for again", () => {
  it("is never another package's", async () => {
    expect(labelsOf(await ask([all[1]!], { "1ZB": [["1ZA", "a"]] }))).toEqual([]);
    expect(labelsOf(await ask([all[1]!], { "1ZB": [["1ZA", "a"]] }, "PDF"))).not.toContainEqual(["ppk_1ZB", "a"]);
  });

  it.each(["GIF", "PDF"])(
    "is none under a number that is not ours, but where the carrier masks its numbers (%s)",
    async (format) => {
      const masked = { "1ZB": [["1ZXXX", "x"]] as [string, string][] };
      expect(labelsOf(await ask([all[1]!], masked, format))).toEqual([]);
      expect(labelsOf(await ask([all[1]!], masked, format, "TEST"))).toEqual([["ppk_1ZB", "x"]]);
    },
  );

  it("is its own, in whatever order they come", async () => {
    const both = {
      "1ZA": [
        ["1ZB", "b"],
        ["1ZA", "a"],
      ] as [string, string][],
    };
    expect(labelsOf(await ask(all, both))).toEqual([
      ["ppk_1ZA", "a"],
      ["ppk_1ZB", "b"],
    ]);
  });
});

describe("a PDF of several labels", () => {
  const pdf = async (widths: number[]) => {
    const document = await PDFDocument.create();
    for (const width of widths) document.addPage([width, 100]);
    return { ...file("", "PDF"), format: "PDF" as const, bytes: Buffer.from(await document.save()) };
  };
  const apart = async (widths: number[], trackingNumbers: string[], inForce = all) => {
    const isForAllPackages = trackingNumbers.length > 1;
    const inOne = { purchasedPackageId: "ppk_1ZA", isForAllPackages, trackingNumbers, file: await pdf(widths) };
    const pages = await onePerPackage([inOne], inForce);
    const widthOf = async (bytes: Buffer) => (await PDFDocument.load(bytes)).getPage(0).getWidth();
    return Promise.all(pages.map(async (page) => [page.purchasedPackageId, await widthOf(page.file.bytes)]));
  };

  it("is taken apart in the order in which the carrier names them", async () => {
    expect(await apart([200, 100], ["1ZB", "1ZA"])).toEqual([
      ["ppk_1ZA", 100],
      ["ppk_1ZB", 200],
    ]);
    expect(await apart([100, 300, 200], ["1ZA", "1ZVOIDED", "1ZB"])).toEqual([
      ["ppk_1ZA", 100],
      ["ppk_1ZB", 200],
    ]);
  });

  it("leaves its own page to the last package in force, and a lone package all of its pages", async () => {
    expect(await apart([200, 100], ["1ZVOIDED", "1ZA"], bought("1ZA"))).toEqual([["ppk_1ZA", 100]]);
    expect(await apart([100, 300], ["1ZA"], bought("1ZA"))).toEqual([["ppk_1ZA", 100]]);
  });

  it("is nobody's where it has not a page for each", async () => {
    expect(await apart([100, 200, 300], ["1ZA", "1ZB"])).toEqual([]);
    expect(await apart([100, 200], ["1ZA"])).toEqual([]);
  });
});
