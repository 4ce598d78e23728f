import { deflateSync } from "node:zlib";
import { PDFDocument } from "pdf-lib";
import { FileJoiner } from "../../src/shipping/label/file-joiner.js";

const mebibyte = 1_048_576;
const refusal = expect.stringContaining("encrypted, damaged or too large");

async function join(bytes: Buffer): Promise<string | null> {
  return new FileJoiner().add({ format: "PDF", contentType: "application/pdf", bytes });
}

const objects = (...bodies: (string | Buffer)[]) =>
  Buffer.concat([
    Buffer.from("%PDF-1.5\n"),
    ...bodies.map((body, at) =>
      Buffer.concat([Buffer.from(`${at + 1} 0 obj\n`), Buffer.from(body), Buffer.from("\nendobj\n")]),
    ),
    Buffer.from("trailer\n<< /Root 1 0 R >>\n%%EOF"),
  ]);

const stream = (dictionary: string, packed: Buffer) =>
  Buffer.concat([
    Buffer.from(`<< ${dictionary} /Length ${packed.length} >>\nstream\n`),
    packed,
    Buffer.from("\nendstream"),
  ]);

const catalog = "<< /Type /Catalog /Pages 2 0 R >>";
const page = "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 288 432] >>";
const tree = (kids: string) => `<< /Type /Pages /Count 1 /Kids [${kids}] >>`;
const blanks = (bytes: number) => Buffer.alloc(bytes, " ");
const objectStream = "/Type /ObjStm /N 0 /First 0";

async function plainPdf(pages: number): Promise<Buffer> {
  const document = await PDFDocument.create();
  for (let count = 0; count < pages; count++) document.addPage([288, 432]);
  // With object streams, as most programs write it.
  return Buffer.from(await document.save());
}

it("documents of any usual size are joined", async () => {
  expect(await join(await plainPdf(300))).toBeNull();
  expect(await join(objects(catalog, tree("3 0 R"), page))).toBeNull();
  const small = stream(`${objectStream} /Filter /FlateDecode`, deflateSync(blanks(mebibyte)));
  expect(await join(objects(catalog, tree("3 0 R"), page, small))).toBeNull();
});

it.each<[string, () => Buffer]>([
  ["once", () => stream(`${objectStream} /Filter /FlateDecode`, deflateSync(blanks(512 * mebibyte)))],
  [
    "twice",
    () =>
      stream(`${objectStream} /Filter [/FlateDecode /FlateDecode]`, deflateSync(deflateSync(blanks(512 * mebibyte)))),
  ],
  [
    "under a name in hexadecimal",
    () =>
      stream(`${objectStream.replace("ObjStm", "Obj#53tm")} /Filter /FlateDecode`, deflateSync(blanks(512 * mebibyte))),
  ],
  [
    "in a way of which nobody knows how far it unpacks",
    () => stream(`${objectStream} /Filter /LZWDecode`, Buffer.alloc(64)),
  ],
])("what unpacks to hundreds of megabytes is refused before it is unpacked: packed %s", async (_, bomb) => {
  const document = objects(catalog, tree("3 0 R"), page, bomb());
  expect(document.length).toBeLessThan(mebibyte);
  const [startedAt, before] = [performance.now(), process.resourceUsage().maxRSS];
  expect(await join(document)).toEqual(refusal);
  expect(performance.now() - startedAt).toBeLessThan(10_000);
  expect(process.resourceUsage().maxRSS - before).toBeLessThan(300 * 1_024);
});

it("many streams that unpack to too much together are refused", async () => {
  const each = stream(`${objectStream} /Filter /FlateDecode`, deflateSync(blanks(8 * mebibyte)));
  expect(await join(objects(catalog, tree("3 0 R"), page, ...Array(12).fill(each)))).toEqual(refusal);
});

it("a tree of pages whose branches meet again, or lead back, comes to an end", async () => {
  const branches = Array.from({ length: 40 }, (_, at) => tree(`${at + 3} 0 R ${at + 3} 0 R`));
  expect(await join(objects(catalog, ...branches, page))).toEqual(refusal);
  expect(await join(objects(catalog, tree("2 0 R")))).toEqual(refusal);
});
