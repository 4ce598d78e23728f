import { PDFDocument } from "pdf-lib";
import { ownAccount, recoveryRequest, shipRequest } from "./requests.js";
import {
  type Body,
  errorCode,
  recoveryPath,
  type SimulatedUps,
  shipPath,
  startUps,
  voidPath,
} from "./simulator-client.js";

let ups: SimulatedUps;
beforeEach(async () => {
  ups = await startUps({ now: () => new Date("2026-03-02T15:00:00Z") });
});
afterEach(() => ups.simulator.close());

async function book(reference: string, labelFormat = "ZPL"): Promise<{ numbers: string[]; labels: string[] }> {
  const packages = [{ ReferenceNumber: [{ Value: reference }] }, { ReferenceNumber: [{ Value: reference }] }];
  const { body } = await ups.post(shipPath, shipRequest({ packages, labelFormat }));
  const results: Body[] = body.ShipmentResponse.ShipmentResults.PackageResults;
  return {
    numbers: results.map((pkg) => pkg.TrackingNumber),
    labels: results.map((pkg) => pkg.ShippingLabel.GraphicImage),
  };
}

const recover = (by: Parameters<typeof recoveryRequest>[0], format?: string) =>
  ups.post(recoveryPath, recoveryRequest(by, format));

it.each(["ZPL", "EPL", "SPL", "GIF"])(
  "gives back by reference the %s labels that were bought, without charges",
  async (format) => {
    const { numbers, labels } = await book("PAB12CD34EF56", format);
    const { status, body } = await recover({ reference: "PAB12CD34EF56" }, format);
    expect(status).toBe(200);
    const answer = body.LabelRecoveryResponse;
    expect(Object.keys(answer)).toEqual(["Response", "ShipmentIdentificationNumber", "LabelResults"]);
    expect(answer.ShipmentIdentificationNumber).toBe(numbers[0]);
    expect(answer.LabelResults.map((result: Body) => result.TrackingNumber)).toEqual(numbers);
    expect(answer.LabelResults.map((result: Body) => result.LabelImage.GraphicImage)).toEqual(labels);
    expect(answer.LabelResults[0].LabelImage.LabelImageFormat.Code).toBe(format);
  },
);

it("finds the shipment by any of its tracking numbers", async () => {
  const { numbers } = await book("PFIRST");
  await book("PSECOND");
  for (const trackingNumber of numbers) {
    const { body } = await recover({ trackingNumber });
    expect(body.LabelRecoveryResponse.ShipmentIdentificationNumber).toBe(numbers[0]);
  }
});

it("gives all labels as one 4 x 6 inch PDF on the first result", async () => {
  const { numbers } = await book("PPDF");
  const { LabelResults } = (await recover({ trackingNumber: numbers[0] ?? "" }, "PDF")).body.LabelRecoveryResponse;
  expect(LabelResults.map((result: Body) => "LabelImage" in result)).toEqual([true, false]);
  const pdf = await PDFDocument.load(Buffer.from(LabelResults[0].LabelImage.GraphicImage, "base64"));
  expect(pdf.getPages().map((page) => page.getSize())).toEqual([
    { width: 288, height: 432 },
    { width: 288, height: 432 },
  ]);
});

it("names the candidates when a reference fits several shipments", async () => {
  const { numbers } = await book("PTWICE");
  const other = await ups.control.bookBehindTheBack({ shipperNumber: ownAccount, reference: "PTWICE" });
  const { body } = await recover({ reference: "PTWICE" });
  expect(body.LabelRecoveryResponse.LabelResults).toBeUndefined();
  expect(body.LabelRecoveryResponse.TrackingCandidate).toEqual(
    [numbers[0], other.shipmentIdentificationNumber].map((TrackingNumber) => ({
      TrackingNumber,
      DestinationPostalCode: "60603",
      DestinationCountryCode: "US",
      PickupDateRange: { BeginDate: "20260302", EndDate: "20260302" },
    })),
  );
});

it("finds nothing for a foreign reference or another shipper", async () => {
  await ups.control.bookBehindTheBack({ shipperNumber: "ZZZZZZ", reference: "PFOREIGN" });
  for (const reference of ["PNEVER", "PFOREIGN"]) {
    const answer = await recover({ reference });
    expect([answer.status, errorCode(answer)]).toEqual([400, "9801031"]);
  }
});

it("says of a voided shipment that it is voided, and finds the live one beside it", async () => {
  const { numbers } = await book("PGONE");
  await ups.delete(`${voidPath}/${numbers[0]}`);
  for (const by of [{ reference: "PGONE" }, { trackingNumber: numbers[1] ?? "" }]) {
    const answer = await recover(by);
    expect([answer.status, errorCode(answer)]).toEqual([400, "9801040"]);
  }
  const again = await book("PGONE");
  const { body } = await recover({ reference: "PGONE" });
  expect(body.LabelRecoveryResponse.ShipmentIdentificationNumber).toBe(again.numbers[0]);
});

it.each(["PDF", "GIF"])("refuses a stock size beside %s", async (format) => {
  const { numbers } = await book("PSTOCK");
  const request: Body = recoveryRequest({ trackingNumber: numbers[0] ?? "" }, format);
  request.LabelRecoveryRequest.LabelSpecification.LabelStockSize = { Height: "6", Width: "4" };
  const answer = await ups.post(recoveryPath, request);
  expect([answer.status, errorCode(answer)]).toEqual([400, "9801050"]);
});

it("needs a number, or a reference with a shipper number", async () => {
  expect(errorCode(await ups.post(recoveryPath, { LabelRecoveryRequest: {} }))).toBe("20007");
  const request: Body = recoveryRequest({ reference: "PX" });
  delete request.LabelRecoveryRequest.ReferenceValues.ShipperNumber;
  expect(errorCode(await ups.post(recoveryPath, request))).toBe("20007");
});

it("shows a booking only after the lag that a test asked for", async () => {
  await ups.control.addFault({ operation: "RECOVER_LABEL", kind: "RECOVERY_LAG", seconds: 120 });
  await book("PLAG");
  await ups.control.advanceClock(119);
  expect((await recover({ reference: "PLAG" })).status).toBe(400);
  await ups.control.advanceClock(1);
  expect((await recover({ reference: "PLAG" })).status).toBe(200);
});
