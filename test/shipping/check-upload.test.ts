import { checkUpload } from "../../src/shipping/document/check-upload.js";
import { contentTypes } from "../../src/shipping/document/content-types.js";
import { decodeBase64, decodedLength } from "../../src/shipping/document/decode-base64.js";
import type { UploadInput } from "../../src/shipping/document/upload-input.js";
import { documentLimits } from "../../src/ups/paperless/document-limits.js";
import { files } from "../support/documents.js";

const input = (over: Partial<UploadInput>): UploadInput => ({
  kind: "DECLARATION",
  fileName: "paper.txt",
  base64: "b25l",
  ...over,
});
const codes = (over: Partial<UploadInput>, environment: "TEST" | "PRODUCTION" = "PRODUCTION") => {
  const checked = checkUpload(input(over), documentLimits(environment));
  return Array.isArray(checked) ? checked.map(({ code, field }) => `${code} ${field?.join(".")}`) : [];
};
const text = (bytes: number) => Buffer.alloc(bytes, "x").toString("base64");

it("takes 1 MB in UPS's test environment and 10 MB elsewhere, to the byte", () => {
  const megabyte = 1024 * 1024;
  expect(codes({ base64: text(megabyte) }, "TEST")).toEqual([]);
  expect(codes({ base64: text(megabyte + 1) }, "TEST")).toEqual(["TOO_LONG input.base64"]);
  expect(codes({ base64: text(megabyte + 1) })).toEqual([]);
  expect(codes({ base64: text(10 * megabyte) })).toEqual([]);
  expect(codes({ base64: text(10 * megabyte + 1) })).toEqual(["TOO_LONG input.base64"]);
});

it("takes every format by its own beginning alone, and a picture whatever picture its name says", () => {
  const families = [
    ["doc", "xls"],
    ["docx", "xlsx"],
    ["bmp", "gif", "jpg", "png", "tif"],
  ];
  const isSame = (a: string, b: string) =>
    a === b || families.some((family) => family.includes(a) && family.includes(b));
  for (const [ending, bytes] of Object.entries(files)) {
    for (const format of Object.keys(files)) {
      // Text is whatever holds no zero byte.
      const isTaken = isSame(format, ending) || (format === "txt" && !bytes.includes(0));
      const answer = codes({ fileName: `paper.${format}`, base64: bytes.toString("base64") });
      expect([ending, format, answer]).toEqual([ending, format, isTaken ? [] : ["INVALID input.base64"]]);
    }
  }
});

it("sends a picture as what its bytes are", () => {
  const checked = checkUpload(
    input({ fileName: "scan.bmp", base64: files.gif!.toString("base64") }),
    documentLimits("PRODUCTION"),
  );
  expect(checked).toMatchObject({ name: "scan.bmp", format: "gif" });
});

it("refuses texts and programs that are named as something else", () => {
  const windows = Buffer.from("4d5a90000300000004000000ffff0000", "hex");
  const linux = Buffer.from("7f454c4602010100000000000000000000", "hex");
  const named = (name: string, bytes: Buffer) => codes({ fileName: name, base64: bytes.toString("base64") });
  for (const name of ["invoice.pdf", "scan.png", "scan.jpeg", "list.xlsx"]) {
    expect([name, ...named(name, Buffer.from("just words"))]).toEqual([name, "INVALID input.base64"]);
    for (const bytes of [windows, linux]) expect([name, ...named(name, bytes)]).toEqual([name, "INVALID input.base64"]);
  }
});

it("takes a PDF behind a few bytes, and pictures of either byte order", () => {
  const taken = (fileName: string, bytes: Buffer) => codes({ fileName, base64: bytes.toString("base64") });
  expect(taken("a.pdf", Buffer.from("\uFEFF\n%PDF-1.4"))).toEqual([]);
  expect(taken("a.pdf", Buffer.from(`${" ".repeat(2000)}%PDF-1.4`))).toEqual(["INVALID input.base64"]);
  expect(taken("a.tif", Buffer.from("4d4d002a00", "hex"))).toEqual([]);
});

it("reads base64 as strictly as it is written", () => {
  for (const good of ["b25l", "b25lIA==", "b25lICE=", "+/+/"]) {
    expect(decodeBase64(good)?.toString("base64")).toBe(good);
    expect(decodedLength(good)).toBe(Buffer.from(good, "base64").length);
  }
  for (const bad of ["b25", "b25lIA=", "b25lIB==", "b25l=", "-_-_", " b25l", "b25l\n", "b25l!", "bü5l"]) {
    expect([bad, decodeBase64(bad)]).toEqual([bad, null]);
  }
});

it("knows what to serve every format as", () => {
  expect(Object.keys(contentTypes).sort()).toEqual([...documentLimits("PRODUCTION").formats].sort());
  for (const type of Object.values(contentTypes)) expect(type).not.toMatch(/html|svg|xml$/);
});
