/**
 * Who sees which field of an object once a query has reached it; a field may be in one place only. What a mutation gives
 * back is seen by whoever may call it: `payloads.test.ts`. `anybody`: it is guarded by
 * what leads to it. Root fields: `expectations.ts`.
 */
export const fieldAccess: Record<
  string,
  Partial<Record<"anybody" | "quote|read" | "read" | "admin" | "operate", string>>
> = {
  Carrier: { "quote|read": "code name services packageTypes" },
  CarrierLocation: {
    "quote|read": `id name kinds address latitude longitude phone openingHours latestDropOff serviceNames
      instructions accessPointId isAccessPoint isAvailable refreshedAt carrier`,
  },
  OpeningHours: { anybody: "weekday opens closes" },
  LatestDropOff: { anybody: "weekday service time" },
  CarrierLocationCandidate: { anybody: "lines city region postalCode countryCode latitude longitude" },
  CarrierLocationsPayload: { anybody: "results candidates userErrors" },
  CarrierLocationResult: { anybody: "location distance distanceUnit" },
  CarrierService: { anybody: "code name carrierServiceCode isRatedByName" },
  CarrierPackageType: { anybody: "code name carrierPackageTypeCode" },
  CarrierAccount: {
    read: `id name environment status address accountType shipsRegulatedItems appName callbackUrl createdAt carrier
      accountNumberMasked clientIdMasked clientSecretFingerprint credentialsRotatedAt products setup negotiatedRates`,
  },
  CarrierProductCheck: { read: "product state carrierMessages checkedAt setupStep" },
  CarrierAccountSetup: { read: "groups isComplete suggestedCallbackUrl" },
  SetupGroup: { anybody: "title steps" },
  SetupStep: { anybody: "key title instruction url isRequired isVerifiable state confirmedAt confirmedBy" },
  CarrierRequest: {
    read: "id carrierAccount purchase operation durationMs httpStatus carrierErrorCode transactionId carrierTransactionId startedAt",
  },
  CarrierShippingMethod: {
    read: `id name provider integrationLevel invoicingPolicy isPublished createdAt archivedAt configuration supersedes
      shipFromPlace priceRules availability dispatch productReference externalReference shipsWith`,
  },
  PackageTemplate: {
    read: "id name innerDimensions outerDimensions tareWeight maxWeight createdAt archivedAt packageType",
  },
  CustomerCarrierAccount: {
    read: "id customerId accountNumberMasked postalCode countryCode name createdAt carrier",
  },
  ShipFromPlace: {
    read: `id name address timeZone openingHours createdAt archivedAt defaultCarrierAccount defaultShippingMethod`,
  },
  PlaceOpeningHours: { anybody: "weekday opens closes" },
  PackItemsPayload: { anybody: "boxes unpacked userErrors" },
  PackingBox: {
    anybody: "method items dimensions grossWeight billableWeight",
    read: "packageTemplate packageType",
  },
  PackingBoxItem: { anybody: "itemIndex productId sku description quantity placements" },
  PackingPlacement: { anybody: "x y z length width height" },
  PackingBillableWeight: { anybody: "weight basis dimensionalWeight divisor explanation" },
  UnpackedItem: { anybody: "itemIndex quantity reason message" },
  ShippingPriceRules: { read: "marginPercent marginAmount handlingAmount freeAbove insurancePercent rounding" },
  ShippingPriceRounding: { read: "increment ending direction" },
  ShippingMethodAvailability: {
    read: "countries regions postalPrefixes postalRanges maxWeight maxVolume requiredTags excludedTags channels",
  },
  PostalRange: { anybody: "from to" },
  PackageVolume: { anybody: "value unit" },
  ShippingMethodDispatch: { read: "handlingDays cutOffTime timeZone blackoutDays transitDays" },
  TransitDays: { anybody: "min max" },
  FixedPriceConfiguration: { read: "price" },
  RulesConfiguration: { read: "currencyCode weightUnit dimensionUnit rules" },
  ShippingPriceRule: { read: "conditions destination base factor factorVariable" },
  ShippingPriceCondition: { read: "variable operator value" },
  ShippingPriceDestination: { read: "countries regions postalPrefixes postalRanges" },
  UpsConfiguration: {
    read: `weightUnit dimensionUnit labelFormat billMyAccount collectOnDelivery generateReturnLabel dutiesPayer carrierAccount
      service packageType`,
  },
  RateQuote: {
    "quote|read": `id price estimatedDeliveryDate estimatedDeliveryTime transitDays isGuaranteed isSaturdayDelivery
      expiresAt service`,
    read: "billableWeight shippingMethod options carrierPrice carrierMessages priceExplanation",
  },
  DeliveryOptionsPayload: { anybody: "options unavailable isComplete address packages unpacked userErrors" },
  DeliveryOption: {
    "quote|read": `id name price isFree isCheapest isFastest promisedDate promisedLatestDate isAccessPoint service
      rateQuote`,
  },
  UnavailableDelivery: { "quote|read": "name reason message" },
  PriceStep: { read: "kind change total text" },
  CarrierPrice: { read: "published negotiated negotiatedState charges" },
  RateCharge: { anybody: "carrierChargeCode kind name amount" },
  Shipment: {
    "quote|read": "id number status direction orderId createdAt service packages deliveryStatus acceptedOffer",
    read: `duplicateOf isAcceptedOfferOutdated returnShipments outboundShipment returnService generatedReturn reference tags shipDate shipFrom shipTo carrierLocation shippingMethod carrierAccount environment options purchases charges labelsDocument documents customsDeclaration erasedAt`,
  },
  AcceptedOffer: {
    "quote|read": `rateQuoteId price estimatedDeliveryDate estimatedDeliveryTime transitDays isGuaranteed isSaturdayDelivery
      quotedAt acceptedAt service`,
    read: "carrierTotal",
  },
  PriceChange: { read: "was now difference" },
  CustomsDeclaration: {
    anybody: `reasonForExport incoterm invoiceNumber invoiceDate comments declarationStatement soldTo currencyCode items
      goodsValue discount freightCharges insuranceCharges otherCharges exportFiling taxNumbers sellerKind recipientKind isLowValue`,
  },
  ExportFiling: { anybody: "itn exemption carrierFiling" },
  CarrierExportFiling: { anybody: "powerOfAttorney ultimateConsignee isBetweenRelatedParties licenseCode eccn" },
  CustomsTaxNumber: { anybody: "role kind number countryCode" },
  CustomsItem: {
    anybody: "description quantity unitValue weight sku hsCode originCountryCode manufacturerProductId gtin",
  },
  CustomsOtherCharges: { anybody: "amount description" },
  ShipmentOptions: {
    anybody: `payer payerAccountNumberMasked dutiesPayer dutiesPayerAccountNumberMasked signature isSaturdayDelivery collectOnDelivery
      collectOnDeliveryFunds notifications generateReturnLabel letters`,
  },
  ReturnService: { anybody: "kind email boxNumber" },
  GeneratedReturn: { anybody: "state shipment userErrors" },
  ShipmentNotification: { anybody: "event emails memo" },
  CarrierServiceOption: {
    anybody: "code isAvailable reason level minimum maximum currencyCodes funds note",
  },
  CarrierServiceOptionsPayload: { anybody: "options userErrors" },
  ShipmentCharges: {
    anybody: `estimated purchased voided actual paidByMerchant paidByOthers isActualEstimated hasUnknownVoidedCharges
      invoiceable invoiceableBasis`,
  },
  LabelPurchase: {
    read: `id state packages carrierAccount service voidState voidedAt voidReason carrierReference charges purchasedCharges voidedCharges
      hasUnknownVoidedCharges hasEstimatedCharges chargeItems paidBy acceptedOffer priceChange userErrors carrierMessages startedAt sentAt finishedAt
      retryAfterSeconds shipment
      carrierRequests`,
  },
  StuckPurchaseConnection: { anybody: "edges nodes pageInfo totalCount" },
  StuckPurchaseEdge: { anybody: "cursor node" },
  StuckPurchase: { operate: "id merchantId state ageSeconds startedAt sentAt carrierReference carrierCode" },
  ShipmentPackage: {
    "quote|read": "id sequence items trackingNumber trackingUrl voidState tracker shipment",
    read: "weight dimensions declaredValue reference containsRegulatedItems dangerousGoods packageType label recoveredLabels purchases",
  },
  PurchasedPackage: {
    read: `id package purchase trackingNumber trackingUrl tracker label recoveredLabels voidState voidMessages voidedAt
      charges chargeItems`,
  },
  PackedItem: {
    "quote|read":
      "productId sku description quantity unitValue weight hsCode originCountryCode manufacturerProductId gtin",
  },
  ShippingDocument: {
    read: "id origin kind name carrierDocumentId expiresAt deletedAt fileRemovedAt createdAt file shipment purchase isInForce",
  },
  ErasePersonalDataPayload: { anybody: "erased postponed isComplete userErrors" },
  ErasedPersonalData: { anybody: "kind count" },
  PostponedErasure: { anybody: "shipmentId documentId reason retryAt" },
  ShippingEvent: { read: "id type occurredAt shipment purchase package purchasedPackages trackingNumbers" },
  ShippingLabel: {
    read: `id format widthInches heightInches dpi isDerived isPrintable isRecovered isForAllPackages isInForce erasedAt voidState voidedAt sha256 printedAt shipment purchase package trackingNumber file base64 preview`,
  },
  SignedFile: { anybody: "url contentType byteLength expiresAt" },
  Tracker: {
    "quote|read": `id carrierCode trackingNumber status estimatedDeliveryDate estimatedDeliveryFrom estimatedDeliveryUntil
      deliveredAt lastCheckedAt events url package shipment`,
    read: "receivedBy deliveryLocation purchasedPackage",
  },
  TrackedDelivery: { "quote|read": "status estimatedDeliveryDate deliveredAt carrierName url events" },
  DeliveryEvent: { "quote|read": "status description occurredAt localDate localTime city countryCode" },
  TrackingEvent: {
    "quote|read": `status carrierStatusType carrierStatusCode description occurredAt localDate localTime utcOffset city
      region countryCode`,
  },
  Order: { anybody: "id", "quote|read": "shipments" },

  ShippingSettings: { read: "addressCheckPolicy defaultCarrierAccount defaultShipFromPlace" },
  SpendLimit: { anybody: "period maxLabels maxAmount isSetByOperator" },
  MonetaryAmount: { anybody: "amount currencyCode" },
  PackageWeight: { anybody: "value unit" },
  PackageDimensions: { anybody: "length width height unit" },
  DangerousGoods: {
    anybody: "regulation transportMode substances packing dryIce emergencyPhone emergencyContact",
  },
  DangerousSubstance: {
    anybody: `level properShippingName identificationNumber technicalName hazardClass subsidiaryRisks packingGroup quantity
      quantityUnit packagingType packagingCount packingInstruction additionalDescription`,
  },
  DryIce: { anybody: "weight isForMedicalUse" },
  PostalAddress: {
    anybody:
      "name company lines city region postalCode countryCode phone email residentialStatus residentialStatusSource residentialStatusCheckedAt",
  },
  AddressValidation: { anybody: "status residentialStatus candidates" },
  AddressCandidate: { anybody: "address residentialStatus changedFields" },
  AuditActor: { anybody: "kind subject permissions" },
  AuditChange: { anybody: "field before after isWithheld" },
  AuditEvent: { admin: "id kind actor targetId changes occurredAt" },
  CarrierMessage: { anybody: "carrierErrorCode severity text" },
  ShippingUserError: { anybody: "code message field carrierErrorCode", read: "priceChange" },
  RefreshTrackerPayload: { anybody: "tracker userErrors" },
  UnavailableOption: { anybody: "shippingMethod service reason message" },

  PageInfo: { anybody: "hasNextPage hasPreviousPage startCursor endCursor" },
  CarrierAccountConnection: { anybody: "edges nodes pageInfo totalCount" },
  CarrierAccountEdge: { anybody: "cursor node" },
  CarrierShippingMethodConnection: { anybody: "edges nodes pageInfo totalCount" },
  CarrierShippingMethodEdge: { anybody: "cursor node" },
  PackageTemplateConnection: { anybody: "edges nodes pageInfo totalCount" },
  CustomerCarrierAccountConnection: { anybody: "edges nodes pageInfo totalCount" },
  CustomerCarrierAccountEdge: { anybody: "cursor node" },
  ShipFromPlaceConnection: { anybody: "edges nodes pageInfo totalCount" },
  ShipFromPlaceEdge: { anybody: "cursor node" },
  PackageTemplateEdge: { anybody: "cursor node" },
  AuditEventConnection: { anybody: "edges nodes pageInfo totalCount" },
  AuditEventEdge: { anybody: "cursor node" },
  CarrierRequestConnection: { anybody: "edges nodes pageInfo totalCount" },
  CarrierRequestEdge: { anybody: "cursor node" },
  ShippingDocumentConnection: { anybody: "edges nodes pageInfo totalCount" },
  ShippingDocumentEdge: { anybody: "cursor node" },
  LabelPurchaseConnection: { anybody: "edges nodes pageInfo totalCount" },
  LabelPurchaseEdge: { anybody: "cursor node" },
  ShipmentConnection: { anybody: "edges nodes pageInfo totalCount" },
  ShipmentEdge: { anybody: "cursor node" },
  ShippingEventConnection: { anybody: "edges nodes pageInfo totalCount" },
  ShippingEventEdge: { anybody: "cursor node" },
  ShippingLabelConnection: { anybody: "edges nodes pageInfo totalCount" },
  ShippingLabelEdge: { anybody: "cursor node" },

  ActivateCarrierAccountPayload: { anybody: "carrierAccount userErrors" },
  ArchiveCarrierAccountPayload: { anybody: "carrierAccount userErrors" },
  ConfirmSetupStepPayload: { anybody: "carrierAccount userErrors" },
  CreateCarrierAccountPayload: { anybody: "carrierAccount userErrors" },
  RotateCarrierCredentialsPayload: { anybody: "carrierAccount userErrors" },
  UpdateCarrierAccountPayload: { anybody: "carrierAccount clearedFields userErrors" },
  ValidateCarrierAccountPayload: { anybody: "carrierAccount userErrors" },
  DeleteShipmentPayload: { anybody: "deletedShipmentId userErrors" },
  LabelBatchPayload: { anybody: "file userErrors" },
  MarkLabelsPrintedPayload: { anybody: "labels userErrors" },
  ResolvePurchasePayload: { anybody: "purchase shipment userErrors carrierMessages" },
  PurchaseReturnLabelPayload: { anybody: "purchase shipment userErrors carrierMessages" },
  PurchaseLabelPayload: { anybody: "purchase shipment userErrors carrierMessages" },
  UpdateShippingSettingsPayload: { anybody: "shippingSettings clearedFields userErrors" },
  DuplicateShipmentPayload: { anybody: "shipment userErrors carrierMessages clearedFields" },
  SetSpendLimitsPayload: { anybody: "spendLimits userErrors" },
  AttachShippingDocumentsPayload: { anybody: "shipment userErrors" },
  UploadShippingDocumentPayload: { anybody: "document userErrors" },
  DeleteShippingDocumentPayload: { anybody: "document userErrors" },
  RecoverLabelPayload: { anybody: "label labels userErrors" },
  CreateShipmentPayload: { anybody: "shipment userErrors carrierMessages" },
  UpdateShipmentPayload: { anybody: "shipment clearedFields userErrors carrierMessages" },
  VoidShipmentPayload: { anybody: "shipment userErrors" },
  SaveCustomerCarrierAccountPayload: { anybody: "customerCarrierAccount clearedFields userErrors" },
  DeleteCustomerCarrierAccountPayload: { anybody: "deletedCustomerCarrierAccountId userErrors" },
  ArchiveShipFromPlacePayload: { anybody: "shipFromPlace userErrors" },
  CreateShipFromPlacePayload: { anybody: "shipFromPlace userErrors" },
  UpdateShipFromPlacePayload: { anybody: "shipFromPlace clearedFields userErrors" },
  ArchivePackageTemplatePayload: { anybody: "packageTemplate userErrors" },
  CreatePackageTemplatePayload: { anybody: "packageTemplate userErrors" },
  UpdatePackageTemplatePayload: { anybody: "packageTemplate clearedFields userErrors" },
  ArchiveShippingMethodPayload: { anybody: "shippingMethod userErrors" },
  CreateShippingMethodPayload: { anybody: "shippingMethod userErrors" },
  ImportLegacyShippingMethodPayload: { anybody: "shippingMethod userErrors" },
  ReplaceLegacyShippingMethodPayload: { anybody: "shippingMethod userErrors" },
  UpdateShippingMethodPayload: { anybody: "shippingMethod clearedFields userErrors" },
  ValidateAddressPayload: { anybody: "addressValidation userErrors" },
  ShippingRatesPayload: { anybody: "quotes unavailable carrierMessages userErrors" },
};

