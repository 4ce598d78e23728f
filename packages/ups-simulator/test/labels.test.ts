import { BinaryBitmap, Code128Reader, DecodeHintType, HybridBinarizer, RGBLuminanceSource } from "@zxing/library";
import sharp, { type Sharp } from "sharp";
import { labelArtwork } from "../src/labels/label-artwork.js";
import { labelContent } from "../src/labels/label-content.js";
import { asciiOf } from "../src/labels/vector-text.js";
import { Ledger } from "../src/ledger/ledger.js";
import { numberShipment } from "../src/products/shipping/number-shipment.js";
import { readShipment } from "../src/request/read-shipment.js";
import { chicago, munich, newYork, ottawa, paris, type RequestParts, shipRequest } from "./requests.js";
import { type Body, errorCode, type SimulatedUps, shipPath, startUps } from "./simulator-client.js";

let ups: SimulatedUps;
beforeAll(async () => {
  ups = await startUps({ now: () => new Date("2026-03-02T15:00:00Z") });
});
afterAll(() => ups.simulator.close());

async function ship(parts: RequestParts): Promise<{ trackingNumber: string; label: Buffer; result: Body }> {
  const { body } = await ups.post(shipPath, shipRequest(parts));
  const [result] = body.ShipmentResponse.ShipmentResults.PackageResults;
  const label = Buffer.from(result.ShippingLabel.GraphicImage, "base64");
  return { trackingNumber: result.TrackingNumber, label, result };
}

/** The 4 x 6 inch label as one holds it: turned clockwise, the blank columns cut off. */
const upright = (image: Buffer) => sharp(image).extract({ left: 0, top: 0, width: 1200, height: 800 }).rotate(90);

async function decodeCode128(image: Sharp): Promise<string> {
  const { data, info } = await image.greyscale().raw().toBuffer({ resolveWithObject: true });
  const source = new RGBLuminanceSource(new Uint8ClampedArray(data), info.width, info.height);
  const bitmap = new BinaryBitmap(new HybridBinarizer(source));
  return new Code128Reader().decode(bitmap, new Map([[DecodeHintType.TRY_HARDER, true]])).getText();
}

it.each(["GIF", "PNG"])("draws a %s of 1400 x 800 whose barcode reads as the tracking number", async (labelFormat) => {
  const { trackingNumber, label, result } = await ship({ labelFormat });
  const { format, width, height } = await sharp(label).metadata();
  expect([format?.toUpperCase(), width, height]).toEqual([labelFormat, 1400, 800]);
  expect(result.ShippingLabel.HTMLImage).toEqual(expect.any(String));
  expect(await decodeCode128(upright(label))).toBe(trackingNumber);
});

it("keeps the barcode readable for every shape of account number", async () => {
  for (const account of ["123456", "ZZZZZZ", "A1B2C3", "00000W"]) {
    const shipment = {
      PaymentInformation: { ShipmentCharge: [{ Type: "01", BillShipper: { AccountNumber: account } }] },
    };
    const { trackingNumber, label } = await ship({ labelFormat: "GIF", account, shipment });
    expect(await decodeCode128(upright(label))).toBe(trackingNumber);
  }
});

it("draws labels for the longest names and for places without postal codes", async () => {
  const long = { AddressLine: Array.from({ length: 3 }, () => "W".repeat(35)), City: "Ä".repeat(30) };
  const destinations = [
    { ...paris, ...long },
    { ...chicago, ...long, PostalCode: "60603-1234" },
    { ...ottawa, ...long },
    { ...long, CountryCode: "AE" },
    { ...long, PostalCode: "100-0001", CountryCode: "JP" },
    { ...long, PostalCode: "00901", CountryCode: "PR" },
  ];
  for (const to of destinations) {
    const service = to.CountryCode === "US" || to.CountryCode === "PR" ? "01" : "07";
    const shipment = { InvoiceLineTotal: { CurrencyCode: "USD", MonetaryValue: "10" } };
    const weight = { PackageWeight: { UnitOfMeasurement: { Code: "LBS" }, Weight: "149.5" } };
    const parts = { labelFormat: "GIF", to, toName: "W".repeat(35), service, shipment, pkg: weight };
    const { trackingNumber, label } = await ship(parts);
    expect(await decodeCode128(upright(label))).toBe(trackingNumber);
  }
});

