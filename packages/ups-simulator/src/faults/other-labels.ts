import { randomBytes } from "node:crypto";
import type { Answer } from "../answer.js";
import type { LabelImage } from "./fault.js";
import { hugePicture } from "./huge-picture.js";

interface Label {
  GraphicImage?: string;
  ImageFormat?: unknown;
  LabelImageFormat?: unknown;
}

/** The answer of Ship or Label Recovery with other images on its labels, called what `named` says; `""`: nothing. */
export async function withOtherLabels(answer: Answer, image: LabelImage, named?: string): Promise<Answer> {
  const body = structuredClone(answer.body);
  for (const label of labelsIn(body)) {
    label.GraphicImage = await otherImage(label.GraphicImage ?? "", image);
    const part = "LabelImageFormat" in label ? "LabelImageFormat" : "ImageFormat";
    if (named === "") delete label[part];
    else if (named !== undefined) label[part] = { Code: named, Description: named };
  }
  return { ...answer, body };
}

function labelsIn(node: unknown): Label[] {
  if (typeof node !== "object" || node === null) return [];
  return Object.entries(node).flatMap(([name, value]) =>
    name === "ShippingLabel" || name === "LabelImage" ? [value as Label] : labelsIn(value),
  );
}

const dot = "R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7";
const page = "<!DOCTYPE html><html><body><img src='./label.gif'></body></html>";

async function otherImage(base64: string, image: LabelImage): Promise<string> {
  if (image === "EMPTY") return "";
  if (image === "DOT") return dot;
  if (image === "HTML") return Buffer.from(page).toString("base64");
  if (image === "NOISE") return randomBytes(64).toString("base64");
  if (image === "HUGE") return hugePicture().toString("base64");
  if (image === "LINES") return base64.replace(/(.{76})/g, "$1\r\n");
  if (image === "DATA_URL") return `data:image/gif;base64,${base64}`;
  return (await redrawn(Buffer.from(base64, "base64"), image)).toString("base64");
}

/** Of UPS's 1400 x 800 picture; what is no picture stays. */
async function redrawn(bytes: Buffer, image: LabelImage): Promise<Buffer> {
  const { default: sharp } = await import("sharp");
  if (
    !bytes
      .subarray(0, 8)
      .toString("latin1")
      .match(/^(GIF8|.PNG)/)
  )
    return bytes;
  const label = sharp(bytes).extract({ left: 0, top: 0, width: 1200, height: 800 });
  if (image === "PNG") return sharp(bytes).png().toBuffer();
  if (image === "JPEG") return sharp(bytes).jpeg().toBuffer();
  if (image === "UPRIGHT") return label.rotate(90).gif().toBuffer();
  // As long as a stock of 8 inches, with something on its last two.
  const tail = Buffer.from('<svg width="360" height="700"><rect width="300" height="600" x="30" y="40"/></svg>');
  const long = await label.extend({ right: 400, background: "white" }).png().toBuffer();
  if (image === "LONG")
    return sharp(long)
      .composite([{ input: tail, left: 1220, top: 50 }])
      .gif()
      .toBuffer();
  return label.resize(1234, 987, { fit: "fill" }).gif().toBuffer();
}
