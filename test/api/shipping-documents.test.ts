import { statementsDuring } from "../support/count-statements.js";
import {
  abroad,
  attachDocuments,
  boughtAbroad,
  buyAbroad,
  deleteDocument,
  refusals,
  refusedDocument,
  upload,
  uploaded,
} from "../support/documents.js";
import { aKey, bought, buy, draft, refused, requestCount, sql, voidShipment } from "../support/purchases.js";
import { toronto } from "../support/rate-setup.js";
import { aPackage, seedAccount } from "../support/seed.js";
import { type As, startTestService, type TestService } from "../support/service.js";
import { deleteShipment } from "../support/shipments.js";

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

const documentsOf = async (shipmentId: string, as?: As) => {
  const source = "query ($id: ID!) { shipment(id: $id) { documents { id deletedAt } } }";
  return (await service.run(source, { id: shipmentId }, as)).shipment.documents.map(({ id }: { id: string }) => id);
};
const remove = async (documentId: string, as?: As) =>
  (await service.run(deleteDocument, { input: { documentId } }, as)).deleteShippingDocument;
const attach = async (shipmentId: string, documentIds: string[], as?: As) =>
  (await service.run(attachDocuments, { input: { shipmentId, documentIds } }, as)).attachShippingDocuments;
const refusedAttach = (...errors: Parameters<typeof refusals>[0]) => ({ shipment: null, userErrors: refusals(errors) });
const many = (count: number) => Promise.all(Array.from({ length: count }, () => uploaded(service)));

async function carrierNumbers(documentIds: string[]): Promise<string[]> {
  const rows = await sql(service, "select id, carrier_document_id from shipping_document where id = any($1)", [
    documentIds,
  ]);
  return documentIds.map((id) => rows.find((row: { id: string }) => row.id === id).carrier_document_id);
}

/** What the simulator's shipments go with, by our ids. */
async function carried(documentIds: string[]): Promise<string[][]> {
  const [numbers, stored] = [await carrierNumbers(documentIds), await service.control.documents()];
  return numbers.map((number) => stored.find((document) => document.documentId === number)?.shipments ?? []);
}

const numberOf = (answer: { shipment: { packages: { trackingNumber: string }[] } }) =>
  answer.shipment.packages[0]!.trackingNumber;

