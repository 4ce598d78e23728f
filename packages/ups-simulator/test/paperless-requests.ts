import { ownAccount } from "./requests.js";
import type { Reply, SimulatedUps } from "./simulator-client.js";

export const uploadPath = "/api/paperlessdocuments/v2/upload";
const pushPath = "/api/paperlessdocuments/v2/image";
/** The two last segments are what they say: the values travel in headers. */
const deletePath = "/api/paperlessdocuments/v2/DocumentId/ShipperNumber";
export const noSuchDocument = "2026-01-01-00.00.00.000000";

export const form = (parts: Record<string, unknown> = {}) => ({
  UserCreatedFormFileName: "list.txt",
  UserCreatedFormFile: Buffer.from("one box of posters").toString("base64"),
  UserCreatedFormFileFormat: "txt",
  UserCreatedFormDocumentType: "010",
  ...parts,
});

export const uploadRequest = (forms: unknown = [form()], account = ownAccount) => ({
  UploadRequest: { Request: {}, ShipperNumber: account, UserCreatedForm: forms },
});

export const upload = (ups: SimulatedUps, forms?: unknown, account = ownAccount, token?: string): Promise<Reply> =>
  ups.post(uploadPath, uploadRequest(forms, account), token, { ShipperNumber: account });

export const remove = (ups: SimulatedUps, documentId: string, account = ownAccount, token?: string): Promise<Reply> =>
  ups.delete(deletePath, token, { ShipperNumber: account, DocumentId: documentId });

const pushRequest = (documentIds: string[], shipment: string, parts: object = {}) => ({
  PushToImageRepositoryRequest: {
    Request: {},
    ShipperNumber: ownAccount,
    FormsHistoryDocumentID: { DocumentID: documentIds },
    ShipmentIdentifier: shipment,
    ShipmentDateAndTime: "2026-05-01-10.00.00",
    ShipmentType: "1",
    TrackingNumber: [shipment],
    ...parts,
  },
});

export const push = (ups: SimulatedUps, documentIds: string[], shipment: string, parts: object = {}, token?: string) =>
  ups.post(pushPath, pushRequest(documentIds, shipment, parts), token, { ShipperNumber: ownAccount });
