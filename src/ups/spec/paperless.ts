/**
 * Made by `npm run ups:types` (json-schema-to-typescript) from Paperless.yaml of UPS's published specifications,
 * github.com/UPS-API/api-documentation. MIT License, Copyright (c) 2023 UPS-API: see NOTICE. Do not edit.
 */

export interface Paperless {
  UPLOAD_DOCUMENT: {
    body: PAPERLESSDOCUMENTUploadRequestWrapper;
    header: {
      transId?: string;
      transactionSrc?: string;
      ShipperNumber: string;
    };
  };
  PUSH_DOCUMENT: {
    body: PAPERLESSDOCUMENTRequestWrapper;
    header: {
      transId?: string;
      transactionSrc?: string;
      ShipperNumber: string;
    };
  };
  DELETE_DOCUMENT: {
    header: {
      transId?: string;
      transactionSrc?: string;
      ShipperNumber: string;
      DocumentId: string;
    };
  };
}
interface PAPERLESSDOCUMENTUploadRequestWrapper {
  UploadRequest: UploadRequest;
}
interface UploadRequest {
  Request: UploadRequest_Request;
  ShipperNumber: string;
  UserCreatedForm: UploadRequest_UserCreatedForm[];
}
interface UploadRequest_Request {
  RequestOption?: string;
  SubVersion?: string;
  TransactionReference?: Request_TransactionReference;
}
interface Request_TransactionReference {
  CustomerContext?: string;
}
interface UploadRequest_UserCreatedForm {
  UserCreatedFormFileName: string;
  UserCreatedFormFile: string;
  UserCreatedFormFileFormat: string;
  UserCreatedFormDocumentType: string;
}
interface PAPERLESSDOCUMENTRequestWrapper {
  PushToImageRepositoryRequest: PushToImageRepositoryRequest;
}
interface PushToImageRepositoryRequest {
  Request: PushToImageRepositoryRequest_Request;
  ShipperNumber: string;
  FormsHistoryDocumentID: PushToImageRepositoryRequest_FormsHistoryDocumentID;
  FormsGroupID?: string;
  ShipmentIdentifier: string;
  ShipmentDateAndTime?: string;
  ShipmentType: string;
  PRQConfirmationNumber?: string;
  TrackingNumber?: string[];
}
interface PushToImageRepositoryRequest_Request {
  RequestOption?: string;
  SubVersion?: string;
  TransactionReference?: Request_TransactionReference;
}
interface PushToImageRepositoryRequest_FormsHistoryDocumentID {
  DocumentID: string[];
}
