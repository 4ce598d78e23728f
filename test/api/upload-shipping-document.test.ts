import { createHash } from "node:crypto";
import { anUpload, files, refusedDocument, upload, uploadDocument, uploaded } from "../support/documents.js";
import { eventually } from "../support/eventually.js";
import { arrived, draft, hold, requestCount, sql } from "../support/purchases.js";
import { seedAccount } from "../support/seed.js";
import { startTestService, type TestService } from "../support/service.js";

let service: TestService;
let account: string;
beforeAll(async () => {
  service = await startTestService();
  account = await seedAccount(service);
});
beforeEach(async () => {
  await service.control.clearRequests();
  await service.control.clearFaults();
});
afterAll(() => service.close());

const sha256 = (bytes: Buffer) => createHash("sha256").update(bytes).digest("hex");
const carrierDocument = async (id: string) =>
  (await service.control.documents()).find((document) => document.documentId === id);

const types: [string, string][] = [
  ["AUTHORIZATION_FORM", "001"],
  ["COMMERCIAL_INVOICE", "002"],
  ["CERTIFICATE_OF_ORIGIN", "003"],
  ["EXPORT_ACCOMPANYING_DOCUMENT", "004"],
  ["EXPORT_LICENSE", "005"],
  ["IMPORT_PERMIT", "006"],
  ["USMCA_CERTIFICATE", "007"],
  ["OTHER_CUSTOMS", "008"],
  ["POWER_OF_ATTORNEY", "009"],
  ["PACKING_LIST", "010"],
  ["EXPORT_DECLARATION", "011"],
  ["LETTER_OF_INSTRUCTION", "012"],
  ["DECLARATION", "013"],
];