describe("purchaseLabel with documents", () => {
  it("sends them with the shipment, in order, and lists them with it", async () => {
    const documentIds = await many(13);
    const answer = await boughtAbroad(service, { documentIds });
    expect(await carried(documentIds)).toEqual(documentIds.map(() => [numberOf(answer)]));
    expect((await documentsOf(answer.shipment.id)).sort()).toEqual([...documentIds].sort());
    const ship = (await service.control.requests()).find((request) => request.operation === "SHIP");
    const forms = "ShipmentRequest.Shipment.ShipmentServiceOptions.InternationalForms";
    expect(ship?.body).toHaveProperty(`${forms}.FormType`, ["07"]);
    expect(ship?.body).toHaveProperty(`${forms}.UserCreatedForm.DocumentID`, await carrierNumbers(documentIds));
  });

  it("sends them beside the invoice that the carrier makes", async () => {
    const item = { description: "Posters", quantity: 1, unitValue: { amount: "20.00", currencyCode: "USD" } };
    const declared = { ...item, hsCode: "4911.91", originCountryCode: "US" };
    const documentIds = await many(2);
    const shipment = abroad({ packages: [{ ...aPackage, items: [declared] }] });
    const answer = await boughtAbroad(service, { shipment, documentIds });
    expect(await carried(documentIds)).toEqual(documentIds.map(() => [numberOf(answer)]));
    const source = "query ($id: ID!) { shipment(id: $id) { documents { kind origin } } }";
    const { documents } = (await service.run(source, { id: answer.shipment.id })).shipment;
    expect(documents).toEqual([
      { kind: "PACKING_LIST", origin: "UPLOADED" },
      { kind: "PACKING_LIST", origin: "UPLOADED" },
      { kind: "COMMERCIAL_INVOICE", origin: "CARRIER" },
    ]);
  });

  it("has no second invoice made where one is uploaded", async () => {
    const item = { description: "Posters", quantity: 1, unitValue: { amount: "20.00", currencyCode: "USD" } };
    const declared = { ...item, hsCode: "4911.91", originCountryCode: "US" };
    const documentIds = [await uploaded(service, { kind: "COMMERCIAL_INVOICE" })];
    const shipment = abroad({ packages: [{ ...aPackage, items: [declared] }] });
    const answer = await boughtAbroad(service, { shipment, documentIds });
    const source = "query ($id: ID!) { shipment(id: $id) { documents { kind origin } } }";
    const { documents } = (await service.run(source, { id: answer.shipment.id })).shipment;
    expect(documents).toEqual([{ kind: "COMMERCIAL_INVOICE", origin: "UPLOADED" }]);
    const read = "query ($id: ID!) { labelPurchase(id: $id) { carrierMessages { carrierErrorCode } } }";
    expect((await service.run(read, { id: answer.purchase.id })).labelPurchase.carrierMessages).toEqual([]);
  });

  it("refuses them where no border is crossed", async () => {
    const documentIds = await many(1);
    expect(await buy(service, { documentIds })).toEqual(
      refused({ code: "OPTION_NOT_ALLOWED", field: "input.documentIds" }),
    );
  });

  it("takes one document for several shipments", async () => {
    const documentIds = [await uploaded(service, { kind: "POWER_OF_ATTORNEY" })];
    const [first, second] = [
      await boughtAbroad(service, { documentIds }),
      await boughtAbroad(service, { documentIds }),
    ];
    expect(await carried(documentIds)).toEqual([[numberOf(first), numberOf(second)]]);
  });

  it.each([
    ["fourteen", async () => many(14), [{ code: "INVALID", field: "input.documentIds" }]],
    ["unknown", async () => ["doc_unknown"], [{ code: "NOT_FOUND", field: "input.documentIds.0" }]],
    [
      "doubled",
      async () => {
        const id = await uploaded(service);
        return [id, id];
      },
      [{ code: "INVALID", field: "input.documentIds.1" }],
    ],
    [
      "deleted",
      async () => {
        const ids = await many(2);
        await remove(ids[1]!);
        return ids;
      },
      [{ code: "NOT_ALLOWED", field: "input.documentIds.1" }],
    ],
    [
      "expired",
      async () => {
        const id = await uploaded(service);
        await sql(service, "update shipping_document set expires_at = now() - interval '1 second' where id = $1", [id]);
        return [id];
      },
      [{ code: "NOT_ALLOWED", field: "input.documentIds.0" }],
    ],
  ])("refuses %s documents and claims nothing", async (_, make, errors) => {
    const documentIds = await make();
    const before = await sql(service, "select count(*) from label_purchase");
    expect(await buyAbroad(service, { documentIds })).toEqual(refused(...errors));
    expect(await sql(service, "select count(*) from label_purchase")).toEqual(before);
    expect(await requestCount(service, "SHIP")).toBe(0);
  });

  it("refuses documents of another account, and another tenant's as unknown", async () => {
    const carrierAccountId = await seedAccount(service, { accountNumber: "0A1B2D", name: "Second" });
    const own = await uploaded(service, { carrierAccountId: account });
    const shipment = abroad({ carrierAccountId });
    expect(await buyAbroad(service, { shipment, documentIds: [own] })).toEqual(
      refused({ code: "NOT_ALLOWED", field: "input.documentIds.0" }),
    );
    const stranger = { tenantId: service.otherTenantId };
    await seedAccount(service, {}, stranger);
    expect(await buyAbroad(service, { documentIds: [own] }, stranger)).toEqual(
      refused({ code: "NOT_FOUND", field: "input.documentIds.0" }),
    );
    await sql(service, "update carrier_account set status = 'ARCHIVED' where id = $1", [carrierAccountId]);
  });

  it("counts them as part of what a key stands for", async () => {
    const documentIds = await many(1);
    const input = { idempotencyKey: aKey(), shipment: abroad() };
    const first = await boughtAbroad(service, { ...input, documentIds });
    expect((await buyAbroad(service, { ...input, documentIds })).purchase.id).toBe(first.purchase.id);
    expect(await buyAbroad(service, { ...input, documentIds: await many(1) })).toEqual(
      refused({ code: "IDEMPOTENCY_KEY_REUSED", field: "input.idempotencyKey" }),
    );
    expect(await requestCount(service, "SHIP")).toBe(1);
  });

  it("keeps no tie to documents whose purchase the carrier refused", async () => {
    const documentIds = await many(1);
    const shipmentId = await draft(service, {
      ...abroad({ shipTo: { ...toronto, name: "Refused Recipient", company: null } }),
    });
    const answer = await buyAbroad(service, { shipmentId, documentIds });
    expect(answer.purchase.state).toBe("REJECTED");
    expect(await documentsOf(shipmentId)).toEqual([]);
    const { deleteShipment: deleted } = await service.run(deleteShipment, { input: { shipmentId } });
    expect(deleted).toEqual({ deletedShipmentId: shipmentId, userErrors: [] });
  });
});

