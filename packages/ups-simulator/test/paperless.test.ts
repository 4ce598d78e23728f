import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { form, noSuchDocument, push, remove, upload, uploadPath, uploadRequest } from "./paperless-requests.js";
import { ottawa, ownAccount, shipRequest } from "./requests.js";
import { errorCode, type SimulatedUps, shipPath, startUps, voidPath } from "./simulator-client.js";

const formats = "bmp doc gif jpg pdf png rtf tif txt xls docx xlsx".split(" ");

let ups: SimulatedUps;
let dataDir: string;
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), "ups-simulator-"));
  ups = await startUps({ dataDir });
});
afterEach(async () => {
  await ups.simulator.close();
  await rm(dataDir, { recursive: true });
});

const abroad = (InternationalForms?: object) =>
  shipRequest({
    to: ottawa,
    service: "11",
    shipment: {
      InvoiceLineTotal: { CurrencyCode: "USD", MonetaryValue: "20" },
      ...(InternationalForms && { ShipmentServiceOptions: { InternationalForms } }),
    },
  });

async function book(forms?: object): Promise<string> {
  const { body } = await ups.post(shipPath, abroad(forms));
  return body.ShipmentResponse.ShipmentResults.ShipmentIdentificationNumber;
}

async function uploaded(): Promise<string> {
  return (await upload(ups)).body.UploadResponse.FormsHistoryDocumentID.DocumentID[0];
}

describe("Upload", () => {
  it.each(formats)("takes %s", async (format) => {
    const answer = await upload(ups, form({ UserCreatedFormFileFormat: format }));
    expect(answer.status).toBe(200);
    const { DocumentID } = answer.body.UploadResponse.FormsHistoryDocumentID;
    expect(DocumentID).toEqual([expect.stringMatching(/^\d{4}-\d\d-\d\d-\d\d\.\d\d\.\d\d\.\d{6}$/)]);
    expect(await ups.control.documents()).toMatchObject([{ documentId: DocumentID[0], format, byteLength: 18 }]);
  });

  it("gives each of several forms a number of its own, and the same file another one next time", async () => {
    const many = await upload(
      ups,
      Array.from({ length: 13 }, () => form()),
    );
    const ids = [...many.body.UploadResponse.FormsHistoryDocumentID.DocumentID, await uploaded()];
    expect(new Set(ids).size).toBe(14);
  });

  it.each([
    ["fourteen forms", Array.from({ length: 14 }, () => form()), "10006"],
    ["no form", [], "20007"],
    ["another format", [form({ UserCreatedFormFileFormat: "exe" })], "10006"],
    ["another type", [form({ UserCreatedFormDocumentType: "014" })], "10006"],
    ["a name of 301 characters", [form({ UserCreatedFormFileName: "x".repeat(301) })], "10006"],
    ["what is not base64", [form({ UserCreatedFormFile: "no base64!" })], "10006"],
    ["no file", [form({ UserCreatedFormFile: "" })], "20007"],
    [
      "a file above 10 MB",
      [form({ UserCreatedFormFile: Buffer.alloc(10 * 1024 * 1024 + 1).toString("base64") })],
      "10006",
    ],
    ["a name that it does not know", [form({ Colour: "red" })], "10002"],
  ])("refuses %s", async (_, forms, code) => {
    const answer = await upload(ups, forms);
    expect([answer.status, errorCode(answer)]).toEqual([400, code]);
    expect(await ups.control.documents()).toEqual([]);
  });

  it("refuses accounts that may not upload, each in its way", async () => {
    expect(errorCode(await upload(ups, [form()], "A1B2CU"))).toBe("9590018");
    expect(errorCode(await upload(ups, [form()], "000000"))).toBe("9590018");
    expect(errorCode(await upload(ups, [form()], ownAccount, await ups.token("bound-to-Z9Y8X7")))).toBe("9590018");
    expect(errorCode(await upload(ups, [form()], ownAccount, await ups.token("without-paperless")))).toBe("250002");
  });

  it("wants the account in the header and the same one in the body", async () => {
    expect(errorCode(await ups.post(uploadPath, uploadRequest()))).toBe("20007");
    const other = await ups.post(uploadPath, uploadRequest(), undefined, { ShipperNumber: "Z9Y8X7" });
    expect(errorCode(other)).toBe("10006");
  });

  it("keeps no file in the log of requests", async () => {
    await upload(ups);
    expect(JSON.stringify(await ups.control.requests())).not.toContain(form().UserCreatedFormFile);
  });
});

