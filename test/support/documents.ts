import { aShipment, bought, buy, userErrorFields } from "./purchases.js";
import { toronto } from "./rate-setup.js";
import { aPackage } from "./seed.js";
import type { As, TestService } from "./service.js";

/** Loose on purpose: a test states what it expects. */
// biome-ignore lint/suspicious/noExplicitAny: answers have as many shapes as tests
type Answer = any;

const hex = (signature: string) => Buffer.concat([Buffer.from(signature, "hex"), Buffer.from("rest of the file")]);

/** A small file of every format that UPS takes: what it begins with is right, what follows is not looked at. */
export const files: Record<string, Buffer> = {
  bmp: hex("424d"),
  doc: hex("d0cf11e0a1b11ae1"),
  docx: hex("504b0304"),
  gif: hex("474946383961"),
  jpg: hex("ffd8ffe0"),
  pdf: Buffer.from("%PDF-1.7 not really"),
  png: hex("89504e470d0a1a0a"),
  rtf: Buffer.from("{\\rtf1 not really}"),
  tif: hex("49492a00"),
  txt: Buffer.from("one box of posters, für Zoll"),
  xls: hex("d0cf11e0a1b11ae1"),
  xlsx: hex("504b0304"),
};

const documentFields = "id kind origin name carrierDocumentId expiresAt deletedAt createdAt";

export const uploadDocument = `mutation ($input: UploadShippingDocumentInput!) {
  uploadShippingDocument(input: $input) {
    document { ${documentFields} file { url contentType byteLength } } userErrors { ${userErrorFields} } } }`;

export const deleteDocument = `mutation ($input: DeleteShippingDocumentInput!) {
  deleteShippingDocument(input: $input) {
    document { ${documentFields} file { url } } userErrors { ${userErrorFields} } } }`;

export const attachDocuments = `mutation ($input: AttachShippingDocumentsInput!) {
  attachShippingDocuments(input: $input) {
    shipment { id documents { id } } userErrors { ${userErrorFields} } } }`;

/** A packing list as text, unless told otherwise. */
export const anUpload = (over: Record<string, unknown> = {}) => ({
  kind: "PACKING_LIST",
  fileName: "list.txt",
  base64: Buffer.from("one box of posters").toString("base64"),
  ...over,
});

export async function upload(service: TestService, over: Record<string, unknown> = {}, as?: As): Promise<Answer> {
  return (await service.run(uploadDocument, { input: anUpload(over) }, as)).uploadShippingDocument;
}

const posters = { description: "Posters", quantity: 1, unitValue: { amount: "20.00", currencyCode: "USD" } };

/** Across a border, where papers are of use; for want of an HS code the carrier makes none itself. */
export const abroad = (over: Record<string, unknown> = {}) =>
  aShipment({ shipTo: toronto, service: "UPS_STANDARD", packages: [{ ...aPackage, items: [posters] }], ...over });

export const buyAbroad = (service: TestService, input: Record<string, unknown> = {}, as?: As): Promise<Answer> =>
  buy(service, { ...(input.shipmentId === undefined && { shipment: abroad() }), ...input }, as);

export const boughtAbroad = (service: TestService, input: Record<string, unknown> = {}): Promise<Answer> =>
  bought(service, { shipment: abroad(), ...input });

let serial = 0;

/** A document that no other of this file is; gives its id. */
export async function uploaded(service: TestService, over: Record<string, unknown> = {}, as?: As): Promise<string> {
  serial += 1;
  const base64 = Buffer.from(`box ${serial}`).toString("base64");
  const { document, userErrors } = await upload(service, { base64, ...over }, as);
  if (document === null) throw new Error(JSON.stringify(userErrors));
  return document.id;
}

/** The payload of a refused document mutation; `field` as dotted path. */
export const refusedDocument = (...errors: { code: string; field: string; carrierErrorCode?: string }[]) => ({
  document: null,
  userErrors: refusals(errors),
});

export const refusals = (errors: { code: string; field: string; carrierErrorCode?: string }[]) =>
  errors.map(({ code, field, carrierErrorCode = null }) => ({
    code,
    message: expect.stringMatching(/\S/),
    field: field.split("."),
    carrierErrorCode,
  }));