describe("attachShippingDocuments", () => {
  it("sends documents after a bought shipment, each once", async () => {
    const [linked, later] = [await uploaded(service), await uploaded(service)];
    const answer = await boughtAbroad(service, { documentIds: [linked] });
    expect(await attach(answer.shipment.id, [linked, later])).toEqual({
      shipment: { id: answer.shipment.id, documents: [{ id: linked }, { id: later }] },
      userErrors: [],
    });
    expect((await attach(answer.shipment.id, [later])).userErrors).toEqual([]);
    expect(await requestCount(service, "PUSH_DOCUMENT")).toBe(1);
    const push = (await service.control.requests()).find((request) => request.operation === "PUSH_DOCUMENT");
    expect(push?.body).toHaveProperty("PushToImageRepositoryRequest.ShipmentType", "1");
    expect(await carried([later])).toEqual([[numberOf(answer)]]);
  });

  it("refuses shipments without labels in force", async () => {
    const documentIds = await many(1);
    const shipmentId = await draft(service);
    expect(await attach(shipmentId, documentIds)).toEqual(
      refusedAttach({ code: "NOT_ALLOWED", field: "input.shipmentId" }),
    );
    const answer = await boughtAbroad(service);
    await voidShipment(service, { shipmentId: answer.shipment.id });
    expect(await attach(answer.shipment.id, documentIds)).toEqual(
      refusedAttach({ code: "NOT_ALLOWED", field: "input.shipmentId" }),
    );
    expect(await requestCount(service, "PUSH_DOCUMENT")).toBe(0);
  });

  it("refuses shipments that cross no border, as a purchase does", async () => {
    const { shipment } = await bought(service, {});
    expect(await attach(shipment.id, await many(1))).toEqual(
      refusedAttach({ code: "OPTION_NOT_ALLOWED", field: "input.shipmentId" }),
    );
    expect(await requestCount(service, "PUSH_DOCUMENT")).toBe(0);
  });

  it("refuses nothing, unknown things and the fourteenth document", async () => {
    const answer = await boughtAbroad(service, { documentIds: await many(12) });
    const { id } = answer.shipment;
    expect(await attach(id, [])).toEqual(refusedAttach({ code: "REQUIRED", field: "input.documentIds" }));
    expect(await attach("shp_unknown", ["doc_1"])).toEqual(
      refusedAttach({ code: "NOT_FOUND", field: "input.shipmentId" }),
    );
    expect(await attach(id, ["doc_unknown"])).toEqual(
      refusedAttach({ code: "NOT_FOUND", field: "input.documentIds.0" }),
    );
    expect(await attach(id, await many(2))).toEqual(refusedAttach({ code: "INVALID", field: "input.documentIds" }));
    expect((await attach(id, await many(1))).userErrors).toEqual([]);
    expect(await requestCount(service, "PUSH_DOCUMENT")).toBe(1);
  });

  it("says so when the carrier refuses or does not answer, and can be repeated", async () => {
    const [answer, documentIds] = [await boughtAbroad(service), await many(1)];
    const { id } = answer.shipment;
    await service.control.addFault({ operation: "PUSH_DOCUMENT", kind: "LOSE_ANSWER", times: 1 });
    expect(await attach(id, documentIds)).toEqual(
      refusedAttach({ code: "CARRIER_UNAVAILABLE", field: "input.documentIds" }),
    );
    expect(await requestCount(service, "PUSH_DOCUMENT")).toBe(1);
    expect(await documentsOf(id)).toEqual([]);
    expect((await attach(id, documentIds)).userErrors).toEqual([]);
    expect(await documentsOf(id)).toEqual(documentIds);
  });

  it("knows nothing of another tenant's shipments and documents", async () => {
    const [answer, documentIds] = [await boughtAbroad(service), await many(1)];
    expect(await attach(answer.shipment.id, documentIds, { tenantId: service.otherTenantId })).toEqual(
      refusedAttach({ code: "NOT_FOUND", field: "input.shipmentId" }),
    );
  });
});

