import type { DocumentUpload, UploadKind } from "../../src/carrier/documents.js";
import { documentLimits } from "../../src/ups/paperless/document-limits.js";
import { parseDelete, parsePush, parseUpload } from "../../src/ups/paperless/parse-paperless.js";
import {
  deletePath,
  paperlessHeaders,
  serialisePush,
  serialiseUpload,
} from "../../src/ups/paperless/serialise-paperless.js";
import { serialiseShip } from "../../src/ups/shipping/serialise-ship.js";
import { withUploadedForms } from "../../src/ups/shipping/uploaded-forms.js";
import { parseErrors } from "../../src/ups/wire/errors.js";
import { answered } from "../../src/ups/words/alerts.js";
import { anAccount, anAddress, aPackage, aShipRequest, someDetails } from "./builders.js";
import { aDeclaration } from "./customs-builders.js";
import { fixture } from "./fixtures.js";
import { type SimulatedUps, startSimulatedUps } from "./simulated-ups.js";

const aList = (over: Partial<DocumentUpload> = {}): DocumentUpload => ({
  kind: "PACKING_LIST",
  name: "list.txt",
  format: "txt",
  bytes: Buffer.from("one box of posters"),
  ...over,
});

describe("the limits", () => {
  it("are UPS's: twelve formats, thirteen types, a tenth of the size in its test environment", () => {
    const { formats, kinds, ...numbers } = documentLimits("PRODUCTION");
    expect([...formats].sort()).toEqual("bmp doc docx gif jpg pdf png rtf tif txt xls xlsx".split(" "));
    expect(kinds).toHaveLength(13);
    expect(numbers).toEqual({ maxBytes: 10_485_760, maxNameLength: 300, maxPerShipment: 13 });
    expect(documentLimits("SIMULATOR").maxBytes).toBe(10_485_760);
    expect(documentLimits("TEST").maxBytes).toBe(1_048_576);
  });
});

describe("the Paperless requests", () => {
  it("say the account in header and body", () => {
    expect(paperlessHeaders(anAccount())).toEqual({ ShipperNumber: "0A1B2C" });
    expect(serialiseUpload(anAccount(), aList())).toEqual({
      UploadRequest: {
        Request: { TransactionReference: { CustomerContext: "upload" } },
        ShipperNumber: "0A1B2C",
        UserCreatedForm: [
          {
            UserCreatedFormFileName: "list.txt",
            UserCreatedFormFile: "b25lIGJveCBvZiBwb3N0ZXJz",
            UserCreatedFormFileFormat: "txt",
            UserCreatedFormDocumentType: "010",
          },
        ],
      },
    });
  });

  it("number the thirteen types as UPS does", () => {
    const typeOf = (kind: UploadKind) =>
      serialiseUpload(anAccount(), aList({ kind })).UploadRequest.UserCreatedForm[0]?.UserCreatedFormDocumentType;
    expect(documentLimits("PRODUCTION").kinds.map(typeOf)).toEqual(
      Array.from({ length: 13 }, (_, index) => String(index + 1).padStart(3, "0")),
    );
    expect([typeOf("COMMERCIAL_INVOICE"), typeOf("OTHER_CUSTOMS"), typeOf("DECLARATION")]).toEqual([
      "002",
      "008",
      "013",
    ]);
  });

  it("tie documents to a shipment with the time it was booked", () => {
    const request = {
      carrierDocumentIds: ["2026-05-01-10.20.30.000007"],
      shipmentIdentificationNumber: "1Z0A1B2C0300000014",
      trackingNumbers: ["1Z0A1B2C0300000014"],
      bookedAt: new Date("2026-05-01T09:05:07.321Z"),
    };
    expect(serialisePush(anAccount(), request).PushToImageRepositoryRequest).toMatchObject({
      ShipperNumber: "0A1B2C",
      FormsHistoryDocumentID: { DocumentID: ["2026-05-01-10.20.30.000007"] },
      ShipmentIdentifier: "1Z0A1B2C0300000014",
      ShipmentDateAndTime: "2026-05-01-09.05.07",
      ShipmentType: "1",
      TrackingNumber: ["1Z0A1B2C0300000014"],
    });
  });

  it("delete by headers, under a path that never changes", () => {
    expect(deletePath).toBe("/api/paperlessdocuments/v2/DocumentId/ShipperNumber");
    expect(paperlessHeaders(anAccount(), "2026-05-01-10.20.30.000007")).toEqual({
      ShipperNumber: "0A1B2C",
      DocumentId: "2026-05-01-10.20.30.000007",
    });
  });
});

