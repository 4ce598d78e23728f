/**
 * Made by `npm run ups:types` (json-schema-to-typescript) from Tracking.yaml of UPS's published specifications,
 * github.com/UPS-API/api-documentation. MIT License, Copyright (c) 2023 UPS-API: see NOTICE. Do not edit.
 */

export interface Tracking {
  TRACK: {
    query: {
      locale?: string;
      returnSignature?: string;
      returnMilestones?: string;
      returnPOD?: string;
    };
    header: {
      transId: string;
      transactionSrc: string;
    };
  };
  TRACK_BY_REFERENCE: {
    query: {
      locale?: string;
      fromPickUpDate?: string;
      toPickUpDate?: string;
      destCountry?: string;
      destZip?: string;
      shipperNum?: string;
      refNumType?: string;
    };
    header: {
      transId: string;
      transactionSrc: string;
    };
  };
}