describe("uploadShippingDocument", () => {
  it.each(Object.keys(files))("takes a %s file to the carrier, byte for byte", async (format) => {
    const bytes = files[format]!;
    const fileName = `Paper für ${format}.${format.toUpperCase()}`;
    const { document, userErrors } = await upload(service, { fileName, base64: bytes.toString("base64") });
    expect(userErrors).toEqual([]);
    expect(document).toEqual({
      id: expect.stringMatching(/^doc_/),
      kind: "PACKING_LIST",
      origin: "UPLOADED",
      name: fileName,
      carrierDocumentId: expect.stringMatching(/^[\d.-]{26}$/),
      expiresAt: null,
      deletedAt: null,
      createdAt: expect.any(String),
      file: { url: expect.stringContaining("/files/"), contentType: expect.any(String), byteLength: bytes.length },
    });
    expect(await carrierDocument(document.carrierDocumentId)).toMatchObject({
      shipperNumber: "0A1B2C",
      name: fileName,
      format,
      sha256: sha256(bytes),
    });
  });

  it.each([
    ["scan.jpeg", "jpg", "scan.jpg", "image/jpeg"],
    ["SCAN.JPEG", "jpg", "SCAN.jpg", "image/jpeg"],
    ["scan.JPG", "jpg", "scan.JPG", "image/jpeg"],
    ["scan.jpe", "jpg", "scan.jpg", "image/jpeg"],
    ["scan.jfif", "jpg", "scan.jpg", "image/jpeg"],
    ["scan.tiff", "tif", "scan.tif", "image/tiff"],
    ["scan.TIF", "tif", "scan.TIF", "image/tiff"],
    ["scan.dib", "bmp", "scan.bmp", "image/bmp"],
    ["photo.png", "jpg", "photo.jpg", "image/jpeg"],
  ])("tells the carrier that %s is a %s, with the ending it knows", async (fileName, format, sent, contentType) => {
    const { document, userErrors } = await upload(service, { fileName, base64: files[format]!.toString("base64") });
    expect(userErrors).toEqual([]);
    expect(document).toMatchObject({ name: fileName, file: { contentType } });
    expect(await carrierDocument(document.carrierDocumentId)).toMatchObject({ name: sent, format });
  });

  it.each(types)("tells the carrier of a %s as type %s", async (kind, type) => {
    const { document } = await upload(service, { kind, fileName: `${kind}.txt` });
    expect(document.kind).toBe(kind);
    expect(await carrierDocument(document.carrierDocumentId)).toMatchObject({ type });
  });

  it("takes a file of exactly 10 MB", async () => {
    const bytes = Buffer.alloc(10 * 1024 * 1024, "x");
    const { document } = await upload(service, { fileName: "large.txt", base64: bytes.toString("base64") });
    expect(await carrierDocument(document.carrierDocumentId)).toMatchObject({ sha256: sha256(bytes) });
  });

  it.each([
    ["a kind that the carrier makes", { kind: "RECEIPT" }, "INVALID", "input.kind"],
    ["an unknown ending", { fileName: "list.exe" }, "INVALID", "input.fileName"],
    ["a page of the web, which UPS does not list", { fileName: "list.html" }, "INVALID", "input.fileName"],
    ["a name without ending", { fileName: "txt" }, "INVALID", "input.fileName"],
    ["a name of an ending alone", { fileName: ".txt" }, "INVALID", "input.fileName"],
    ["a name in a folder", { fileName: "../list.txt" }, "INVALID", "input.fileName"],
    ["a name that hides its ending", { fileName: "list\u202Efdp.txt" }, "INVALID", "input.fileName"],
    ["no name", { fileName: " " }, "REQUIRED", "input.fileName"],
    ["a name of 301 characters", { fileName: `${"x".repeat(297)}.txt` }, "TOO_LONG", "input.fileName"],
    ["no bytes", { base64: "" }, "REQUIRED", "input.base64"],
    ["bytes without padding", { base64: "b25lIG" }, "INVALID", "input.base64"],
    ["base64 with line breaks", { base64: "b25l\nIGJv" }, "INVALID", "input.base64"],
    ["base64 for addresses", { base64: "_-_-" }, "INVALID", "input.base64"],
    ["a data URL", { base64: "data:text/plain;base64,b25l" }, "INVALID", "input.base64"],
    [
      "a picture named as a form",
      { fileName: "form.pdf", base64: files.png!.toString("base64") },
      "INVALID",
      "input.base64",
    ],
    [
      "a text named as a picture",
      { fileName: "scan.jpeg", base64: files.txt!.toString("base64") },
      "INVALID",
      "input.base64",
    ],
    ["a program named as text", { base64: Buffer.from("MZ\0\0").toString("base64") }, "INVALID", "input.base64"],
    [
      "a file above 10 MB",
      { base64: Buffer.alloc(10 * 1024 * 1024 + 1, "x").toString("base64") },
      "TOO_LONG",
      "input.base64",
    ],
    ["a key of 256 characters", { idempotencyKey: "k".repeat(256) }, "TOO_LONG", "input.idempotencyKey"],
    ["an unknown account", { carrierAccountId: "cac_unknown" }, "NOT_FOUND", "input.carrierAccountId"],
    ["an unknown shipment", { shipmentId: "shp_unknown" }, "NOT_FOUND", "input.shipmentId"],
  ])("refuses %s before anything is sent", async (_, over, code, field) => {
    expect(await upload(service, over)).toEqual(refusedDocument({ code, field }));
    expect(await requestCount(service, "UPLOAD_DOCUMENT")).toBe(0);
  });

  it("names everything that is wrong at once", async () => {
    const wrong = { kind: "COD_TURN_IN", fileName: "", base64: "?" };
    expect(await upload(service, wrong)).toEqual(
      refusedDocument(
        { code: "INVALID", field: "input.kind" },
        { code: "REQUIRED", field: "input.fileName" },
        { code: "INVALID", field: "input.base64" },
      ),
    );
  });

  it("says what the carrier says of an account without leave, and keeps nothing", async () => {
    const carrierAccountId = await seedAccount(service, { accountNumber: "0A1B2U", name: "Without leave" });
    const before = await sql(service, "select count(*) from shipping_document");
    expect(await upload(service, { carrierAccountId })).toEqual(
      refusedDocument({ code: "CARRIER_REJECTED", field: "input", carrierErrorCode: "9590018" }),
    );
    expect(await sql(service, "select count(*) from shipping_document")).toEqual(before);
    expect(await sql(service, "select * from document_upload where document_id is null")).toEqual([]);
  });

  it("gives the same document for the same key and input, and refuses other input", async () => {
    const input = { carrierAccountId: account, fileName: "keyed.txt", idempotencyKey: "upload-1" };
    const [first, again] = [await upload(service, input), await upload(service, input)];
    expect(again.document).toMatchObject({ id: first.document.id });
    expect(await upload(service, { ...input, fileName: "other.txt" })).toEqual(
      refusedDocument({ code: "IDEMPOTENCY_KEY_REUSED", field: "input.idempotencyKey" }),
    );
    expect(await requestCount(service, "UPLOAD_DOCUMENT")).toBe(1);
  });

  it("without a key gives the same document for the same file and purpose", async () => {
    const shipmentId = await draft(service, { carrierAccountId: account });
    const input = { carrierAccountId: account, fileName: "keyless.txt" };
    const ids = [
      await uploaded(service, { ...input, base64: "b25l" }),
      await uploaded(service, { ...input, base64: "b25l" }),
      await uploaded(service, { ...input, base64: "dHdv" }),
      await uploaded(service, { ...input, base64: "b25l", kind: "DECLARATION" }),
      await uploaded(service, { ...input, base64: "b25l", shipmentId }),
    ];
    expect(ids[1]).toBe(ids[0]);
    expect(new Set(ids).size).toBe(4);
  });

  it("uploads once however many ask at once", async () => {
    const input = { carrierAccountId: account, fileName: "crowd.txt", idempotencyKey: "crowd" };
    await hold(service, "UPLOAD_DOCUMENT");
    let answered = 0;
    const asked = Array.from({ length: 5 }, () => upload(service, input).finally(() => (answered += 1)));
    await arrived(service, "UPLOAD_DOCUMENT");
    await eventually(() => answered === 4);
    await service.control.release();
    const answers = await Promise.all(asked);
    expect(await requestCount(service, "UPLOAD_DOCUMENT")).toBe(1);
    const codes = answers.flatMap((answer) => answer.userErrors.map(({ code }: { code: string }) => code));
    expect(codes).toEqual(["CONFLICT", "CONFLICT", "CONFLICT", "CONFLICT"]);
    expect(answers.filter((answer) => answer.document !== null)).toHaveLength(1);
  });

  it("sends once when the answer is lost, says so, and lets the caller try again", async () => {
    const input = { carrierAccountId: account, fileName: "lost.txt", idempotencyKey: "lost" };
    await service.control.addFault({ operation: "UPLOAD_DOCUMENT", kind: "LOSE_ANSWER", times: 1 });
    expect(await upload(service, input)).toEqual(refusedDocument({ code: "CARRIER_UNAVAILABLE", field: "input" }));
    expect(await requestCount(service, "UPLOAD_DOCUMENT")).toBe(1);
    expect((await upload(service, input)).userErrors).toEqual([]);
    expect(await requestCount(service, "UPLOAD_DOCUMENT")).toBe(2);
  });

  it("takes over from a server that died while it uploaded, once that must be over", async () => {
    const input = { carrierAccountId: account, fileName: "died.txt", idempotencyKey: "died" };
    const { document } = await upload(service, input);
    const died = `update document_upload set document_id = null, state = 'PENDING', finished_at = null,
      next_check_at = started_at + interval '2 minutes' where document_id = $1`;
    await sql(service, died, [document.id]);
    expect(await upload(service, input)).toEqual(refusedDocument({ code: "CONFLICT", field: "input" }));
    await sql(
      service,
      "update document_upload set next_check_at = next_check_at - interval '3 minutes' where document_id is null",
    );
    expect((await upload(service, input)).document.id).not.toBe(document.id);
  });

  it("takes the shipment's account, and no other beside it", async () => {
    const carrierAccountId = await seedAccount(service, { accountNumber: "0A1B2D", name: "Second" });
    const shipmentId = await draft(service, { carrierAccountId });
    const { document } = await upload(service, { shipmentId });
    expect(await carrierDocument(document.carrierDocumentId)).toMatchObject({ shipperNumber: "0A1B2D" });
    expect(await upload(service, { shipmentId, carrierAccountId: account })).toEqual(
      refusedDocument({ code: "INVALID", field: "input.carrierAccountId" }),
    );
    expect(await upload(service, {})).toEqual(refusedDocument({ code: "REQUIRED", field: "input.carrierAccountId" }));
  });

  it("needs the scope ship, and uses nobody else's account or shipment", async () => {
    const input = anUpload({ carrierAccountId: account });
    const { errors } = await service.execute(uploadDocument, { input }, { scopes: ["quote", "read", "admin"] });
    expect(errors?.[0]?.originalError).toMatchObject({ code: "FORBIDDEN" });
    const stranger = { tenantId: service.otherTenantId };
    expect(await upload(service, { carrierAccountId: account }, stranger)).toEqual(
      refusedDocument({ code: "NOT_FOUND", field: "input.carrierAccountId" }),
    );
    const shipmentId = await draft(service, { carrierAccountId: account });
    expect(await upload(service, { shipmentId }, stranger)).toEqual(
      refusedDocument({ code: "NOT_FOUND", field: "input.shipmentId" }),
    );
    expect(await requestCount(service, "UPLOAD_DOCUMENT")).toBe(0);
  });
});