describe("uploaded documents in a Ship request", () => {
  it("have form type 07, beside whatever UPS makes", () => {
    expect(withUploadedForms(null, [], false)).toBeNull();
    expect(withUploadedForms(null, ["a"], true)).toEqual({ FormType: ["07"], UserCreatedForm: { DocumentID: ["a"] } });
    expect(withUploadedForms({ FormType: ["01"], Comments: "none" }, ["a", "b"], false)).toEqual({
      FormType: ["01", "07"],
      Comments: "none",
      UserCreatedForm: { DocumentID: ["a", "b"] },
    });
  });

  it("have no invoice of UPS beside an own one, and keep what is declared", () => {
    expect(withUploadedForms({ FormType: ["01", "11"], Comments: "none" }, ["a"], true)).toEqual({
      FormType: ["11", "07"],
      Comments: "none",
      UserCreatedForm: { DocumentID: ["a"] },
    });
    const details = someDetails({ shipTo: anAddress("toronto"), customs: aDeclaration() });
    const request = aShipRequest({ details, documentIds: ["a"], uploaded: "INVOICE" });
    expect(serialiseShip(anAccount(), request, "purchase-1").ShipmentRequest.Shipment).toMatchObject({
      ShipmentServiceOptions: { InternationalForms: { FormType: ["07"], Product: [{ CommodityCode: "4901.99" }] } },
    });
  });

  it("stand under the shipment's options, and nothing does without documents", () => {
    const ship = (documentIds?: string[]) =>
      serialiseShip(anAccount(), aShipRequest({ documentIds }), "purchase-1").ShipmentRequest.Shipment;
    expect(ship()).not.toHaveProperty("ShipmentServiceOptions.InternationalForms.UserCreatedForm");
    expect(ship(["a"])).toHaveProperty("ShipmentServiceOptions.InternationalForms.UserCreatedForm.DocumentID", ["a"]);
  });
});

describe("the Paperless answers", () => {
  const document = { carrierDocumentId: "2026-05-01-10.20.30.000007", expiresAt: null };

  it("name the document in a list or as text", () => {
    expect(parseUpload(fixture("paperless", "upload-in-a-list"))).toEqual({
      kind: "ANSWERED",
      value: document,
      messages: [{ code: "9590099", severity: "WARNING", text: "An example of an alert" }],
    });
    const asText = parseUpload(fixture("paperless", "upload-as-text-with-empty-containers"));
    expect(asText).toEqual(answered(document));
  });

  it("are no success without a number, with two, or with another status", () => {
    expect(parseUpload(fixture("paperless", "upload-without-a-number"))).toBeNull();
    const answer = (status: string, ids: unknown) => ({
      UploadResponse: {
        Response: { ResponseStatus: { Code: status } },
        FormsHistoryDocumentID: { DocumentID: ids },
      },
    });
    expect(parseUpload(answer("1", "a"))).not.toBeNull();
    expect(parseUpload(answer("1", ["a", "b"]))).toBeNull();
    expect(parseUpload(answer("0", "a"))).toBeNull();
  });

  it("of push and delete are judged by their own status", () => {
    const of = (wrapper: string, Code: string) => ({ [wrapper]: { Response: { ResponseStatus: { Code } } } });
    expect(parsePush(of("PushToImageRepositoryResponse", "1"))).toEqual(answered(null));
    expect(parseDelete(of("DeleteResponse", "1"))).toEqual(answered("DELETED"));
    expect([parsePush(of("PushToImageRepositoryResponse", "0")), parseDelete(of("DeleteResponse", "0"))]).toEqual([
      null,
      null,
    ]);
    expect([parsePush(of("DeleteResponse", "1")), parseDelete({ DeleteResponse: "" })]).toEqual([null, null]);
  });

  it("refuse an account in UPS's usual words", () => {
    const body = { response: { errors: [{ code: "9590018", message: "Not authorised." }] } };
    expect(parseErrors(body)).toMatchObject([{ code: "9590018", severity: "ERROR" }]);
  });
});