it("prints the postal code as a barcode too, inside the United States", async () => {
  const { label } = await ship({ labelFormat: "GIF" });
  const page = await upright(label).png().toBuffer();
  const strip = sharp(page).extract({ left: 262, top: 448, width: 538, height: 78 });
  expect(await decodeCode128(strip)).toBe("42060603");
});

interface Area {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** How dark an area is: 0 white, 1 black. */
async function darkness(image: Buffer, area: Area): Promise<number> {
  const pixels = await sharp(image).extract(area).greyscale().raw().toBuffer();
  return pixels.reduce((sum, value) => sum + (255 - value), 0) / (255 * pixels.length);
}

it("leaves the columns beside the label blank and the quiet zones white", async () => {
  const { label } = await ship({ labelFormat: "GIF" });
  expect(await darkness(label, { left: 1200, top: 0, width: 200, height: 800 })).toBe(0);
  const page = await upright(label).png().toBuffer();
  for (const left of [0, 760]) expect(await darkness(page, { left, top: 703, width: 40, height: 200 })).toBe(0);
  expect(await darkness(page, { left: 100, top: 703, width: 600, height: 200 })).toBeGreaterThan(0.3);
});

async function artworkOf(parts: RequestParts): Promise<string> {
  const request = readShipment((shipRequest(parts) as Body).ShipmentRequest.Shipment);
  const terms = { at: new Date(0), total: { amount: "1.00", currencyCode: "USD" }, transId: "", labelFormat: "GIF" };
  return labelArtwork(labelContent(numberShipment(await Ledger.open(), request, terms), 0));
}

it("draws text as outlines: no font of the machine is asked for", async () => {
  const artwork = await artworkOf({});
  expect(artwork).not.toMatch(/<text|font-family/);
  expect(artwork.match(/<path/g)?.length).toBeGreaterThan(200);
});

it("shows text in the picture: a longer name makes more ink", async () => {
  const ink = async (toName: string) => {
    const { label } = await ship({ labelFormat: "PNG", toName });
    return darkness(await upright(label).png().toBuffer(), { left: 100, top: 170, width: 690, height: 200 });
  };
  expect(await ink("Museum of Science and Industry")).toBeGreaterThan((await ink("Mo")) * 1.1);
});

it("carries in the MaxiCode the postal code, country, class and number, by mode", async () => {
  const content = async (parts: RequestParts) => {
    const request = readShipment((shipRequest(parts) as Body).ShipmentRequest.Shipment);
    const terms = {
      at: new Date("2026-03-02T15:00:00Z"),
      total: { amount: "1.00", currencyCode: "USD" },
      transId: "",
      labelFormat: "GIF",
    };
    return labelContent(numberShipment(await Ledger.open(), request, terms), 0);
  };
  const domestic = await content({});
  const { trackingNumber } = domestic;
  expect(domestic.maxiCode.mode).toBe(2);
  expect(domestic.maxiCode.message.split("\x1d").slice(0, 7)).toEqual([
    "606030000",
    "840",
    "003",
    "[)>\x1e01",
    `961Z${trackingNumber.slice(10, 18)}`,
    "UPSN",
    "A1B2C3",
  ]);
  const abroad = await content({ from: newYork, to: paris, service: "07" });
  expect(abroad.maxiCode.mode).toBe(3);
  expect(abroad.maxiCode.message.split("\x1d").slice(0, 3)).toEqual(["75001 ", "250", "066"]);
});

it("writes ZPL that opens and closes, with MaxiCode and Code 128 for 4 x 6 inches at 203 dpi", async () => {
  const { trackingNumber, label } = await ship({ labelFormat: "ZPL" });
  const zpl = label.toString("latin1");
  expect(zpl).toMatch(/^\^XA\n\^PW812\^LL1218/);
  expect(zpl).toMatch(/\^XZ\n$/);
  expect(zpl).toContain("^BD2,1,1^FH_^FD003840606030000[)>_1E01_1D96");
  expect(zpl).toContain(`^BCN,204,N,N,N,A^FD${trackingNumber}^FS`);
  expect(zpl.match(/\^FO/g)?.length).toBe(zpl.match(/\^FS/g)?.length);
});

it("cannot be broken out of by an address: ZPL and EPL escape their own signs", async () => {
  const toName = '^XZ~JR_"quoted"\\';
  const zpl = (await ship({ labelFormat: "ZPL", toName })).label.toString("latin1");
  expect(zpl.match(/\^XZ/g)).toHaveLength(1);
  expect(zpl).toContain("_5EXZ_7EJR_5F");
  const epl = (await ship({ labelFormat: "EPL", toName })).label.toString("latin1");
  expect(epl).toContain('\\"QUOTED\\"\\\\"');
});

it("writes EPL2 from N to P1 and SPL from initialise to cut", async () => {
  const epl = await ship({ labelFormat: "EPL" });
  const lines = epl.label.toString("latin1").split("\n");
  expect([lines[1], lines.at(-2)]).toEqual(["N", "P1"]);
  expect(lines).toContain(`B110,715,0,1,3,3,204,N,"${epl.trackingNumber}"`);
  const spl = await ship({ labelFormat: "SPL" });
  const text = spl.label.toString("latin1");
  expect(text.startsWith("\x1b@")).toBe(true);
  expect(text.endsWith("\x1bd\x02")).toBe(true);
  expect(text).toContain(`\x1bb613\xa0${spl.trackingNumber}\x1e`);
});

it("prints letters with accents without them", async () => {
  expect(asciiOf("Zürich Łódź Straße København 東京")).toBe("Zurich Lodz Strasse Kobenhavn ??");
  const zpl = (await ship({ labelFormat: "ZPL", from: munich, to: paris, service: "11" })).label.toString("latin1");
  expect(zpl).toContain("MUNCHEN 80538");
});

describe("letters", () => {
  /** The third line of the recipient's block, after the person and the phone. */
  const nameOnLabel = async (toName: string, CharacterSet?: string) => {
    const request = shipRequest({ labelFormat: "ZPL", toName }) as Body;
    if (CharacterSet) request.ShipmentRequest.LabelSpecification.CharacterSet = CharacterSet;
    const answer = await ups.post(shipPath, request);
    if (answer.status !== 200) return errorCode(answer);
    const [result] = answer.body.ShipmentResponse.ShipmentResults.PackageResults;
    const zpl = Buffer.from(result.ShippingLabel.GraphicImage, "base64").toString("latin1");
    return /SHIP TO:.*\n.*\n.*\n.*\^FD(.*)\^FS/.exec(zpl)?.[1];
  };

  it.each([
    ["Świnoujście", undefined, "?WINOUJ?CIE"],
    ["Świnoujście", "pol", "SWINOUJSCIE"],
    ["Świnoujście", "fra", "?WINOUJ?CIE"],
    ["José Núñez", undefined, "JOSE NUNEZ"],
    ["Nº15", undefined, "N?15"],
    ["Nº15", "spa", "No15"],
    ["Доставка", undefined, "????????"],
    ["Доставка", "rus", "DOSTAVKA"],
    ["Доставка", "bul", "????????"],
    ["Αθήνα", "ell", "?????"],
    ["Iğdır", "tur", "IGDIR"],
    ["東京 😀", "fra", "?? ?"],
  ])("prints %s with %s as %s", async (name, language, onLabel) => {
    expect((await nameOnLabel(name, language))?.toUpperCase()).toBe(onLabel.toUpperCase());
  });

  it("refuses a language that UPS does not list", async () => {
    expect(await nameOnLabel("Ada", "jpn")).toBe("20008");
  });
});

it.each([
  ["ZPL", newYork, paris, 1],
  ["EPL", munich, paris, 1],
  ["SPL", munich, paris, 1],
  ["GIF", newYork, paris, 0],
  ["ZPL", newYork, chicago, 0],
])(
  "sends a %s signature label from %j to %j %i times, with the first package",
  async (labelFormat, from, to, count) => {
    const service = to === chicago ? "03" : from === newYork ? "07" : "11";
    const request = shipRequest({ labelFormat, from, to, service, packages: [{}, {}] });
    const { body } = await ups.post(shipPath, request);
    const results: Body[] = body.ShipmentResponse.ShipmentResults.PackageResults;
    const images = results.map(({ ShippingLabel }) => ShippingLabel.InternationalSignatureGraphicImage !== undefined);
    expect(images).toEqual([count === 1, false]);
  },
);

it("marks every label as simulated", async () => {
  for (const labelFormat of ["ZPL", "EPL", "SPL"]) {
    const { label } = await ship({ labelFormat });
    expect(label.toString("latin1")).toContain("SIMULATED - NOT VALID FOR SHIPPING");
  }
});
