import { ACCOUNT } from "./requests.js";
import type { Reply, SimulatedUps } from "./simulator-client.js";

export const UPLOAD = "/api/paperlessdocuments/v2/upload";
const PUSH = "/api/paperlessdocuments/v2/image";
/** The two last segments are what they say: the values travel in headers. */
const DELETE = "/api/paperlessdocuments/v2/DocumentId/ShipperNumber";
export const NO_SUCH_DOCUMENT = "2026-01-01-00.00.00.000000";

export const form = (parts: Record<string, unknown> = {}) => ({
  UserCreatedFormFileName: "list.txt",
  UserCreatedFormFile: Buffer.from("one box of posters").toString("base64"),
  UserCreatedFormFileFormat: "txt",
  UserCreatedFormDocumentType: "010",
  ...parts,
});

export const uploadRequest = (forms: unknown = [form()], account = ACCOUNT) => ({
  UploadRequest: { Request: {}, ShipperNumber: account, UserCreatedForm: forms },
});

export const upload = (ups: SimulatedUps, forms?: unknown, account = ACCOUNT, token?: string): Promise<Reply> =>
  ups.post(UPLOAD, uploadRequest(forms, account), token, { ShipperNumber: account });

export const remove = (ups: SimulatedUps, documentId: string, account = ACCOUNT, token?: string): Promise<Reply> =>
  ups.delete(DELETE, token, { ShipperNumber: account, DocumentId: documentId });

const pushRequest = (documentIds: string[], shipment: string, parts: object = {}) => ({
  PushToImageRepositoryRequest: {
    Request: {},
    ShipperNumber: ACCOUNT,
    FormsHistoryDocumentID: { DocumentID: documentIds },
    ShipmentIdentifier: shipment,
    ShipmentDateAndTime: "2026-05-01-10.00.00",
    ShipmentType: "1",
    TrackingNumber: [shipment],
    ...parts,
  },
});

export const push = (ups: SimulatedUps, documentIds: string[], shipment: string, parts: object = {}, token?: string) =>
  ups.post(PUSH, pushRequest(documentIds, shipment, parts), token, { ShipperNumber: ACCOUNT });
