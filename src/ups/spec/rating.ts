/**
 * Made by `npm run ups:types` (json-schema-to-typescript) from Rating.yaml of UPS's published specifications,
 * github.com/UPS-API/api-documentation. MIT License, Copyright (c) 2023 UPS-API: see NOTICE. Do not edit.
 */

export interface Rating {
  RATE: {
    body: RATERequestWrapper;
    query: {
      additionalinfo?: string;
    };
    header: {
      transId?: string;
      transactionSrc?: string;
    };
  };
}
interface RATERequestWrapper {
  RateRequest: RateRequest;
}
interface RateRequest {
  Request: RateRequest_Request;
  PickupType?: RateRequest_PickupType;
  CustomerClassification?: RateRequest_CustomerClassification;
  Shipment: RateRequest_Shipment;
}
interface RateRequest_Request {
  SubVersion?: string;
  TransactionReference?: Request_TransactionReference;
}
interface Request_TransactionReference {
  CustomerContext?: string;
}
interface RateRequest_PickupType {
  Code: string;
  Description?: string;
}
interface RateRequest_CustomerClassification {
  Code: string;
  Description?: string;
}
interface RateRequest_Shipment {
  OriginRecordTransactionTimestamp?: string;
  Shipper: Shipment_Shipper;
  ShipTo: Shipment_ShipTo;
  ShipFrom?: Shipment_ShipFrom;
  AlternateDeliveryAddress?: Shipment_AlternateDeliveryAddress;
  ShipmentIndicationType?: Shipment_ShipmentIndicationType[];
  PaymentDetails?: Shipment_PaymentDetails;
  FRSPaymentInformation?: Shipment_FRSPaymentInformation;
  FreightShipmentInformation?: Shipment_FreightShipmentInformation;
  GoodsNotInFreeCirculationIndicator?: string;
  Service?: Shipment_Service;
  NumOfPieces?: string;
  ShipmentTotalWeight?: Shipment_ShipmentTotalWeight;
  DocumentsOnlyIndicator?: string;
  Package: Shipment_Package[];
  ShipmentServiceOptions?: Shipment_ShipmentServiceOptions;
  ShipmentRatingOptions?: Shipment_ShipmentRatingOptions;
  InvoiceLineTotal?: Shipment_InvoiceLineTotal;
  RatingMethodRequestedIndicator?: string;
  TaxInformationIndicator?: string;
  PromotionalDiscountInformation?: Shipment_PromotionalDiscountInformation;
  DeliveryTimeInformation?: Shipment_DeliveryTimeInformation;
  MasterCartonIndicator?: string;
  WWEShipmentIndicator?: string;
}
interface Shipment_Shipper {
  Name?: string;
  AttentionName?: string;
  ShipperNumber?: string;
  Address: Shipper_Address;
}
interface Shipper_Address {
  AddressLine: string[];
  City?: string;
  StateProvinceCode?: string;
  PostalCode?: string;
  CountryCode: string;
}
interface Shipment_ShipTo {
  Name?: string;
  AttentionName?: string;
  Address: ShipTo_Address;
}
interface ShipTo_Address {
  AddressLine: string[];
  City?: string;
  StateProvinceCode?: string;
  PostalCode?: string;
  CountryCode: string;
  ResidentialAddressIndicator?: string;
}
interface Shipment_ShipFrom {
  Name?: string;
  AttentionName?: string;
  Address: ShipFrom_Address;
}
interface ShipFrom_Address {
  AddressLine?: string[];
  City?: string;
  StateProvinceCode?: string;
  PostalCode?: string;
  CountryCode: string;
}
interface Shipment_AlternateDeliveryAddress {
  Name?: string;
  Address: AlternateDeliveryAddress_Address;
}
interface AlternateDeliveryAddress_Address {
  AddressLine?: string[];
  City?: string;
  StateProvinceCode?: string;
  PostalCode?: string;
  CountryCode: string;
  ResidentialAddressIndicator?: string;
  POBoxIndicator?: string;
}
interface Shipment_ShipmentIndicationType {
  Code: string;
  Description?: string;
}
interface Shipment_PaymentDetails {
  ShipmentCharge: PaymentDetails_ShipmentCharge[];
  SplitDutyVATIndicator?: string;
}
interface PaymentDetails_ShipmentCharge {
  Type: string;
  BillShipper?: ShipmentCharge_BillShipper;
  BillReceiver?: ShipmentCharge_BillReceiver;
  BillThirdParty?: ShipmentCharge_BillThirdParty;
  ConsigneeBilledIndicator?: string;
}
interface ShipmentCharge_BillShipper {
  AccountNumber: string;
}
interface ShipmentCharge_BillReceiver {
  AccountNumber: string;
  Address?: BillReceiver_Address;
}
interface BillReceiver_Address {
  PostalCode?: string;
}
interface ShipmentCharge_BillThirdParty {
  AccountNumber: string;
  Address: BillThirdParty_Address;
}
interface BillThirdParty_Address {
  AddressLine?: string[];
  City?: string;
  StateProvinceCode?: string;
  PostalCode?: string;
  CountryCode: string;
}
interface Shipment_FRSPaymentInformation {
  Type: FRSPaymentInformation_Type;
  AccountNumber?: string;
  Address?: FRSPaymentInformation_Address;
}
interface FRSPaymentInformation_Type {
  Code: string;
  Description?: string;
}
interface FRSPaymentInformation_Address {
  PostalCode?: string;
  CountryCode: string;
}
interface Shipment_FreightShipmentInformation {
  FreightDensityInfo?: FreightShipmentInformation_FreightDensityInfo;
  DensityEligibleIndicator?: string;
}
interface FreightShipmentInformation_FreightDensityInfo {
  AdjustedHeightIndicator?: string;
  AdjustedHeight?: FreightDensityInfo_AdjustedHeight;
  HandlingUnits: FreightDensityInfo_HandlingUnits[];
}
interface FreightDensityInfo_AdjustedHeight {
  Value: string;
  UnitOfMeasurement: AdjustedHeight_UnitOfMeasurement;
}
interface AdjustedHeight_UnitOfMeasurement {
  Code: string;
  Description: string;
}
interface FreightDensityInfo_HandlingUnits {
  Quantity: string;
  Type: HandlingUnits_Type;
  Dimensions: HandlingUnits_Dimensions;
}
interface HandlingUnits_Type {
  Code: string;
  Description?: string;
}
interface HandlingUnits_Dimensions {
  UnitOfMeasurement: HandlingUnits_UnitOfMeasurement;
  Length: string;
  Width: string;
  Height: string;
}
interface HandlingUnits_UnitOfMeasurement {
  Code: string;
  Description: string;
}
interface Shipment_Service {
  Code: string;
  Description?: string;
}
interface Shipment_ShipmentTotalWeight {
  UnitOfMeasurement: ShipmentTotalWeight_UnitOfMeasurement;
  Weight: string;
}
interface ShipmentTotalWeight_UnitOfMeasurement {
  Code: string;
  Description: string;
}
interface Shipment_Package {
  PackagingType?: Package_PackagingType;
  Dimensions?: Package_Dimensions;
  DimWeight?: Package_DimWeight;
  PackageWeight?: Package_PackageWeight;
  Commodity?: Package_Commodity;
  LargePackageIndicator?: string;
  PackageServiceOptions?: Package_PackageServiceOptions;
  AdditionalHandlingIndicator?: string;
  SimpleRate?: Package_SimpleRate;
  UPSPremier?: Package_UPSPremier;
  OversizeIndicator?: string;
  MinimumBillableWeightIndicator?: string;
}
interface Package_PackagingType {
  Code: string;
  Description?: string;
}
interface Package_Dimensions {
  UnitOfMeasurement: Dimensions_UnitOfMeasurement;
  Length: string;
  Width: string;
  Height: string;
}
interface Dimensions_UnitOfMeasurement {
  Code: string;
  Description: string;
}
interface Package_DimWeight {
  UnitOfMeasurement?: DimWeight_UnitOfMeasurement;
  Weight?: string;
}
interface DimWeight_UnitOfMeasurement {
  Code: string;
  Description: string;
}
interface Package_PackageWeight {
  UnitOfMeasurement: PackageWeight_UnitOfMeasurement;
  Weight: string;
}
interface PackageWeight_UnitOfMeasurement {
  Code: string;
  Description: string;
}
interface Package_Commodity {
  FreightClass: string;
  NMFC?: Commodity_NMFC;
}
interface Commodity_NMFC {
  PrimeCode: string;
  SubCode?: string;
}
interface Package_PackageServiceOptions {
  DeliveryConfirmation?: PackageServiceOptions_DeliveryConfirmation;
  AccessPointCOD?: PackageServiceOptions_AccessPointCOD;
  COD?: PackageServiceOptions_COD;
  DeclaredValue?: PackageServiceOptions_DeclaredValue;
  ShipperDeclaredValue?: PackageServiceOptions_ShipperDeclaredValue;
  ShipperReleaseIndicator?: string;
  ProactiveIndicator?: string;
  RefrigerationIndicator?: string;
  Insurance?: PackageServiceOptions_Insurance;
  UPSPremiumCareIndicator?: string;
  HazMat?: PackageServiceOptions_HazMat;
  DryIce?: PackageServiceOptions_DryIce;
}
interface PackageServiceOptions_DeliveryConfirmation {
  DCISType: string;
}
interface PackageServiceOptions_AccessPointCOD {
  CurrencyCode: string;
  MonetaryValue: string;
}
interface PackageServiceOptions_COD {
  CODFundsCode: string;
  CODAmount: COD_CODAmount;
}
interface COD_CODAmount {
  CurrencyCode: string;
  MonetaryValue: string;
}
interface PackageServiceOptions_DeclaredValue {
  CurrencyCode: string;
  MonetaryValue: string;
}
interface PackageServiceOptions_ShipperDeclaredValue {
  CurrencyCode: string;
  MonetaryValue: string;
}
interface PackageServiceOptions_Insurance {
  BasicFlexibleParcelIndicator?: Insurance_BasicFlexibleParcelIndicator;
  ExtendedFlexibleParcelIndicator?: Insurance_ExtendedFlexibleParcelIndicator;
  TimeInTransitFlexibleParcelIndicator?: Insurance_TimeInTransitFlexibleParcelIndicator;
  PackageProtection?: Insurance_PackageProtection;
}
interface Insurance_BasicFlexibleParcelIndicator {
  CurrencyCode: string;
  MonetaryValue: string;
}
interface Insurance_ExtendedFlexibleParcelIndicator {
  CurrencyCode: string;
  MonetaryValue: string;
}
interface Insurance_TimeInTransitFlexibleParcelIndicator {
  CurrencyCode: string;
  MonetaryValue: string;
}
interface Insurance_PackageProtection {
  CurrencyCode: string;
  MonetaryValue: string;
}
interface PackageServiceOptions_HazMat {
  PackageIdentifier?: string;
  QValue?: string;
  OverPackedIndicator?: string;
  AllPackedInOneIndicator?: string;
  HazMatChemicalRecord: HazMat_HazMatChemicalRecord[];
}
interface HazMat_HazMatChemicalRecord {
  ChemicalRecordIdentifier?: string;
  ClassDivisionNumber?: string;
  IDNumber?: string;
  TransportationMode: string;
  RegulationSet: string;
  EmergencyPhone?: string;
  EmergencyContact?: string;
  ReportableQuantity?: string;
  SubRiskClass?: string;
  PackagingGroupType?: string;
  Quantity?: string;
  UOM?: string;
  PackagingInstructionCode?: string;
  ProperShippingName?: string;
  TechnicalName?: string;
  AdditionalDescription?: string;
  PackagingType?: string;
  HazardLabelRequired?: string;
  PackagingTypeQuantity?: string;
  CommodityRegulatedLevelCode?: string;
  TransportCategory?: string;
  TunnelRestrictionCode?: string;
}
interface PackageServiceOptions_DryIce {
  RegulationSet: string;
  DryIceWeight: DryIce_DryIceWeight;
  MedicalUseIndicator?: string;
  AuditRequired?: string;
}
interface DryIce_DryIceWeight {
  UnitOfMeasurement: DryIceWeight_UnitOfMeasurement;
  Weight: string;
}
interface DryIceWeight_UnitOfMeasurement {
  Code: string;
  Description: string;
}
interface Package_SimpleRate {
  Code: string;
  Description?: string;
}
interface Package_UPSPremier {
  Category: string;
}
interface Shipment_ShipmentServiceOptions {
  GlobalCheckoutIndicator?: string;
  SaturdayPickupIndicator?: string;
  SaturdayDeliveryIndicator?: string;
  SundayDeliveryIndicator?: string;
  AvailableServicesOption?: string;
  AccessPointCOD?: ShipmentServiceOptions_AccessPointCOD;
  DeliverToAddresseeOnlyIndicator?: string;
  DirectDeliveryOnlyIndicator?: string;
  COD?: ShipmentServiceOptions_COD;
  DeliveryConfirmation?: ShipmentServiceOptions_DeliveryConfirmation;
  ReturnOfDocumentIndicator?: string;
  UPScarbonneutralIndicator?: string;
  CertificateOfOriginIndicator?: string;
  PickupOptions?: ShipmentServiceOptions_PickupOptions;
  DeliveryOptions?: ShipmentServiceOptions_DeliveryOptions;
  RestrictedArticles?: ShipmentServiceOptions_RestrictedArticles;
  ShipperExportDeclarationIndicator?: string;
  CommercialInvoiceRemovalIndicator?: string;
  ImportControl?: ShipmentServiceOptions_ImportControl;
  ReturnService?: ShipmentServiceOptions_ReturnService;
  SDLShipmentIndicator?: string;
  EPRAIndicator?: string;
  InsideDelivery?: string;
  ItemDisposalIndicator?: string;
}
interface ShipmentServiceOptions_AccessPointCOD {
  CurrencyCode: string;
  MonetaryValue: string;
}
interface ShipmentServiceOptions_COD {
  CODFundsCode: string;
  CODAmount: ShipmentServiceOptions_COD_CODAmount;
}
interface ShipmentServiceOptions_COD_CODAmount {
  CurrencyCode: string;
  MonetaryValue: string;
}
interface ShipmentServiceOptions_DeliveryConfirmation {
  DCISType: string;
}
interface ShipmentServiceOptions_PickupOptions {
  LiftGateAtPickupIndicator?: string;
  HoldForPickupIndicator?: string;
}
interface ShipmentServiceOptions_DeliveryOptions {
  LiftGateAtDeliveryIndicator?: string;
  DropOffAtUPSFacilityIndicator?: string;
}
interface ShipmentServiceOptions_RestrictedArticles {
  AlcoholicBeveragesIndicator?: string;
  DiagnosticSpecimensIndicator?: string;
  PerishablesIndicator?: string;
  PlantsIndicator?: string;
  SeedsIndicator?: string;
  SpecialExceptionsIndicator?: string;
  TobaccoIndicator?: string;
  ECigarettesIndicator?: string;
  HempCBDIndicator?: string;
}
interface ShipmentServiceOptions_ImportControl {
  Code: string;
  Description?: string;
}
interface ShipmentServiceOptions_ReturnService {
  Code: string;
  Description?: string;
}
interface Shipment_ShipmentRatingOptions {
  NegotiatedRatesIndicator?: string;
  FRSShipmentIndicator?: string;
  RateChartIndicator?: string;
  UserLevelDiscountIndicator?: string;
  TPFCNegotiatedRatesIndicator?: string;
}
interface Shipment_InvoiceLineTotal {
  CurrencyCode: string;
  MonetaryValue: string;
}
interface Shipment_PromotionalDiscountInformation {
  PromoCode: string;
  PromoAliasCode: string;
}
interface Shipment_DeliveryTimeInformation {
  PackageBillType: string;
  Pickup?: DeliveryTimeInformation_Pickup;
  ReturnContractServices?: DeliveryTimeInformation_ReturnContractServices[];
}
interface DeliveryTimeInformation_Pickup {
  Date: string;
  Time?: string;
}
interface DeliveryTimeInformation_ReturnContractServices {
  Code: string;
  Description?: string;
}