describe("the Paperless calls", () => {
  let ups: SimulatedUps;
  beforeAll(async () => {
    ups = await startSimulatedUps();
  });
  beforeEach(() => ups.reset());
  afterAll(() => ups.close());

  const context = { purchaseId: null };
  const upload = (over: Partial<DocumentUpload> = {}, account = anAccount()) =>
    ups.adapter.documents.upload(account, aList(over), context);
  const uploaded = async () => {
    const outcome = await upload();
    if (outcome.kind !== "ANSWERED") throw new Error(outcome.kind);
    return outcome.value.carrierDocumentId;
  };
  const stored = async () => (await ups.control.documents()).filter((document) => document.deletedAt === null);

  it("upload the bytes as they are", async () => {
    const id = await uploaded();
    expect((await stored()).at(-1)).toMatchObject({
      documentId: id,
      shipperNumber: "0A1B2C",
      name: "list.txt",
      type: "010",
      sha256: "f5ee7bfe3a688f9c4e7080e41cbb0ad87fd63b9e4c0d3e654127875b4bceac74",
    });
    expect(ups.calls.at(-1)).toMatchObject({ operation: "UPLOAD_DOCUMENT", httpStatus: 200 });
  });

  it.each([
    ["LOSE_ANSWER", "UNKNOWN", 1],
    ["RESET_BEFORE", "UNKNOWN", 1],
    ["HTML", "UNKNOWN", 1],
    ["RATE_LIMIT", "NOT_SENT", 1],
    ["UNAUTHORIZED", "ANSWERED", 2],
  ] as const)("upload once when the answer is %s: %s", async (kind, outcome, requests) => {
    await upload();
    await ups.control.clearRequests();
    await ups.control.addFault({ operation: "UPLOAD_DOCUMENT", kind, times: 1 });
    expect((await upload()).kind).toBe(outcome);
    const sent = (await ups.control.requests()).filter((request) => request.operation === "UPLOAD_DOCUMENT");
    expect(sent).toHaveLength(requests);
  });

  it("say why UPS refuses", async () => {
    const refused = await upload({}, anAccount({ accountNumber: "0A1B2U" }));
    expect(refused).toMatchObject({ kind: "REJECTED", messages: [{ code: "9590018" }] });
  });

  it("push documents to what was shipped, and ship with them", async () => {
    const [linked, pushed] = [await uploaded(), await uploaded()];
    const details = someDetails({
      shipTo: anAddress("toronto"),
      packages: [aPackage({ description: "Posters", contentsValue: { amount: "20.00", currencyCode: "USD" } })],
    });
    const request = aShipRequest({ details, serviceCode: "UPS_STANDARD", documentIds: [linked] });
    const bought = await ups.adapter.ship(anAccount(), request, context);
    if (bought.kind !== "ANSWERED") throw new Error(JSON.stringify(bought));
    const { shipmentIdentificationNumber, packages } = bought.value;
    const push = {
      carrierDocumentIds: [pushed],
      shipmentIdentificationNumber,
      trackingNumbers: packages.map((pkg) => pkg.trackingNumber),
      bookedAt: new Date(),
    };
    expect(await ups.adapter.documents.push(anAccount(), push, context)).toMatchObject({ kind: "ANSWERED" });
    const documents = (await stored()).filter((document) => [linked, pushed].includes(document.documentId));
    expect(documents.map((document) => document.shipments)).toEqual([
      [shipmentIdentificationNumber],
      [shipmentIdentificationNumber],
    ]);
  });

  it("delete once, and call what is gone unknown", async () => {
    const id = await uploaded();
    const remove = () => ups.adapter.documents.delete(anAccount(), id, context);
    expect(await remove()).toMatchObject({ kind: "ANSWERED", value: "DELETED" });
    expect(await remove()).toMatchObject({ kind: "ANSWERED", value: "UNKNOWN" });
    expect((await stored()).map((document) => document.documentId)).not.toContain(id);
  });

  it("do not take a missing leave for a missing document", async () => {
    const outcome = await ups.adapter.documents.delete(
      anAccount({ accountNumber: "0A1B2U" }),
      "2026-05-01-10.20.30.000007",
      context,
    );
    expect(outcome).toMatchObject({ kind: "REJECTED", messages: [{ code: "9590018" }] });
  });
});
