/**
 * Made by `npm run ups:types` (json-schema-to-typescript) from Locator.yaml of UPS's published specifications,
 * github.com/UPS-API/api-documentation. MIT License, Copyright (c) 2023 UPS-API: see NOTICE. Do not edit.
 */

export interface Locator {
  LOCATE: {
    body: LOCATORRequestWrapper;
    query: {
      Locale?: string;
    };
    header: {
      transId?: string;
      transactionSrc?: string;
    };
  };
}
interface LOCATORRequestWrapper {
  LocatorRequest: LocatorRequest;
}
interface LocatorRequest {
  Request: LocatorRequest_Request;
  OriginAddress: LocatorRequest_OriginAddress;
  Translate: LocatorRequest_Translate;
  UnitOfMeasurement?: LocatorRequest_UnitOfMeasurement;
  LocationID?: string[];
  LocationSearchCriteria?: LocatorRequest_LocationSearchCriteria;
  SortCriteria?: LocatorRequest_SortCriteria;
  AllowAllConfidenceLevels?: string;
  SearchOptionCode?: string;
  ServiceGeoUnit?: LocatorRequest_ServiceGeoUnit;
  FreightIndicator?: string;
}
interface LocatorRequest_Request {
  TransactionReference?: Request_TransactionReference;
  RequestAction: string;
}
interface Request_TransactionReference {
  CustomerContext?: string;
}
interface LocatorRequest_OriginAddress {
  Geocode?: OriginAddress_Geocode;
  AddressKeyFormat: OriginAddress_AddressKeyFormat;
  MaximumListSize?: string;
}
interface OriginAddress_Geocode {
  Latitude: string;
  Longitude: string;
}
interface OriginAddress_AddressKeyFormat {
  ConsigneeName?: string;
  AddressLine: string;
  AddressLine2?: string;
  AddressLine3?: string;
  PoliticalDivision3?: string;
  PoliticalDivision2: string;
  PoliticalDivision1: string;
  PostcodePrimaryLow: string;
  PostcodeExtendedLow?: string;
  CountryCode: string;
  SingleLineAddress?: string;
}
interface LocatorRequest_Translate {
  Locale?: string;
}
interface LocatorRequest_UnitOfMeasurement {
  Code: string;
}
interface LocatorRequest_LocationSearchCriteria {
  SearchOption?: LocationSearchCriteria_SearchOption[];
  MaximumListSize?: string;
  SearchRadius?: string;
  ServiceSearch?: LocationSearchCriteria_ServiceSearch;
  FreightWillCallSearch?: LocationSearchCriteria_FreightWillCallSearch;
  AccessPointSearch?: LocationSearchCriteria_AccessPointSearch;
  OpenTimeCriteria?: LocationSearchCriteria_OpenTimeCriteria;
  BrexitFilter?: string;
}
interface LocationSearchCriteria_SearchOption {
  OptionType: SearchOption_OptionType;
  OptionCode: SearchOption_OptionCode[];
  Relation?: SearchOption_Relation;
}
interface SearchOption_OptionType {
  Code: string;
}
interface SearchOption_OptionCode {
  Code: string;
}
interface SearchOption_Relation {
  Code: string;
}
interface LocationSearchCriteria_ServiceSearch {
  Time?: string;
  ServiceCode?: ServiceSearch_ServiceCode[];
  ServiceOptionCode?: ServiceSearch_ServiceOptionCode[];
}
interface ServiceSearch_ServiceCode {
  Code: string;
}
interface ServiceSearch_ServiceOptionCode {
  Code: string;
}
interface LocationSearchCriteria_FreightWillCallSearch {
  FreightWillCallRequestType: string;
  FacilityAddress: FreightWillCallSearch_FacilityAddress[];
  OriginOrDestination: string;
  FormatPostalCode: string;
  DayOfWeekCode?: string;
}
interface FreightWillCallSearch_FacilityAddress {
  SLIC?: string;
  AddressLine?: string[];
  City?: string;
  PostalCodePrimaryLow?: string;
  PostalCodeExtendedLow?: string;
  State?: string;
  CountryCode: string;
}
interface LocationSearchCriteria_AccessPointSearch {
  PublicAccessPointID?: string;
  AccessPointStatus?: string;
  AccountNumber?: string;
  IncludeCriteria?: AccessPointSearch_IncludeCriteria;
  ExcludeFromResult?: AccessPointSearch_ExcludeFromResult;
  ExactMatchIndicator?: string;
  ExistIndicator?: string;
}
interface AccessPointSearch_IncludeCriteria {
  MerchantAccountNumberList?: IncludeCriteria_MerchantAccountNumberList;
  SearchFilter?: IncludeCriteria_SearchFilter;
  ServiceOfferingList?: IncludeCriteria_ServiceOfferingList;
}
interface IncludeCriteria_MerchantAccountNumberList {
  MerchantAccountNumber: string[];
}
interface IncludeCriteria_SearchFilter {
  DCRIndicator?: string;
  ShippingAvailabilityIndicator?: string;
  ShipperPreparationDelay?: string;
  ClickAndCollectSortWithDistance?: string;
}
interface IncludeCriteria_ServiceOfferingList {
  ServiceOffering: ServiceOfferingList_ServiceOffering[];
}
interface ServiceOfferingList_ServiceOffering {
  Code: string;
  Description: string;
}
interface AccessPointSearch_ExcludeFromResult {
  BusinessClassificationCode?: string[];
  BusinessName?: string;
  Radius?: string;
  PostalCodeList?: ExcludeFromResult_PostalCodeList;
}
interface ExcludeFromResult_PostalCodeList {
  PostalCode: PostalCodeList_PostalCode[];
}
interface PostalCodeList_PostalCode {
  PrimaryPostalCode: string;
  SecondaryPostalCode?: string;
}
interface LocationSearchCriteria_OpenTimeCriteria {
  DayOfWeekCode?: string;
  FromTime?: string;
  ToTime?: string;
}
interface LocatorRequest_SortCriteria {
  SortType?: string;
}
interface LocatorRequest_ServiceGeoUnit {
  ServiceCode: string;
  GeoPoliticalUnit: string;
}
