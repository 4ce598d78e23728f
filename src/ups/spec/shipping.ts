/**
 * Made by `npm run ups:types` (json-schema-to-typescript) from Shipping.yaml of UPS's published specifications,
 * github.com/UPS-API/api-documentation. MIT License, Copyright (c) 2023 UPS-API: see NOTICE. Do not edit.
 */

type Product_ProductIdentifier = {
  ProductID?: string;
  ProductIDTypeCode?: string;
}[];

export interface Shipping {
  SHIP: {
    body: SHIPRequestWrapper;
    query: {
      additionaladdressvalidation?: string;
    };
    header: {
      transId?: string;
      transactionSrc?: string;
    };
  };
  VOID: {
    query: {
      trackingnumber?: string;
    };
    header: {
      transId?: string;
      transactionSrc?: string;
      shipperNumber?: string;
    };
  };
  RECOVER_LABEL: {
    body: LABELRECOVERYRequestWrapper;
    header: {
      transId?: string;
      transactionSrc?: string;
    };
  };
}
interface SHIPRequestWrapper {
  ShipmentRequest: ShipmentRequest;
}
interface ShipmentRequest {
  Request: ShipmentRequest_Request;
  Shipment: ShipmentRequest_Shipment;
  LabelSpecification?: ShipmentRequest_LabelSpecification;
  ReceiptSpecification?: ShipmentRequest_ReceiptSpecification;
}
interface ShipmentRequest_Request {
  RequestOption: string;
  SubVersion?: string;
  TransactionReference?: Request_TransactionReference;
}
interface Request_TransactionReference {
  CustomerContext?: string;
}
interface ShipmentRequest_Shipment {
  Description?: string;
  ReturnService?: Shipment_ReturnService;
  DocumentsOnlyIndicator?: string;
  Shipper: Shipment_Shipper;
  ShipTo: Shipment_ShipTo;
  AlternateDeliveryAddress?: Shipment_AlternateDeliveryAddress;
  ShipFrom?: Shipment_ShipFrom;
  PaymentInformation?: Shipment_PaymentInformation;
  FRSPaymentInformation?: Shipment_FRSPaymentInformation;
  GlobalTaxInformation?: Shipment_GlobalTaxInformation;
  WorldEase?: Shipment_WorldEase;
  FreightShipmentInformation?: Shipment_FreightShipmentInformation;
  GoodsNotInFreeCirculationIndicator?: string;
  PromotionalDiscountInformation?: Shipment_PromotionalDiscountInformation;
  DGSignatoryInfo?: Shipment_DGSignatoryInfo;
  ShipmentRatingOptions?: Shipment_ShipmentRatingOptions;
  MovementReferenceNumber?: string;
  ReferenceNumber?: Shipment_ReferenceNumber[];
  Service: Shipment_Service;
  InvoiceLineTotal?: Shipment_InvoiceLineTotal;
  ShipmentRiskEnteringEU?: string;
  NumOfPiecesInShipment?: string;
  USPSEndorsement?: string;
  MILabelCN22Indicator?: string;
  SubClassification?: string;
  CostCenter?: string;
  CostCenterBarcodeIndicator?: string;
  PackageID?: string;
  PackageIDBarcodeIndicator?: string;
  IrregularIndicator?: string;
  ShipmentIndicationType?: Shipment_ShipmentIndicationType[];
  MIDualReturnShipmentKey?: string;
  MIDualReturnShipmentIndicator?: string;
  RatingMethodRequestedIndicator?: string;
  TaxInformationIndicator?: string;
  ShipmentServiceOptions?: Shipment_ShipmentServiceOptions;
  Locale?: string;
  ShipmentValueThresholdCode?: string;
  ShipperType?: string;
  ConsigneeType?: string;
  MasterCartonID?: string;
  MasterCartonIndicator?: string;
  ShipmentDate?: string;
  Package: Shipment_Package[];
  QuoteID?: string;
  TradeDirect?: Shipment_TradeDirect;
  HealthcareIdentifier?: string;
}
interface Shipment_ReturnService {
  Code: string;
  Description?: string;
}
interface Shipment_Shipper {
  Name: string;
  AttentionName?: string;
  CompanyDisplayableName?: string;
  TaxIdentificationNumber?: string;
  Phone?: Shipper_Phone;
  ShipperNumber: string;
  FaxNumber?: string;
  EMailAddress?: string;
  Address: Shipper_Address;
}
interface Shipper_Phone {
  Number: string;
  Extension?: string;
}
interface Shipper_Address {
  AddressLine: string[];
  City: string;
  StateProvinceCode?: string;
  PostalCode?: string;
  CountryCode: string;
}
interface Shipment_ShipTo {
  Name: string;
  AttentionName?: string;
  CompanyDisplayableName?: string;
  TaxIdentificationNumber?: string;
  Phone?: ShipTo_Phone;
  FaxNumber?: string;
  EMailAddress?: string;
  Address: ShipTo_Address;
  LocationID?: string;
}
interface ShipTo_Phone {
  Number: string;
  Extension?: string;
}
interface ShipTo_Address {
  AddressLine: string[];
  City: string;
  StateProvinceCode?: string;
  PostalCode?: string;
  CountryCode: string;
  ResidentialAddressIndicator?: string;
  POBoxIndicator?: string;
}
interface Shipment_AlternateDeliveryAddress {
  Name: string;
  AttentionName: string;
  UPSAccessPointID?: string;
  Address: AlternateDeliveryAddress_Address;
}
interface AlternateDeliveryAddress_Address {
  AddressLine: string[];
  City: string;
  StateProvinceCode?: string;
  PostalCode?: string;
  CountryCode: string;
}
interface Shipment_ShipFrom {
  Name: string;
  AttentionName?: string;
  CompanyDisplayableName?: string;
  TaxIdentificationNumber?: string;
  TaxIDType?: ShipFrom_TaxIDType;
  Phone?: ShipFrom_Phone;
  FaxNumber?: string;
  Address: ShipFrom_Address;
  VendorInfo?: ShipFrom_VendorInfo;
}
interface ShipFrom_TaxIDType {
  Code: string;
  Description?: string;
}
interface ShipFrom_Phone {
  Number: string;
  Extension?: string;
}
interface ShipFrom_Address {
  AddressLine: string[];
  City: string;
  StateProvinceCode?: string;
  PostalCode?: string;
  CountryCode: string;
}
interface ShipFrom_VendorInfo {
  VendorCollectIDTypeCode: string;
  VendorCollectIDNumber: string;
  ConsigneeType?: string;
  IOSSContact?: VendorInfo_IOSSContact;
}
interface VendorInfo_IOSSContact {
  Name?: string;
  Address?: IOSSContact_Address;
}
interface IOSSContact_Address {
  AddressLine?: string[];
  City?: string;
  StateProvinceCode?: string;
  PostalCode?: string;
  CountryCode?: string;
}
interface Shipment_PaymentInformation {
  ShipmentCharge: PaymentInformation_ShipmentCharge[];
  SplitDutyVATIndicator?: string;
}
interface PaymentInformation_ShipmentCharge {
  Type: string;
  BillShipper?: ShipmentCharge_BillShipper;
  BillReceiver?: ShipmentCharge_BillReceiver;
  BillThirdParty?: ShipmentCharge_BillThirdParty;
  ConsigneeBilledIndicator?: string;
}
interface ShipmentCharge_BillShipper {
  AccountNumber?: string;
  CreditCard?: BillShipper_CreditCard;
  AlternatePaymentMethod?: string;
}
interface BillShipper_CreditCard {
  Type: string;
  Number: string;
  ExpirationDate: string;
  SecurityCode: string;
  Address?: CreditCard_Address;
}
interface CreditCard_Address {
  AddressLine: string[];
  City: string;
  StateProvinceCode?: string;
  PostalCode?: string;
  CountryCode: string;
}
interface ShipmentCharge_BillReceiver {
  AccountNumber: string;
  Address?: BillReceiver_Address;
}
interface BillReceiver_Address {
  PostalCode?: string;
}
interface ShipmentCharge_BillThirdParty {
  AccountNumber?: string;
  CertifiedElectronicMail?: string;
  InterchangeSystemCode?: string;
  Address: BillThirdParty_Address;
}
interface BillThirdParty_Address {
  PostalCode?: string;
  CountryCode: string;
}
interface Shipment_FRSPaymentInformation {
  Type: FRSPaymentInformation_Type;
  AccountNumber: string;
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
interface Shipment_GlobalTaxInformation {
  OriginCountryShipmentValue?: string;
  DestinationCountryShipmentValue?: string;
  ShipperTypeValue?: string;
  ConsigneeTypeValue?: string;
  AgentTaxIdentificationNumber?: GlobalTaxInformation_AgentTaxIdentificationNumber[];
}
interface GlobalTaxInformation_AgentTaxIdentificationNumber {
  AgentRole: string;
  TaxIdentificationNumber?: AgentTaxIdentificationNumber_TaxIdentificationNumber[];
}
interface AgentTaxIdentificationNumber_TaxIdentificationNumber {
  IdentificationNumber: string;
  IDNumberCustomerRole: string;
  IDNumberEncryptionIndicator: string;
  IDNumberIssuingCntryCd?: string;
  IDNumberPurposeCode: string;
  IDNumberRequestingCntryCd?: string;
  IDNumberTypeCode: string;
  IncludeIDNumberOnShippingBrokerageDocs?: string;
}
interface Shipment_WorldEase {
  DestinationCountryCode: string;
  DestinationPostalCode?: string;
  GCCN?: string;
  MasterEUConsolidationIndicator?: string;
  MasterHasDocBox?: string;
  MasterShipmentChgType: string;
  VendorCollectIDNumberExemptIndicator?: string;
  PortOfEntry: {
    Name: string;
    ClearancePortCode: string;
    Consignee: string;
    Address: Address_POE;
  };
}
interface Address_POE {
  AddressLine: string[];
  City: string;
  StateProvinceCode?: string;
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
  HandlingUnits?: FreightDensityInfo_HandlingUnits[];
}
interface FreightDensityInfo_AdjustedHeight {
  Value: string;
  UnitOfMeasurement: AdjustedHeight_UnitOfMeasurement;
}
interface AdjustedHeight_UnitOfMeasurement {
  Code: string;
  Description?: string;
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
  Description?: string;
}
interface Shipment_PromotionalDiscountInformation {
  PromoCode: string;
  PromoAliasCode: string;
}
interface Shipment_DGSignatoryInfo {
  Name?: string;
  Title?: string;
  Place?: string;
  Date?: string;
  ShipperDeclaration?: string;
  UploadOnlyIndicator?: string;
}
interface Shipment_ShipmentRatingOptions {
  NegotiatedRatesIndicator?: string;
  FRSShipmentIndicator?: string;
  RateChartIndicator?: string;
  TPFCNegotiatedRatesIndicator?: string;
  UserLevelDiscountIndicator?: string;
}
interface Shipment_ReferenceNumber {
  BarCodeIndicator?: string;
  Code?: string;
  Value: string;
}
interface Shipment_Service {
  Code: string;
  Description?: string;
}
interface Shipment_InvoiceLineTotal {
  CurrencyCode: string;
  MonetaryValue: string;
}
interface Shipment_ShipmentIndicationType {
  Code: string;
  Description?: string;
}
interface Shipment_ShipmentServiceOptions {
  SaturdayDeliveryIndicator?: string;
  SaturdayPickupIndicator?: string;
  COD?: ShipmentServiceOptions_COD;
  AccessPointCOD?: ShipmentServiceOptions_AccessPointCOD;
  DeliverToAddresseeOnlyIndicator?: string;
  DirectDeliveryOnlyIndicator?: string;
  Notification?: ShipmentServiceOptions_Notification[];
  LabelDelivery?: ShipmentServiceOptions_LabelDelivery;
  InternationalForms?: ShipmentServiceOptions_InternationalForms;
  DeliveryConfirmation?: ShipmentServiceOptions_DeliveryConfirmation;
  ReturnOfDocumentIndicator?: string;
  ImportControlIndicator?: string;
  LabelMethod?: ShipmentServiceOptions_LabelMethod;
  CommercialInvoiceRemovalIndicator?: string;
  UPScarbonneutralIndicator?: string;
  PreAlertNotification?: ShipmentServiceOptions_PreAlertNotification[];
  ExchangeForwardIndicator?: string;
  HoldForPickupIndicator?: string;
  DropoffAtUPSFacilityIndicator?: string;
  LiftGateForPickUpIndicator?: string;
  LiftGateForDeliveryIndicator?: string;
  SDLShipmentIndicator?: string;
  EPRAReleaseCode?: string;
  RestrictedArticles?: ShipmentServiceOptions_RestrictedArticles;
  InsideDelivery?: string;
  ItemDisposal?: string;
  EUDeMinimisIndicator?: string;
}
interface ShipmentServiceOptions_COD {
  CODFundsCode: string;
  CODAmount: COD_CODAmount;
}
interface COD_CODAmount {
  CurrencyCode: string;
  MonetaryValue: string;
}
interface ShipmentServiceOptions_AccessPointCOD {
  CurrencyCode: string;
  MonetaryValue: string;
}
interface ShipmentServiceOptions_Notification {
  NotificationCode: string;
  EMail: Notification_EMail;
  VoiceMessage?: Notification_VoiceMessage;
  TextMessage?: Notification_TextMessage;
  Locale?: Notification_Locale;
}
interface Notification_EMail {
  EMailAddress: string[];
  UndeliverableEMailAddress?: string;
  FromEMailAddress?: string;
  FromName?: string;
  Memo?: string;
}
interface Notification_VoiceMessage {
  PhoneNumber: string;
}
interface Notification_TextMessage {
  PhoneNumber: string;
}
interface Notification_Locale {
  Language: string;
  Dialect: string;
}
interface ShipmentServiceOptions_LabelDelivery {
  EMail?: LabelDelivery_EMail;
  LabelLinksIndicator?: string;
}
interface LabelDelivery_EMail {
  EMailAddress: string;
}
interface ShipmentServiceOptions_InternationalForms {
  FormType: string[];
  UserCreatedForm?: InternationalForms_UserCreatedForm;
  UPSPremiumCareForm?: InternationalForms_UPSPremiumCareForm;
  CN22Form?: InternationalForms_CN22Form;
  AdditionalDocumentIndicator?: string;
  FormGroupIdName?: string;
  EEIFilingOption?: InternationalForms_EEIFilingOption;
  Contacts?: InternationalForms_Contacts;
  Product: InternationalForms_Product[];
  InvoiceNumber?: string;
  InvoiceDate?: string;
  PurchaseOrderNumber?: string;
  TermsOfShipment?: string;
  ReasonForExport?: string;
  Comments?: string;
  DeclarationStatement?: string;
  Discount?: InternationalForms_Discount;
  FreightCharges?: InternationalForms_FreightCharges;
  InsuranceCharges?: InternationalForms_InsuranceCharges;
  OtherCharges?: InternationalForms_OtherCharges;
  CurrencyCode?: string;
  BlanketPeriod?: InternationalForms_BlanketPeriod;
  ExportDate?: string;
  ExportingCarrier?: string;
  CarrierID?: string;
  InBondCode?: string;
  EntryNumber?: string;
  PointOfOrigin?: string;
  PointOfOriginType?: string;
  ModeOfTransport?: string;
  PortOfExport?: string;
  PortOfUnloading?: string;
  LoadingPier?: string;
  PartiesToTransaction?: string;
  RoutedExportTransactionIndicator?: string;
  ContainerizedIndicator?: string;
  OverridePaperlessIndicator?: string;
  ShipperMemo?: string;
  HazardousMaterialsIndicator?: string;
}
interface InternationalForms_UserCreatedForm {
  DocumentID: string[];
}
interface InternationalForms_UPSPremiumCareForm {
  ShipmentDate: string;
  PageSize: string;
  PrintType: string;
  NumOfCopies: string;
  LanguageForUPSPremiumCare: UPSPremiumCareForm_LanguageForUPSPremiumCare;
}
interface UPSPremiumCareForm_LanguageForUPSPremiumCare {
  Language: string[];
}
interface InternationalForms_CN22Form {
  LabelSize: string;
  PrintsPerPage: string;
  LabelPrintType: string;
  CN22Type: string;
  CN22OtherDescription?: string;
  FoldHereText?: string;
  CN22Content: CN22Form_CN22Content[];
}
interface CN22Form_CN22Content {
  CN22ContentQuantity: string;
  CN22ContentDescription: string;
  CN22ContentWeight: CN22Content_CN22ContentWeight;
  CN22ContentTotalValue: string;
  CN22ContentCurrencyCode: string;
  CN22ContentCountryOfOrigin?: string;
  CN22ContentTariffNumber?: string;
  DDSReferenceNumber?: CN22Content_CN22DDSReferenceNumber;
}
interface CN22Content_CN22ContentWeight {
  UnitOfMeasurement: CN22ContentWeight_UnitOfMeasurement;
  Weight: string;
}
interface CN22ContentWeight_UnitOfMeasurement {
  Code: string;
  Description?: string;
}
interface CN22Content_CN22DDSReferenceNumber {
  Number?: string;
}
interface InternationalForms_EEIFilingOption {
  Code: string;
  EMailAddress?: string;
  Description?: string;
  UPSFiled?: EEIFilingOption_UPSFiled;
  ShipperFiled?: EEIFilingOption_ShipperFiled;
}
interface EEIFilingOption_UPSFiled {
  POA: UPSFiled_POA;
}
interface UPSFiled_POA {
  Code: string;
  Description?: string;
}
interface EEIFilingOption_ShipperFiled {
  Code: string;
  Description?: string;
  PreDepartureITNNumber?: string;
  ExemptionLegend?: string;
  EEIShipmentReferenceNumber?: string;
}
interface InternationalForms_Contacts {
  ForwardAgent?: Contacts_ForwardAgent;
  UltimateConsignee?: Contacts_UltimateConsignee;
  IntermediateConsignee?: Contacts_IntermediateConsignee;
  Producer?: Contacts_Producer;
  SoldTo?: Contacts_SoldTo;
}
interface Contacts_ForwardAgent {
  CompanyName: string;
  TaxIdentificationNumber: string;
  Address: ForwardAgent_Address;
}
interface ForwardAgent_Address {
  AddressLine: string[];
  City: string;
  StateProvinceCode?: string;
  Town?: string;
  PostalCode?: string;
  CountryCode: string;
}
interface Contacts_UltimateConsignee {
  CompanyName: string;
  Address: UltimateConsignee_Address;
  UltimateConsigneeType?: UltimateConsignee_UltimateConsigneeType;
}
interface UltimateConsignee_Address {
  AddressLine: string[];
  City: string;
  StateProvinceCode?: string;
  Town?: string;
  PostalCode?: string;
  CountryCode: string;
}
interface UltimateConsignee_UltimateConsigneeType {
  Code: string;
  Description?: string;
}
interface Contacts_IntermediateConsignee {
  CompanyName: string;
  Address: IntermediateConsignee_Address;
}
interface IntermediateConsignee_Address {
  AddressLine: string[];
  City: string;
  StateProvinceCode?: string;
  Town?: string;
  PostalCode?: string;
  CountryCode: string;
}
interface Contacts_Producer {
  Option?: string;
  CompanyName?: string;
  TaxIdentificationNumber?: string;
  Address?: Producer_Address;
  AttentionName?: string;
  Phone?: Producer_Phone;
  EMailAddress?: string;
}
interface Producer_Address {
  AddressLine: string[];
  City: string;
  StateProvinceCode?: string;
  Town?: string;
  PostalCode?: string;
  CountryCode: string;
}
interface Producer_Phone {
  Number: string;
  Extension?: string;
}
interface Contacts_SoldTo {
  Name: string;
  AttentionName: string;
  TaxIdentificationNumber?: string;
  Phone?: SoldTo_Phone;
  Option?: string;
  Address: SoldTo_Address;
  EMailAddress?: string;
  AccountNumber?: string;
}
interface SoldTo_Phone {
  Number: string;
  Extension?: string;
}
interface SoldTo_Address {
  AddressLine: string[];
  City: string;
  StateProvinceCode?: string;
  Town?: string;
  PostalCode?: string;
  CountryCode: string;
}
interface InternationalForms_Product {
  Description: string[];
  Unit?: Product_Unit;
  CommodityCode?: string;
  PartNumber?: string;
  OriginCountryCode?: string;
  JointProductionIndicator?: string;
  NetCostCode?: string;
  NetCostDateRange?: Product_NetCostDateRange;
  PreferenceCriteria?: string;
  ProducerInfo?: string;
  MarksAndNumbers?: string;
  NumberOfPackagesPerCommodity?: string;
  ProductWeight?: Product_ProductWeight;
  VehicleID?: string;
  ScheduleB?: Product_ScheduleB;
  ExportType?: string;
  SEDTotalValue?: string;
  TaxesPaid?: string;
  ExcludeFromForm?: Product_ExcludeFromForm;
  PackingListInfo?: Product_PackingListInfo;
  EEIInformation?: Product_EEIInformation;
  DDSReferenceNumber?: Product_DDSReferenceNumber;
  ProductIdentifier?: Product_ProductIdentifier;
  CommodityFieldSpecialConditionCode?: string;
}
interface Product_Unit {
  Number: string;
  UnitOfMeasurement: Unit_UnitOfMeasurement;
  Value: string;
}
interface Unit_UnitOfMeasurement {
  Code: string;
  Description?: string;
}
interface Product_NetCostDateRange {
  BeginDate: string;
  EndDate: string;
}
interface Product_ProductWeight {
  UnitOfMeasurement: ProductWeight_UnitOfMeasurement;
  Weight: string;
}
interface ProductWeight_UnitOfMeasurement {
  Code: string;
  Description?: string;
}
interface Product_ScheduleB {
  Number: string;
  Quantity?: string[];
  UnitOfMeasurement: ScheduleB_UnitOfMeasurement[];
}
interface ScheduleB_UnitOfMeasurement {
  Code: string;
  Description?: string;
}
interface Product_ExcludeFromForm {
  FormType: string[];
}
interface Product_PackingListInfo {
  PackageAssociated: PackingListInfo_PackageAssociated[];
}
interface PackingListInfo_PackageAssociated {
  PackageNumber: string;
  ProductAmount: string;
  ProductNote?: string;
}
interface Product_EEIInformation {
  ExportInformation?: string;
  License?: EEIInformation_License;
  DDTCInformation?: EEIInformation_DDTCInformation;
}
interface EEIInformation_License {
  Number?: string;
  Code?: string;
  LicenseLineValue?: string;
  ECCNNumber?: string;
}
interface EEIInformation_DDTCInformation {
  ITARExemptionNumber?: string;
  USMLCategoryCode?: string;
  EligiblePartyIndicator?: string;
  RegistrationNumber?: string;
  Quantity?: string;
  UnitOfMeasurement?: DDTCInformation_UnitOfMeasurement;
  SignificantMilitaryEquipmentIndicator?: string;
  ACMNumber?: string;
}
interface DDTCInformation_UnitOfMeasurement {
  Code: string;
  Description?: string;
}
interface Product_DDSReferenceNumber {
  Number?: string;
}
interface InternationalForms_Discount {
  MonetaryValue: string;
}
interface InternationalForms_FreightCharges {
  MonetaryValue: string;
}
interface InternationalForms_InsuranceCharges {
  MonetaryValue: string;
}
interface InternationalForms_OtherCharges {
  MonetaryValue: string;
  Description: string;
}
interface InternationalForms_BlanketPeriod {
  BeginDate: string;
  EndDate: string;
}
interface ShipmentServiceOptions_DeliveryConfirmation {
  DCISType: string;
  DCISNumber?: string;
}
interface ShipmentServiceOptions_LabelMethod {
  Code: string;
  Description?: string;
}
interface ShipmentServiceOptions_PreAlertNotification {
  EMailMessage?: PreAlertNotification_EMailMessage;
  VoiceMessage?: PreAlertNotification_VoiceMessage;
  TextMessage?: PreAlertNotification_TextMessage;
  Locale: PreAlertNotification_Locale;
}
interface PreAlertNotification_EMailMessage {
  EMailAddress: string;
  UndeliverableEMailAddress?: string;
}
interface PreAlertNotification_VoiceMessage {
  PhoneNumber: string;
}
interface PreAlertNotification_TextMessage {
  PhoneNumber: string;
}
interface PreAlertNotification_Locale {
  Language: string;
  Dialect: string;
}
interface ShipmentServiceOptions_RestrictedArticles {
  DiagnosticSpecimensIndicator?: string;
  AlcoholicBeveragesIndicator?: string;
  PerishablesIndicator?: string;
  PlantsIndicator?: string;
  SeedsIndicator?: string;
  SpecialExceptionsIndicator?: string;
  TobaccoIndicator?: string;
  ECigarettesIndicator?: string;
}
interface Shipment_Package {
  Description?: string;
  PalletDescription?: string;
  NumOfPieces?: string;
  UnitPrice?: string;
  Packaging: Package_Packaging;
  Dimensions?: Package_Dimensions;
  DimWeight?: Package_DimWeight;
  PackageWeight?: Package_PackageWeight;
  LargePackageIndicator?: string;
  OversizeIndicator?: string;
  MinimumBillableWeightIndicator?: string;
  ReferenceNumber?: Package_ReferenceNumber[];
  AdditionalHandlingIndicator?: string;
  SimpleRate?: Package_SimpleRate;
  UPSPremier?: Package_UPSPremier;
  PackageServiceOptions?: Package_PackageServiceOptions;
  Commodity?: Package_Commodity;
  HazMatPackageInformation?: Package_HazMatPackageInformation;
}
interface Package_Packaging {
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
  Code?: string;
  Description?: string;
}
interface Package_DimWeight {
  UnitOfMeasurement?: DimWeight_UnitOfMeasurement;
  Weight?: string;
}
interface DimWeight_UnitOfMeasurement {
  Code: string;
  Description?: string;
}
interface Package_PackageWeight {
  UnitOfMeasurement: PackageWeight_UnitOfMeasurement;
  Weight: string;
}
interface PackageWeight_UnitOfMeasurement {
  Code: string;
  Description?: string;
}
interface Package_ReferenceNumber {
  BarCodeIndicator?: string;
  Code?: string;
  Value: string;
}
interface Package_SimpleRate {
  Code: string;
  Description?: string;
}
interface Package_UPSPremier {
  Category: string;
  SensorID?: string;
  HandlingInstructions: UPSPremier_HandlingInstructions[];
}
interface UPSPremier_HandlingInstructions {
  Instruction: string;
}
interface Package_PackageServiceOptions {
  DeliveryConfirmation?: PackageServiceOptions_DeliveryConfirmation;
  DeclaredValue?: PackageServiceOptions_DeclaredValue;
  COD?: PackageServiceOptions_COD;
  AccessPointCOD?: PackageServiceOptions_AccessPointCOD;
  ShipperReleaseIndicator?: string;
  Notification?: PackageServiceOptions_Notification;
  HazMat?: PackageServiceOptions_HazMat[];
  HazMatTypeCode?: string;
  DryIce?: PackageServiceOptions_DryIce;
  UPSPremiumCareIndicator?: string;
  ProactiveIndicator?: string;
  PackageIdentifier?: string;
  ClinicalTrialsID?: string;
  RefrigerationIndicator?: string;
  Healthcare?: PackageServiceOptions_Healthcare;
}
interface PackageServiceOptions_DeliveryConfirmation {
  DCISType: string;
  DCISNumber?: string;
}
interface PackageServiceOptions_DeclaredValue {
  Type?: DeclaredValue_Type;
  CurrencyCode: string;
  MonetaryValue: string;
}
interface DeclaredValue_Type {
  Code: string;
  Description?: string;
}
interface PackageServiceOptions_COD {
  CODFundsCode: string;
  CODAmount: PackageServiceOptions_COD_CODAmount;
}
interface PackageServiceOptions_COD_CODAmount {
  CurrencyCode: string;
  MonetaryValue: string;
}
interface PackageServiceOptions_AccessPointCOD {
  CurrencyCode: string;
  MonetaryValue: string;
}
interface PackageServiceOptions_Notification {
  NotificationCode: string;
  EMail: PackageServiceOptions_Notification_EMail;
}
interface PackageServiceOptions_Notification_EMail {
  Subject?: string;
  SubjectCode?: string;
  EMailAddress: string[];
  UndeliverableEMailAddress?: string;
  FromEMailAddress?: string;
  FromName?: string;
  Memo?: string;
}
interface PackageServiceOptions_HazMat {
  PackagingTypeQuantity?: string;
  RecordIdentifier1?: string;
  RecordIdentifier2?: string;
  RecordIdentifier3?: string;
  SubRiskClass?: string;
  aDRItemNumber?: string;
  aDRPackingGroupLetter?: string;
  TechnicalName?: string;
  HazardLabelRequired?: string;
  ClassDivisionNumber?: string;
  ReferenceNumber?: string;
  Quantity?: string;
  UOM?: string;
  PackagingType?: string;
  IDNumber?: string;
  ProperShippingName: string;
  AdditionalDescription?: string;
  PackagingGroupType?: string;
  PackagingInstructionCode?: string;
  EmergencyPhone?: string;
  EmergencyContact?: string;
  ReportableQuantity?: string;
  RegulationSet: string;
  TransportationMode: string;
  CommodityRegulatedLevelCode?: string;
  TransportCategory?: string;
  TunnelRestrictionCode?: string;
  ChemicalRecordIdentifier?: string;
  LocalTechnicalName?: string;
  LocalProperShippingName?: string;
}
interface PackageServiceOptions_DryIce {
  RegulationSet: string;
  DryIceWeight: DryIce_DryIceWeight;
  MedicalUseIndicator?: string;
}
interface DryIce_DryIceWeight {
  UnitOfMeasurement: DryIceWeight_UnitOfMeasurement;
  Weight: string;
}
interface DryIceWeight_UnitOfMeasurement {
  Code: string;
  Description?: string;
}
interface PackageServiceOptions_Healthcare {
  ProgramIdentifier?: string;
  SubAttribute?: string;
  UniqueIdentifier?: string;
  Text?: string;
}
interface Package_Commodity {
  FreightClass: string;
  NMFC?: Commodity_NMFC;
}
interface Commodity_NMFC {
  PrimeCode: string;
  SubCode?: string;
}
interface Package_HazMatPackageInformation {
  AllPackedInOneIndicator?: string;
  OverPackedIndicator?: string;
  QValue?: string;
  OuterPackagingType?: string;
}
interface Shipment_TradeDirect {
  Master?: TradeDirect_Master;
  Child?: TradeDirect_Child;
  GeneralDescriptionOfGoods?: string;
  ShipmentType: string;
  CurrencyCode: string;
}
interface TradeDirect_Master {
  SoldToSameAsShipTo?: string;
  SoldTo?: Master_SoldTo;
  Pickup?: Master_Pickup;
  TradeComplianceDetails?: Master_TradeComplianceDetails;
  UomType: string;
  NotificationBeforeDelivery?: TradeDirect_NotificationBeforeDelivery;
}
interface Master_SoldTo {
  Name: string;
  AttentionName?: string;
  TaxIdentificationNumber?: string;
  Phone?: TradeDirect_Phone;
  Option?: string;
  Address: TradeDirect_Address;
  EmailAddress: string;
  AccountNumber?: string;
}
interface TradeDirect_Phone {
  Number: string;
  Extension?: string;
}
interface TradeDirect_Address {
  AddressLine: string;
  City: string;
  StateProvinceCode?: string;
  PostalCode?: string;
  CountryCode: string;
}
interface Master_Pickup {
  Name: string;
  AttentionName?: string;
  Phone?: TradeDirect_Phone;
  Address: TradeDirect_Address;
  EMailAddress: string;
}
interface Master_TradeComplianceDetails {
  TermsOfShipment?: string;
  ReasonForExport?: string;
  Comments?: string;
  DeclarationStatement?: string;
}
interface TradeDirect_NotificationBeforeDelivery {
  RequestType?: string;
  MediaTypeCode?: string;
  Language?: string;
  Dialect?: string;
  ShipFromCompanyName?: string;
  CompanyName?: string;
  Phone?: TradeDirect_Phone;
  SubjectLine?: string;
  Memo?: string;
  Name?: string;
  EMailAddress: string;
  AlternateEmailAddress?: string;
}
interface TradeDirect_Child {
  USI: string;
  HazMatIndicator?: string;
  Type: string;
  Product: Child_Product;
  LtlPackage: Child_LTL_Package;
  LtlCharges?: Child_LTL_Charges;
}
interface Child_Product {
  Description: string;
  UnitPrice: string;
  NumberOfUnits: string;
  ProductNumber: string;
  CountryOriginCode: string;
  UnitOfMeasure: string;
  CommodityCode?: string;
  JointProductionIndicator?: string;
  NetCostCode?: string;
  NetCostDateRange?: Product_NetCostDateRange;
  PreferenceCriteria?: string;
  ProducerInfo?: string;
  MarksAndNumbers?: string;
  NumberOfPackagesPerCommodity?: string;
  ProductWeight?: Product_ProductWeight;
  VehicleID?: string;
  ScheduleB?: Product_ScheduleB;
  ExportType?: string;
  SEDTotalValue?: string;
  TaxesPaid?: string;
  ExcludeFromForm?: Product_ExcludeFromForm;
  PackingListInfo?: Product_PackingListInfo;
  EEIInformation?: Product_EEIInformation;
}
interface Child_LTL_Package {
  NumberOfIdenticalUnits: string;
  HandlingUnits: LTL_Handling_Units;
  ReferenceNumber?: LTL_Reference_Number;
}
interface LTL_Handling_Units {
  Quantity: string;
  Type: string;
  FreightClass: string;
  Dimensions: LTL_Dimensions;
  PackageWeight: LTL_Package_Weight_Type;
}
interface LTL_Dimensions {
  Length: string;
  Width: string;
  Height: string;
  UnitOfMeasurement: string;
}
interface LTL_Package_Weight_Type {
  Weight: string;
  UnitOfMeasurement: string;
}
interface LTL_Reference_Number {
  Code: string;
  Value: string;
}
interface Child_LTL_Charges {
  Discount?: string;
  FreightCharges?: string;
  InsuranceCharges?: string;
  OtherCharges?: LTL_Other_Charges;
}
interface LTL_Other_Charges {
  MonetaryValue: string;
  ChargeDescription: string;
}
interface ShipmentRequest_LabelSpecification {
  LabelImageFormat: LabelSpecification_LabelImageFormat;
  HTTPUserAgent?: string;
  LabelStockSize: LabelSpecification_LabelStockSize;
  Instruction?: LabelSpecification_Instruction[];
  CharacterSet?: string;
}
interface LabelSpecification_LabelImageFormat {
  Code: string;
  Description?: string;
}
interface LabelSpecification_LabelStockSize {
  Height: string;
  Width: string;
}
interface LabelSpecification_Instruction {
  Code: string;
  Description?: string;
}
interface ShipmentRequest_ReceiptSpecification {
  ImageFormat: ReceiptSpecification_ImageFormat;
}
interface ReceiptSpecification_ImageFormat {
  Code: string;
  Description?: string;
}
interface LABELRECOVERYRequestWrapper {
  LabelRecoveryRequest: LabelRecoveryRequest;
}
interface LabelRecoveryRequest {
  Request: LabelRecoveryRequest_Request;
  LabelSpecification?: LabelRecoveryRequest_LabelSpecification;
  Translate?: LabelRecoveryRequest_Translate;
  LabelDelivery?: LabelRecoveryRequest_LabelDelivery;
  TrackingNumber?: string;
  TrackingNumbers: string[];
  MailInnovationsTrackingNumber?: string;
  ReferenceValues: LabelRecoveryRequest_ReferenceValues;
  Locale?: string;
  UPSPremiumCareForm?: LabelRecoveryRequest_UPSPremiumCareForm;
}
interface LabelRecoveryRequest_Request {
  SubVersion?: string;
  RequestOption?: string;
  TransactionReference?: LRRequest_TransactionReference;
}
interface LRRequest_TransactionReference {
  CustomerContext?: string;
}
interface LabelRecoveryRequest_LabelSpecification {
  HTTPUserAgent?: string;
  LabelImageFormat?: LabelRecovery_LabelSpecification_LabelImageFormat;
  LabelStockSize?: LabelRecovery_LabelSpecification_LabelStockSize;
}
interface LabelRecovery_LabelSpecification_LabelImageFormat {
  Code: string;
  Description?: string;
}
interface LabelRecovery_LabelSpecification_LabelStockSize {
  Height: string;
  Width: string;
}
interface LabelRecoveryRequest_Translate {
  LanguageCode: string;
  DialectCode: string;
  Code: string;
}
interface LabelRecoveryRequest_LabelDelivery {
  LabelLinkIndicator?: string;
  ResendEMailIndicator?: string;
}
interface LabelRecoveryRequest_ReferenceValues {
  ReferenceNumber: ReferenceValues_ReferenceNumber;
  ShipperNumber: string;
}
interface ReferenceValues_ReferenceNumber {
  Value: string;
}
interface LabelRecoveryRequest_UPSPremiumCareForm {
  PageSize: string;
  PrintType: string;
}
