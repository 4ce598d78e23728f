import { BinaryBitmap, Code128Reader, DecodeHintType, HybridBinarizer, RGBLuminanceSource } from "@zxing/library";
import { renderPage } from "../ups/render-page.js";
import type { TestService } from "./service.js";

/** What the Code 128 on a PDF label says, read from the page as a printer of `dpi` would draw it. */
export async function readBarcode(pdf: Buffer, dpi = 203): Promise<string> {
  const { luminance, width, height } = await renderPage(pdf, dpi);
  const bitmap = new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(luminance, width, height)));
  return new Code128Reader().decode(bitmap, new Map([[DecodeHintType.TRY_HARDER, true]])).getText();
}

/** The bytes that the simulator gives for a label it sold, asked directly, in one of UPS's formats. */
export async function simulatedLabel(service: TestService, trackingNumber: string, format: string): Promise<Buffer> {
  const { url } = service.simulator;
  const token = await fetch(`${url}/security/v1/oauth/token`, {
    method: "POST",
    headers: {
      authorization: `Basic ${Buffer.from("somebody:else").toString("base64")}`,
      "content-type": "application/x-www-form-urlencoded",
    },
    body: "grant_type=client_credentials",
  });
  const { access_token } = (await token.json()) as { access_token: string };
  const answer = await fetch(`${url}/api/labels/v1/recovery`, {
    method: "POST",
    headers: { authorization: `Bearer ${access_token}`, "content-type": "application/json" },
    body: JSON.stringify({
      LabelRecoveryRequest: {
        LabelSpecification: { LabelImageFormat: { Code: format } },
        TrackingNumber: trackingNumber,
      },
    }),
  });
  const { LabelRecoveryResponse } = (await answer.json()) as {
    LabelRecoveryResponse: { LabelResults: { TrackingNumber: string; LabelImage: { GraphicImage: string } }[] };
  };
  const found = LabelRecoveryResponse.LabelResults.find((label) => label.TrackingNumber === trackingNumber);
  return Buffer.from(found?.LabelImage.GraphicImage ?? "", "base64");
}
