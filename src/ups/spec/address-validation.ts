/**
 * Made by `npm run ups:types` (json-schema-to-typescript) from AddressValidation.yaml of UPS's published specifications,
 * github.com/UPS-API/api-documentation. MIT License, Copyright (c) 2023 UPS-API: see NOTICE. Do not edit.
 */

export interface AddressValidation {
  VALIDATE_ADDRESS: {
    body: XAVRequestWrapper;
    query: {
      regionalrequestindicator?: string;
      maximumcandidatelistsize?: number;
    };
  };
}
interface XAVRequestWrapper {
  XAVRequest: XAVRequest;
}
interface XAVRequest {
  AddressKeyFormat: XAVRequest_AddressKeyFormat;
}
interface XAVRequest_AddressKeyFormat {
  ConsigneeName?: string;
  AttentionName?: string;
  AddressLine?: string[];
  Region?: string;
  PoliticalDivision2?: string;
  PoliticalDivision1?: string;
  PostcodePrimaryLow?: string;
  PostcodeExtendedLow?: string;
  Urbanization?: string;
  CountryCode: string;
}
