import { readFileSync } from "node:fs";
import sharp from "sharp";
import { prepareZXingModule, readBarcodes } from "zxing-wasm/reader";
import { type RequestParts, shipRequest } from "./requests.js";
import { type SimulatedUps, shipPath, startUps } from "./simulator-client.js";

let ups: SimulatedUps;
beforeAll(async () => {
  // The package would fetch its decoder from the internet: it is given the copy that was installed.
  const file = require.resolve("zxing-wasm/reader/zxing_reader.wasm");
  prepareZXingModule({ overrides: { wasmBinary: readFileSync(file).buffer as ArrayBuffer } });
  ups = await startUps();
});
afterAll(() => ups.simulator.close());

/** Grey on white, with the white border a symbol needs, larger than printed: what a scanner's camera sees. */
async function scan(label: Buffer): Promise<string[]> {
  const upright = await sharp(label).extract({ left: 0, top: 0, width: 1200, height: 800 }).rotate(90).toBuffer();
  const picture = sharp(upright)
    .extract({ left: 8, top: 378, width: 244, height: 216 })
    .extend({ top: 40, bottom: 40, left: 40, right: 40, background: "white" });
  const { data, info } = await sharp(await picture.toBuffer())
    .resize({ width: 1296 })
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const image = {
    data: new Uint8ClampedArray(data),
    width: info.width,
    height: info.height,
    colorSpace: "srgb",
  } as Parameters<typeof readBarcodes>[0];
  const found = await readBarcodes(image, { formats: ["MaxiCode"], tryHarder: true, isPure: false });
  return found.map((code) => code.text);
}

async function ship(parts: RequestParts) {
  const { body } = await ups.post(shipPath, shipRequest({ labelFormat: "GIF", ...parts }));
  const [result] = body.ShipmentResponse.ShipmentResults.PackageResults;
  return {
    trackingNumber: result.TrackingNumber as string,
    label: Buffer.from(result.ShippingLabel.GraphicImage, "base64"),
  };
}

it("a scanner reads the MaxiCode: it names the package and where it goes", async () => {
  const { trackingNumber, label } = await ship({});
  const [text] = await scan(label);
  const [header, version, postalCode, country, service, serial, carrier, account] = text!.split(/[␝␞]/);
  expect({ header, version, postalCode, country, service, serial, carrier, account }).toEqual({
    header: "[)>",
    version: "01",
    postalCode: "96606030000",
    country: "840",
    service: "003",
    serial: `1Z${trackingNumber.slice(-8)}`,
    carrier: "UPSN",
    account: trackingNumber.slice(2, 8),
  });
});
