/**
 * Made by `npm run ups:types` (json-schema-to-typescript) from TimeInTransit.yaml of UPS's published specifications,
 * github.com/UPS-API/api-documentation. MIT License, Copyright (c) 2023 UPS-API: see NOTICE. Do not edit.
 */

export interface TimeInTransit {
  TRANSIT_TIMES: {
    body: TimeInTransitRequest;
    header: {
      transId: string;
      transactionSrc: string;
    };
  };
}
interface TimeInTransitRequest {
  originCountryCode: string;
  originStateProvince?: string;
  originCityName?: string;
  originTownName?: string;
  originPostalCode?: string;
  destinationCountryCode?: string;
  destinationStateProvince?: string;
  destinationCityName?: string;
  destinationTownName?: string;
  destinationPostalCode?: string;
  residentialIndicator?: string;
  shipDate?: string;
  shipTime?: string;
  weight?: number;
  weightUnitOfMeasure?: string;
  shipmentContentsValue?: number;
  shipmentContentsCurrencyCode?: string;
  billType?: string;
  avvFlag?: boolean;
  numberOfPackages?: number;
  dropOffAtFacilityIndicator?: number;
  holdForPickupIndicator?: number;
  returnUnfilterdServices?: boolean;
  maxList?: number;
  premierIndicator?: string;
}
