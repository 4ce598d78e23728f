import { parseRecovery } from "../../src/ups/shipping/parse-recovery.js";
import { parseShip } from "../../src/ups/shipping/parse-ship.js";
import { parseLabelFile } from "../../src/ups/words/label-format.js";

const base64 = (bytes: string) => Buffer.from(bytes, "latin1").toString("base64");
const png = "\x89PNG\r\n\x1a\nrest";
const epl = '\nN\nq812\nA20,20,0,2,1,1,N,"NAME"\nP1\n';
const spl = "\x1b@NAME\r\n\x1bd\x02";
const page = "<!DOCTYPE html><html><body>^XA is no label</body></html>";

it.each([
  ["GIF", "GIF89a...", "GIF", "image/gif"],
  ["gif", "GIF87a...", "GIF", "image/gif"],
  ["PNG", png, "PNG", "image/png"],
  ["GIF", png, "PNG", "image/png"],
  ["", png, "PNG", "image/png"],
  ["GIF", "\xff\xd8\xff\xe0....", "JPEG", "image/jpeg"],
  ["GIF", "%PDF-1.4 ...", "PDF", "application/pdf"],
  ["ZPL", "\n^XA\r\n^LRN\r\n^XZ", "ZPL", "application/zpl"],
  ["GIF", "^XA^XZ", "ZPL", "application/zpl"],
  ["zpl ", "{^XA^XZ}", "ZPL", "application/zpl"],
  ["EPL", epl, "EPL", "application/epl"],
  ["", epl, "EPL", "application/epl"],
  ["EPL2", "\x02raw graphics", "EPL", "application/epl"],
  ["SPL", spl, "SPL", "application/spl"],
  ["", spl, "SPL", "application/spl"],
  ["GIF", page, "HTML", "text/html"],
  ["ZPL", `\n  <!-- a comment -->\n${page}`, "HTML", "text/html"],
  ["EPL", "<html><head>", "HTML", "text/html"],
  ["GIF", "neither this nor that", "UNKNOWN", "application/octet-stream"],
  ["ZPL", "neither this nor that", "UNKNOWN", "application/octet-stream"],
])("a label called %j is what its bytes are: %j is %s", (named, bytes, format, contentType) => {
  const label = parseLabelFile(named, base64(bytes));
  expect(label).toEqual({ format, contentType, bytes: Buffer.from(bytes, "latin1") });
});

it.each([
  ["with line breaks", base64(`GIF89a${"x".repeat(90)}`).replace(/(.{40})/g, "$1\r\n"), 96],
  [
    "with line breaks as an answer has escaped them",
    base64(`GIF89a${"x".repeat(90)}`).replace(/(.{40})/g, "$1&#xD;"),
    96,
  ],
  ["as a data URL", `data:image/gif;base64,${base64("GIF89a...")}`, 9],
  ["for addresses", "R0lGODlh-_-_", 9],
  ["that is none, but the file", "^XA^FDone^FS^XZ\n", 16],
])("reads base64 %s", (_, written, length) => {
  const label = parseLabelFile("", written);
  expect([label?.format, label?.bytes.length]).toEqual([written.startsWith("^") ? "ZPL" : "GIF", length]);
});

it("has no label where there are no bytes", () => {
  expect([parseLabelFile("GIF", ""), parseLabelFile("GIF", "  \n")]).toEqual([null, null]);
});

const shipped = (label: object) => ({
  ShipmentResponse: {
    Response: { ResponseStatus: { Code: "1" } },
    ShipmentResults: {
      ShipmentIdentificationNumber: "1Z1",
      PackageResults: [{ TrackingNumber: "1Z1", ShippingLabel: label }],
    },
  },
});
const recovered = (label: object) => ({
  LabelRecoveryResponse: {
    Response: { ResponseStatus: { Code: "1" } },
    ShipmentIdentificationNumber: "1Z1",
    LabelResults: { TrackingNumber: "1Z1", LabelImage: label },
  },
});

it.each([
  ["a code", { Code: "PNG", Description: "PNG" }],
  ["text", "PNG"],
  ["null", null],
  ["nothing", undefined],
  ["empty text", ""],
  ["a list", [{ Code: "PNG" }]],
  ["another format", { Code: "GIF" }],
])("a purchase is read whose PNG label names its format by %s", (_, ImageFormat) => {
  const GraphicImage = base64(png);
  const bought = parseShip(shipped({ ImageFormat, GraphicImage }), 1);
  expect(bought?.value.packages[0]?.label).toMatchObject({ format: "PNG", contentType: "image/png" });
  const found = parseRecovery(recovered({ LabelImageFormat: ImageFormat, GraphicImage }))?.value;
  expect(found).toMatchObject({ found: "ONE", shipment: { packages: [{ label: { format: "PNG" } }] } });
});

it("a purchase is read whose label is a page or bytes of nothing", () => {
  for (const [bytes, format] of [
    [page, "HTML"],
    ["\x01\x02\x03\x04", "UNKNOWN"],
  ] as const) {
    const label = { ImageFormat: { Code: "GIF" }, GraphicImage: base64(bytes) };
    expect(parseShip(shipped(label), 1)?.value.packages[0]?.label?.format).toBe(format);
  }
});

it.each([[""], [null], [undefined], [[]], [{}]])(
  "a purchase without the bytes of its label (%j) keeps its number, and its label is one without bytes",
  (GraphicImage) => {
    const [pkg] = parseShip(shipped({ ImageFormat: { Code: "GIF" }, GraphicImage }), 1)?.value.packages ?? [];
    expect(pkg?.trackingNumber).toBe("1Z1");
    expect(pkg?.label).toEqual({ format: "UNKNOWN", contentType: "application/octet-stream", bytes: Buffer.alloc(0) });
  },
);