describe("Delete", () => {
  it("works once, for the document's owner", async () => {
    const id = await uploaded();
    expect(errorCode(await remove(ups, id, "Z9Y8X7"))).toBe("9590022");
    expect((await remove(ups, id)).status).toBe(200);
    const again = await remove(ups, id);
    expect([again.status, errorCode(again)]).toEqual([400, "9590022"]);
  });

  it("tells a missing product and a missing leave apart from an unknown document", async () => {
    expect(errorCode(await remove(ups, noSuchDocument))).toBe("9590022");
    expect(errorCode(await remove(ups, noSuchDocument, "A1B2CU"))).toBe("9590018");
    expect(errorCode(await remove(ups, noSuchDocument, ownAccount, await ups.token("without-paperless")))).toBe(
      "250002",
    );
  });
});

describe("Push", () => {
  it("ties documents to a booked shipment, over a restart too", async () => {
    const [shipment, id] = [await book(), await uploaded()];
    expect((await push(ups, [id], shipment)).status).toBe(200);
    await ups.simulator.close();
    ups = await startUps({ dataDir });
    expect(await ups.control.documents()).toMatchObject([{ documentId: id, shipments: [shipment] }]);
    expect(await uploaded()).not.toBe(id);
  });

  it("refuses unknown and voided shipments, foreign tracking numbers, deleted and too many documents", async () => {
    const [shipment, id] = [await book(), await uploaded()];
    expect(errorCode(await push(ups, [id], "1ZA1B2C30300000999"))).toBe("10006");
    expect(errorCode(await push(ups, [id], shipment, { TrackingNumber: [await book()] }))).toBe("10006");
    expect(errorCode(await push(ups, [id], shipment, { ShipmentDateAndTime: "20260501" }))).toBe("10006");
    const many = (
      await upload(
        ups,
        Array.from({ length: 13 }, () => form()),
      )
    ).body;
    expect((await push(ups, many.UploadResponse.FormsHistoryDocumentID.DocumentID, shipment)).status).toBe(200);
    expect(errorCode(await push(ups, [id], shipment))).toBe("10006");
    await remove(ups, id);
    expect(errorCode(await push(ups, [id], await book()))).toBe("9590022");
    await ups.delete(`${voidPath}/${shipment}`);
    expect(errorCode(await push(ups, [await uploaded()], shipment))).toBe("10006");
  });
});

describe("Ship", () => {
  it("takes documents by form type 07 and says so of them", async () => {
    const [first, second] = [await uploaded(), await uploaded()];
    const shipment = await book({ FormType: ["07"], UserCreatedForm: { DocumentID: [first, second] } });
    expect((await ups.control.documents()).map(({ shipments }) => shipments)).toEqual([[shipment], [shipment]]);
  });

  it("makes no second invoice beside an uploaded one", async () => {
    const { body } = await upload(ups, [form({ UserCreatedFormDocumentType: "002" })]);
    const [DocumentID] = body.UploadResponse.FormsHistoryDocumentID.DocumentID;
    const buyer = { Name: "Library", AttentionName: "Library", Address: ottawa };
    const poster = {
      ...{ Description: ["Posters"], CommodityCode: "4911.91", OriginCountryCode: "US" },
      Unit: { Number: "1", UnitOfMeasurement: { Code: "PCS" }, Value: "20.00" },
    };
    const declared = {
      ...{ Contacts: { SoldTo: buyer }, Product: [poster], InvoiceNumber: "1", InvoiceDate: "20260302" },
      ...{ ReasonForExport: "SALE", CurrencyCode: "USD", UserCreatedForm: { DocumentID } },
    };
    const ship = async (FormType: string[]) => ups.post(shipPath, abroad({ FormType, ...declared }));
    expect(errorCode(await ship(["01", "07"]))).toBe("128241");
    expect((await ship(["07"])).status).toBe(200);
  });

  it("refuses unknown, expired and unannounced documents and books nothing", async () => {
    const id = await uploaded();
    const ship = async (forms: object) => errorCode(await ups.post(shipPath, abroad(forms)));
    expect(await ship({ FormType: "07", UserCreatedForm: { DocumentID: noSuchDocument } })).toBe("9590022");
    expect(await ship({ FormType: "07" })).toBe("20007");
    expect(await ship({ UserCreatedForm: { DocumentID: [id] } })).toBe("10006");
    await ups.control.advanceClock(181 * 86_400);
    const token = await ups.token();
    const late = await ups.post(shipPath, abroad({ FormType: "07", UserCreatedForm: { DocumentID: [id] } }), token);
    expect(errorCode(late)).toBe("9590022");
    expect(await ups.control.ledger()).toEqual([]);
  });
});