describe("deleteShippingDocument", () => {
  it("deletes at the carrier and here, and stays so when repeated", async () => {
    const { document } = await upload(service, { fileName: "short-lived.txt" });
    expect(await remove(document.id)).toEqual({
      document: { ...document, file: null, deletedAt: expect.any(String) },
      userErrors: [],
    });
    const again = await remove(document.id);
    expect([again.document.id, again.userErrors]).toEqual([document.id, []]);
    expect(await requestCount(service, "DELETE_DOCUMENT")).toBe(1);
    expect(await sql(service, "select 1 from document_file where document_id = $1", [document.id])).toEqual([]);
    const stored = (await service.control.documents()).find(
      (candidate) => candidate.documentId === document.carrierDocumentId,
    );
    expect(stored?.deletedAt).not.toBeNull();
  });

  it("lets the same file be uploaded anew, unless a key says which document it was", async () => {
    const keyless = { fileName: "anew.txt" };
    const first = await uploaded(service, { ...keyless, base64: "YWdhaW4=" });
    await remove(first);
    expect(await uploaded(service, { ...keyless, base64: "YWdhaW4=" })).not.toBe(first);
    const keyed = { fileName: "keyed.txt", base64: "YWdhaW4=", idempotencyKey: "keyed" };
    const second = await uploaded(service, keyed);
    await remove(second);
    expect(await uploaded(service, keyed)).toBe(second);
  });

  it("takes what the carrier no longer has as deleted", async () => {
    const id = await uploaded(service);
    await service.control.addFault({ operation: "DELETE_DOCUMENT", kind: "LOSE_ANSWER", times: 1 });
    expect(await remove(id)).toEqual(refusedDocument({ code: "CARRIER_UNAVAILABLE", field: "input.documentId" }));
    const again = await remove(id);
    expect([again.document.deletedAt, again.userErrors]).toEqual([expect.any(String), []]);
  });

  it("refuses what the carrier made, and what is not there", async () => {
    const answer = await boughtAbroad(service);
    const id = "doc_made-by-carrier";
    await sql(
      service,
      `insert into shipping_document (tenant_id, id, account_id, shipment_id, purchase_id, origin, kind, name, content_type, byte_length, sha256)
       values ($1, $2, $3, $4, $5, 'CARRIER', 'COMMERCIAL_INVOICE', 'invoice.pdf', 'application/pdf', 1, 'x')`,
      [service.tenantId, id, account, answer.shipment.id, answer.purchase.id],
    );
    expect(await remove(id)).toEqual(refusedDocument({ code: "NOT_ALLOWED", field: "input.documentId" }));
    expect(await buyAbroad(service, { documentIds: [id] })).toEqual(
      refused({ code: "NOT_ALLOWED", field: "input.documentIds.0" }),
    );
    expect(await documentsOf(answer.shipment.id)).toEqual([id]);
    expect(await remove("doc_unknown")).toEqual(refusedDocument({ code: "NOT_FOUND", field: "input.documentId" }));
    const own = await uploaded(service);
    expect(await remove(own, { tenantId: service.otherTenantId })).toEqual(
      refusedDocument({ code: "NOT_FOUND", field: "input.documentId" }),
    );
    expect(await requestCount(service, "DELETE_DOCUMENT")).toBe(0);
  });

  it("are found for many shipments by the same few statements", async () => {
    const documentIds = await many(2);
    const ids: string[] = [];
    for (let count = 0; count < 3; count += 1) ids.push((await boughtAbroad(service, { documentIds })).shipment.id);
    const source = `query ($representations: [_Any!]!) {
      _entities(representations: $representations) { ... on Shipment { documents { id } } } }`;
    const ask = (of: string[]) =>
      service.run(source, { representations: of.map((id) => ({ __typename: "Shipment", id })) });
    const forOne = await statementsDuring(() => ask(ids.slice(0, 1)));
    const forAll = await statementsDuring(() => ask(ids));
    expect([forOne.length, forAll.length]).toEqual([3, 3]);
    expect((await ask(ids))._entities.map((entity: { documents: object[] }) => entity.documents.length)).toEqual([
      2, 2, 2,
    ]);
  });

  it("leaves a document without its draft when that is deleted", async () => {
    const shipmentId = await draft(service);
    const id = await uploaded(service, { shipmentId });
    expect(await documentsOf(shipmentId)).toEqual([id]);
    await service.run(deleteShipment, { input: { shipmentId } });
    expect((await boughtAbroad(service, { documentIds: [id] })).purchase.state).toBe("PURCHASED");
  });
});