/**
 * Everything that a storefront's token can reach, from any root field or entity. What a buyer pays, when it comes and
 * where it is; of addresses only what it asked about; never what the carrier asks, accounts, methods, purchases, charges
 * or labels.
 */
export const storefrontSees: Record<string, string> = {
  Query: "carrierLocations carriers deliveryOptions packItems rateQuote shipment trackDelivery validateAddress",
  Carrier: "code name services packageTypes",
  CarrierLocationsPayload: "results candidates userErrors",
  CarrierLocationResult: "location distance distanceUnit",
  CarrierLocation: `id name kinds address latitude longitude phone openingHours latestDropOff serviceNames
    instructions accessPointId isAccessPoint isAvailable refreshedAt carrier`,
  CarrierLocationCandidate: "lines city region postalCode countryCode latitude longitude",
  OpeningHours: "weekday opens closes",
  LatestDropOff: "weekday service time",
  CarrierService: "code name carrierServiceCode isRatedByName",
  CarrierPackageType: "code name carrierPackageTypeCode",
  RateQuote: `id price estimatedDeliveryDate estimatedDeliveryTime transitDays isGuaranteed isSaturdayDelivery expiresAt
    service`,
  DeliveryOptionsPayload: "options unavailable isComplete address packages unpacked userErrors",
  DeliveryOption: `id name price isFree isCheapest isFastest promisedDate promisedLatestDate isAccessPoint service
    rateQuote`,
  UnavailableDelivery: "name reason message",
  Shipment: "id number status direction orderId createdAt service packages deliveryStatus acceptedOffer",
  AcceptedOffer: `rateQuoteId price estimatedDeliveryDate estimatedDeliveryTime transitDays isGuaranteed isSaturdayDelivery
    quotedAt acceptedAt service`,
  ShipmentPackage: "id sequence items trackingNumber trackingUrl voidState tracker shipment",
  Tracker: `id carrierCode trackingNumber status estimatedDeliveryDate estimatedDeliveryFrom estimatedDeliveryUntil
    deliveredAt lastCheckedAt events url package shipment`,
  TrackedDelivery: "status estimatedDeliveryDate deliveredAt carrierName url events",
  DeliveryEvent: "status description occurredAt localDate localTime city countryCode",
  TrackingEvent: `status carrierStatusType carrierStatusCode description occurredAt localDate localTime utcOffset city region
    countryCode`,
  PackedItem: "productId sku description quantity unitValue weight hsCode originCountryCode manufacturerProductId gtin",
  Order: "id shipments",
  ValidateAddressPayload: "addressValidation userErrors",
  AddressValidation: "status residentialStatus candidates",
  AddressCandidate: "address residentialStatus changedFields",
  PostalAddress: `name company lines city region postalCode countryCode phone email residentialStatus
    residentialStatusSource residentialStatusCheckedAt`,
  ShippingUserError: "code message field carrierErrorCode",
  MonetaryAmount: "amount currencyCode",
  PackageWeight: "value unit",
  PackageDimensions: "length width height unit",
  PackItemsPayload: "boxes unpacked userErrors",
  PackingBox: "method items dimensions grossWeight billableWeight",
  PackingBoxItem: "itemIndex productId sku description quantity placements",
  PackingPlacement: "x y z length width height",
  PackingBillableWeight: "weight basis dimensionalWeight divisor explanation",
  UnpackedItem: "itemIndex quantity reason message",
};
