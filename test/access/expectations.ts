/**
 * The one reviewed table of who may do what. Everything in the schema has a row here, and nothing else has.
 * UNAUTHENTICATED, FORBIDDEN: refused before anything is looked up. DATA: done, with the owner's rows. NULL, NOT_FOUND:
 * as if the owner's row did not exist. OWN: done, with nothing of the owner's in it.
 * Columns: no token, the storefront's `quote`, `read`, `ship`, `admin`, every scope of another tenant, and whoever runs the
 * service.
 */
export const rootFields = `
                                      anonymous        storefront  read       ship       admin      stranger  operate
  Query.auditEvents                   UNAUTHENTICATED  FORBIDDEN   FORBIDDEN  FORBIDDEN  DATA       OWN  FORBIDDEN
  Query.carrierAccount                UNAUTHENTICATED  FORBIDDEN   DATA       FORBIDDEN  FORBIDDEN  NULL  FORBIDDEN
  Query.carrierAccounts               UNAUTHENTICATED  FORBIDDEN   DATA       FORBIDDEN  FORBIDDEN  OWN  FORBIDDEN
  Query.carrierLocations              UNAUTHENTICATED  DATA        DATA       FORBIDDEN  FORBIDDEN  NOT_FOUND  FORBIDDEN
  Query.carriers                      UNAUTHENTICATED  DATA        DATA       FORBIDDEN  FORBIDDEN  OWN  FORBIDDEN
  Query.carrierServiceOptions         UNAUTHENTICATED  FORBIDDEN   DATA       FORBIDDEN  FORBIDDEN  NOT_FOUND  FORBIDDEN
  Query.labelBatchDocument            UNAUTHENTICATED  FORBIDDEN   DATA       FORBIDDEN  FORBIDDEN  NOT_FOUND  FORBIDDEN
  Query.labelPurchases                UNAUTHENTICATED  FORBIDDEN   DATA       FORBIDDEN  FORBIDDEN  OWN  FORBIDDEN
  Query.carrierRequests               UNAUTHENTICATED  FORBIDDEN   DATA       FORBIDDEN  FORBIDDEN  OWN  FORBIDDEN
  Query.shippingDocuments             UNAUTHENTICATED  FORBIDDEN   DATA       FORBIDDEN  FORBIDDEN  OWN  FORBIDDEN
  Query.labelPurchase                 UNAUTHENTICATED  FORBIDDEN   DATA       FORBIDDEN  FORBIDDEN  NULL  FORBIDDEN
  Query.packageTemplate               UNAUTHENTICATED  FORBIDDEN   DATA       FORBIDDEN  FORBIDDEN  NULL  FORBIDDEN
  Query.packageTemplates              UNAUTHENTICATED  FORBIDDEN   DATA       FORBIDDEN  FORBIDDEN  OWN  FORBIDDEN
  Query.customerCarrierAccount        UNAUTHENTICATED  FORBIDDEN   DATA       FORBIDDEN  FORBIDDEN  NULL  FORBIDDEN
  Query.customerCarrierAccounts       UNAUTHENTICATED  FORBIDDEN   DATA       FORBIDDEN  FORBIDDEN  OWN  FORBIDDEN
  Query.shipFromPlace                 UNAUTHENTICATED  FORBIDDEN   DATA       FORBIDDEN  FORBIDDEN  NULL  FORBIDDEN
  Query.shipFromPlaces                UNAUTHENTICATED  FORBIDDEN   DATA       FORBIDDEN  FORBIDDEN  OWN  FORBIDDEN
  Query.packItems                     UNAUTHENTICATED  DATA        DATA       FORBIDDEN  FORBIDDEN  NOT_FOUND  FORBIDDEN
  Query.rateQuote                     UNAUTHENTICATED  DATA        DATA       FORBIDDEN  FORBIDDEN  NULL  FORBIDDEN
  Query.shipment                      UNAUTHENTICATED  DATA        DATA       FORBIDDEN  FORBIDDEN  NULL  FORBIDDEN
  Query.shipments                     UNAUTHENTICATED  FORBIDDEN   DATA       FORBIDDEN  FORBIDDEN  OWN  FORBIDDEN
  Query.shippingDocument              UNAUTHENTICATED  FORBIDDEN   DATA       FORBIDDEN  FORBIDDEN  NULL  FORBIDDEN
  Query.shippingEvents                UNAUTHENTICATED  FORBIDDEN   DATA       FORBIDDEN  FORBIDDEN  OWN  FORBIDDEN
  Query.shippingLabel                 UNAUTHENTICATED  FORBIDDEN   DATA       FORBIDDEN  FORBIDDEN  NULL  FORBIDDEN
  Query.shippingLabels                UNAUTHENTICATED  FORBIDDEN   DATA       FORBIDDEN  FORBIDDEN  OWN  FORBIDDEN
  Query.shippingMethod                UNAUTHENTICATED  FORBIDDEN   DATA       FORBIDDEN  FORBIDDEN  NULL  FORBIDDEN
  Query.shippingMethods               UNAUTHENTICATED  FORBIDDEN   DATA       FORBIDDEN  FORBIDDEN  OWN  FORBIDDEN
  Query.providerConfigurationSchema   UNAUTHENTICATED  FORBIDDEN   DATA       FORBIDDEN  FORBIDDEN  OWN  FORBIDDEN
  Query.deliveryOptions               UNAUTHENTICATED  DATA        DATA       FORBIDDEN  FORBIDDEN  OWN  FORBIDDEN
  Query.shippingRates                 UNAUTHENTICATED  FORBIDDEN   DATA       FORBIDDEN  FORBIDDEN  NOT_FOUND  FORBIDDEN
  Query.shippingSettings              UNAUTHENTICATED  FORBIDDEN   DATA       FORBIDDEN  FORBIDDEN  OWN  FORBIDDEN
  Query.spendLimits                   UNAUTHENTICATED  FORBIDDEN   DATA       FORBIDDEN  FORBIDDEN  OWN  FORBIDDEN
  Query.stuckPurchases                UNAUTHENTICATED  FORBIDDEN   DATA       FORBIDDEN  FORBIDDEN  OWN  FORBIDDEN
  Query.allStuckPurchases             UNAUTHENTICATED  FORBIDDEN   FORBIDDEN  FORBIDDEN  FORBIDDEN  FORBIDDEN  DATA
  Query.trackDelivery                 UNAUTHENTICATED  DATA        DATA       FORBIDDEN  FORBIDDEN  NULL  FORBIDDEN
  Query.validateAddress               UNAUTHENTICATED  DATA        DATA       FORBIDDEN  FORBIDDEN  NOT_FOUND  FORBIDDEN
  Query.tracker                       UNAUTHENTICATED  FORBIDDEN   DATA       FORBIDDEN  FORBIDDEN  OWN  FORBIDDEN
  Mutation.activateCarrierAccount     UNAUTHENTICATED  FORBIDDEN   FORBIDDEN  FORBIDDEN  DATA       NOT_FOUND  FORBIDDEN
  Mutation.archiveCarrierAccount      UNAUTHENTICATED  FORBIDDEN   FORBIDDEN  FORBIDDEN  DATA       NOT_FOUND  FORBIDDEN
  Mutation.archiveShippingMethod      UNAUTHENTICATED  FORBIDDEN   FORBIDDEN  FORBIDDEN  DATA       NOT_FOUND  FORBIDDEN
  Mutation.archivePackageTemplate     UNAUTHENTICATED  FORBIDDEN   FORBIDDEN  FORBIDDEN  DATA       NOT_FOUND  FORBIDDEN
  Mutation.saveCustomerCarrierAccount UNAUTHENTICATED  FORBIDDEN   FORBIDDEN  DATA       FORBIDDEN  NOT_FOUND  FORBIDDEN
  Mutation.deleteCustomerCarrierAccount UNAUTHENTICATED  FORBIDDEN   FORBIDDEN  DATA     FORBIDDEN  NOT_FOUND  FORBIDDEN
  Mutation.archiveShipFromPlace       UNAUTHENTICATED  FORBIDDEN   FORBIDDEN  FORBIDDEN  DATA       NOT_FOUND  FORBIDDEN
  Mutation.createShipFromPlace        UNAUTHENTICATED  FORBIDDEN   FORBIDDEN  FORBIDDEN  DATA       OWN  FORBIDDEN
  Mutation.updateShipFromPlace        UNAUTHENTICATED  FORBIDDEN   FORBIDDEN  FORBIDDEN  DATA       NOT_FOUND  FORBIDDEN
  Mutation.createPackageTemplate      UNAUTHENTICATED  FORBIDDEN   FORBIDDEN  FORBIDDEN  DATA       OWN  FORBIDDEN
  Mutation.updatePackageTemplate      UNAUTHENTICATED  FORBIDDEN   FORBIDDEN  FORBIDDEN  DATA       NOT_FOUND  FORBIDDEN
  Mutation.confirmSetupStep           UNAUTHENTICATED  FORBIDDEN   FORBIDDEN  FORBIDDEN  DATA       NOT_FOUND  FORBIDDEN
  Mutation.attachShippingDocuments    UNAUTHENTICATED  FORBIDDEN   FORBIDDEN  DATA       FORBIDDEN  NOT_FOUND  FORBIDDEN
  Mutation.createCarrierAccount       UNAUTHENTICATED  FORBIDDEN   FORBIDDEN  FORBIDDEN  DATA       OWN  FORBIDDEN
  Mutation.purchaseReturnLabel       UNAUTHENTICATED  FORBIDDEN   FORBIDDEN  DATA       FORBIDDEN  NOT_FOUND  FORBIDDEN
  Mutation.createShipment             UNAUTHENTICATED  FORBIDDEN   FORBIDDEN  DATA       FORBIDDEN  NOT_FOUND  FORBIDDEN
  Mutation.duplicateShipment          UNAUTHENTICATED  FORBIDDEN   FORBIDDEN  DATA       FORBIDDEN  NOT_FOUND  FORBIDDEN
  Mutation.createShippingMethod       UNAUTHENTICATED  FORBIDDEN   FORBIDDEN  FORBIDDEN  DATA       NOT_FOUND  FORBIDDEN
  Mutation.erasePersonalData          UNAUTHENTICATED  FORBIDDEN   FORBIDDEN  FORBIDDEN  DATA       OWN  FORBIDDEN
  Mutation.deleteShipment             UNAUTHENTICATED  FORBIDDEN   FORBIDDEN  DATA       FORBIDDEN  NOT_FOUND  FORBIDDEN
  Mutation.deleteShippingDocument     UNAUTHENTICATED  FORBIDDEN   FORBIDDEN  DATA       FORBIDDEN  NOT_FOUND  FORBIDDEN
  Mutation.markLabelsPrinted          UNAUTHENTICATED  FORBIDDEN   FORBIDDEN  DATA       FORBIDDEN  NOT_FOUND  FORBIDDEN
  Mutation.purchaseLabel              UNAUTHENTICATED  FORBIDDEN   FORBIDDEN  DATA       FORBIDDEN  NOT_FOUND  FORBIDDEN
  Mutation.recoverLabel               UNAUTHENTICATED  FORBIDDEN   FORBIDDEN  DATA       FORBIDDEN  NOT_FOUND  FORBIDDEN
  Mutation.refreshTracker             UNAUTHENTICATED  FORBIDDEN   DATA       FORBIDDEN  FORBIDDEN  OWN  FORBIDDEN
  Mutation.importLegacyShippingMethod UNAUTHENTICATED  FORBIDDEN   FORBIDDEN  FORBIDDEN  DATA       OWN  FORBIDDEN
  Mutation.replaceLegacyShippingMethod UNAUTHENTICATED FORBIDDEN   FORBIDDEN  FORBIDDEN  DATA       NOT_FOUND  FORBIDDEN
  Mutation.resolvePurchase            UNAUTHENTICATED  FORBIDDEN   FORBIDDEN  FORBIDDEN  DATA       NOT_FOUND  FORBIDDEN
  Mutation.rotateCarrierCredentials   UNAUTHENTICATED  FORBIDDEN   FORBIDDEN  FORBIDDEN  DATA       NOT_FOUND  FORBIDDEN
  Mutation.setSpendLimits             UNAUTHENTICATED  FORBIDDEN   FORBIDDEN  FORBIDDEN  DATA       NOT_FOUND  FORBIDDEN
  Mutation.updateCarrierAccount       UNAUTHENTICATED  FORBIDDEN   FORBIDDEN  FORBIDDEN  DATA       NOT_FOUND  FORBIDDEN
  Mutation.updateShipment             UNAUTHENTICATED  FORBIDDEN   FORBIDDEN  DATA       FORBIDDEN  NOT_FOUND  FORBIDDEN
  Mutation.updateShippingSettings     UNAUTHENTICATED  FORBIDDEN   FORBIDDEN  FORBIDDEN  DATA       NOT_FOUND  FORBIDDEN
  Mutation.updateShippingMethod       UNAUTHENTICATED  FORBIDDEN   FORBIDDEN  FORBIDDEN  DATA       NOT_FOUND  FORBIDDEN
  Mutation.uploadShippingDocument     UNAUTHENTICATED  FORBIDDEN   FORBIDDEN  DATA       FORBIDDEN  NOT_FOUND  FORBIDDEN
  Mutation.validateCarrierAccount     UNAUTHENTICATED  FORBIDDEN   FORBIDDEN  FORBIDDEN  DATA       NOT_FOUND  FORBIDDEN
  Mutation.voidShipment               UNAUTHENTICATED  FORBIDDEN   FORBIDDEN  DATA       FORBIDDEN  NOT_FOUND  FORBIDDEN
`;

/** By `_entities`. What is FORBIDDEN is so whether the row exists or not. Another team's order is there for everybody. */
export const entities = `
                         anonymous        storefront  read  ship       admin      stranger  operate
  Carrier                UNAUTHENTICATED  DATA        DATA  FORBIDDEN  FORBIDDEN  OWN  FORBIDDEN
  CarrierAccount         UNAUTHENTICATED  FORBIDDEN   DATA  FORBIDDEN  FORBIDDEN  NULL  FORBIDDEN
  CarrierLocation        UNAUTHENTICATED  DATA        DATA  FORBIDDEN  FORBIDDEN  NULL  FORBIDDEN
  CarrierShippingMethod  UNAUTHENTICATED  FORBIDDEN   DATA  FORBIDDEN  FORBIDDEN  NULL  FORBIDDEN
  LabelPurchase          UNAUTHENTICATED  FORBIDDEN   DATA  FORBIDDEN  FORBIDDEN  NULL  FORBIDDEN
  Order                  UNAUTHENTICATED  DATA        DATA  FORBIDDEN  FORBIDDEN  OWN  FORBIDDEN
  CustomerCarrierAccount UNAUTHENTICATED  FORBIDDEN   DATA  FORBIDDEN  FORBIDDEN  NULL  FORBIDDEN
  ShipFromPlace          UNAUTHENTICATED  FORBIDDEN   DATA  FORBIDDEN  FORBIDDEN  NULL  FORBIDDEN
  PackageTemplate        UNAUTHENTICATED  FORBIDDEN   DATA  FORBIDDEN  FORBIDDEN  NULL  FORBIDDEN
  RateQuote              UNAUTHENTICATED  DATA        DATA  FORBIDDEN  FORBIDDEN  NULL  FORBIDDEN
  Shipment               UNAUTHENTICATED  DATA        DATA  FORBIDDEN  FORBIDDEN  NULL  FORBIDDEN
  ShipmentPackage        UNAUTHENTICATED  DATA        DATA  FORBIDDEN  FORBIDDEN  NULL  FORBIDDEN
  ShippingDocument       UNAUTHENTICATED  FORBIDDEN   DATA  FORBIDDEN  FORBIDDEN  NULL  FORBIDDEN
  ShippingLabel          UNAUTHENTICATED  FORBIDDEN   DATA  FORBIDDEN  FORBIDDEN  NULL  FORBIDDEN
  Tracker                UNAUTHENTICATED  DATA        DATA  FORBIDDEN  FORBIDDEN  NULL  FORBIDDEN
`;

/** For routers and tools: any good token opens them, none gives nothing. TRACE: `ftv1` in the answer; NONE: not there. */
export const machinery = `
                   anonymous        storefront  read   ship   admin  stranger  operate
  Query._service   UNAUTHENTICATED  DATA        DATA   DATA   DATA   DATA  DATA
  Query.__schema   UNAUTHENTICATED  DATA        DATA   DATA   DATA   DATA  DATA
  Query.__type     UNAUTHENTICATED  DATA        DATA   DATA   DATA   DATA  DATA
  trace            NONE             TRACE       TRACE  TRACE  TRACE  TRACE  TRACE
`;

/**
 * Signed links, each with the field that gives it. The link is the credential: whoever opens it, the answer is the same.
 * `moved`: signed by us for the other tenant, which only a fault of ours could do; still no file crosses over.
 */
export const links = `
             field                    signed  altered  expired  moved
  labels     ShippingLabel.file       200     403      403      404
  previews   ShippingLabel.preview    200     403      403      404
  documents  Shipment.labelsDocument  200     403      403      404
  batches    LabelBatchPayload.file   200     403      403      404
  papers     ShippingDocument.file    200     403      403      404
`;

/**
 * Every place where an id, or a key of the caller's own, goes in; what it names; what must be left out beside it; and
 * what another tenant's gives, which is to the letter what an unknown one gives. TAKEN: text of the caller's own or
 * of another team, stored and never looked up as ours.
 */
export const idPositions = `
                                                                    names                  without             answer
  Query.carrierAccount(id)                                          CarrierAccount         -                   NULL
  Query.carrierAccounts(after)                                      createdAt              -                   OWN
  Query.carrierLocations(input.carrierAccountId)                    CarrierAccount         -                   NOT_FOUND
  Query.carrierRequests(after)                                      startedAt              -                   OWN
  Query.carrierRequests(filter.carrierAccountId)                    CarrierAccount         -                   OWN
  Query.carrierRequests(filter.purchaseId)                          LabelPurchase          -                   OWN
  Query.carrierServiceOptions(input.carrierAccountId)               CarrierAccount         -                   NOT_FOUND
  Query.labelBatchDocument(shipmentIds[])                           Shipment               -                   NOT_FOUND
  Query.labelBatchDocument(labelIds[])                              ShippingLabel          shipmentIds         NOT_FOUND
  Query.labelPurchase(id)                                           LabelPurchase          -                   NULL
  Query.labelPurchase(idempotencyKey)                               key                    id                  NULL
  Query.labelPurchases(after)                                       startedAt              -                   OWN
  Query.labelPurchases(filter.carrierAccountId)                     CarrierAccount         -                   OWN
  Query.labelPurchases(filter.shipmentId)                           Shipment               -                   OWN
  Query.labelPurchases(filter.orderId)                              order                  -                   OWN
  Query.labelPurchases(filter.trackingNumber)                       trackingNumber         -                   OWN
  Query.stuckPurchases(after)                                       startedAt              -                   OWN
  Query.allStuckPurchases(after)                                    startedAt              -                   FORBIDDEN
  Query.shippingDocument(id)                                        ShippingDocument       -                   NULL
  Query.shippingDocuments(after)                                    createdAt              -                   OWN
  Query.shippingDocuments(filter.shipmentId)                        Shipment               -                   OWN
  Query.shippingDocuments(filter.carrierAccountId)                  CarrierAccount         -                   OWN
  Query.auditEvents(after)                                          occurredAt             -                   OWN
  Query.auditEvents(filter.targetId)                                CarrierAccount         -                   OWN
  Query.shippingEvents(after)                                       position               -                   OWN
  Query.shippingLabel(id)                                           ShippingLabel          -                   NULL
  Query.shippingLabels(after)                                       createdAt              -                   OWN
  Query.shippingLabels(filter.shippingMethodId)                     CarrierShippingMethod  -                   OWN
  Query.shippingLabels(filter.carrierAccountId)                     CarrierAccount         -                   OWN
  Query.shippingLabels(filter.shipmentId)                           Shipment               -                   OWN
  Query.shippingMethod(id)                                          CarrierShippingMethod  -                   NULL
  Query.shippingMethods(after)                                      createdAt              -                   OWN
  Query.deliveryOptions(input.carrierLocationId)                    CarrierLocation        -                   NOT_FOUND
  Query.deliveryOptions(input.shipFromPlaceId)                      ShipFromPlace          -                   NOT_FOUND
  Query.deliveryOptions(input.customerCarrierAccountId)             CustomerCarrierAccount -                   NOT_FOUND
  Query.deliveryOptions(input.items[].productId)                    product                -                   TAKEN
  Query.deliveryOptions(input.packages[].items[].productId)         product                -                   TAKEN
  Query.shippingRates(input.shipmentId)                             Shipment               shipTo,packages     NOT_FOUND
  Query.shippingRates(input.shippingMethodIds[])                    CarrierShippingMethod  carrierAccountId    NOT_FOUND
  Query.shippingRates(input.carrierAccountId)                       CarrierAccount         -                   NOT_FOUND
  Query.shippingRates(input.shipFromPlaceId)                        ShipFromPlace          -                   NOT_FOUND
  Query.shippingRates(input.options.customerCarrierAccountId)       CustomerCarrierAccount -                   NOT_FOUND
  Query.shippingRates(input.carrierLocationId)                      CarrierLocation        -                   NOT_FOUND
  Query.shippingRates(input.packages[].items[].productId)           product                -                   TAKEN
  Query.spendLimits(carrierAccountId)                               CarrierAccount         -                   OWN
  Query.packageTemplate(id)                                         PackageTemplate        -                   NULL
  Query.packageTemplates(after)                                     createdAt              -                   OWN
  Query.shipFromPlace(id)                                           ShipFromPlace          -                   NULL
  Query.shipFromPlaces(after)                                       createdAt              -                   OWN
  Query.customerCarrierAccount(id)                                  CustomerCarrierAccount -                   NULL
  Query.customerCarrierAccounts(after)                              createdAt              -                   OWN
  Query.customerCarrierAccounts(customerId)                         customer               -                   OWN
  Mutation.saveCustomerCarrierAccount(input.customerCarrierAccountId) CustomerCarrierAccount -                 NOT_FOUND
  Mutation.saveCustomerCarrierAccount(input.customerId)             customer               -                   TAKEN
  Mutation.deleteCustomerCarrierAccount(input.customerCarrierAccountId) CustomerCarrierAccount -               NOT_FOUND
  Query.packItems(input.packageTemplateIds[])                       PackageTemplate        -                   NOT_FOUND
  Query.packItems(input.items[].productId)                          product                -                   TAKEN
  Query.rateQuote(id)                                               RateQuote              -                   NULL
  Query.shipment(id)                                                Shipment               -                   NULL
  Query.shipments(after)                                            createdAt              -                   OWN
  Query.shipments(filter.orderId)                                   order                  -                   OWN
  Query.shipments(filter.reference)                                 reference              -                   OWN
  Query.shipments(filter.number)                                    number                 -                   OWN
  Query.shipments(filter.trackingNumber)                            trackingNumber         -                   OWN
  Query.shipments(filter.shippingMethodId)                          CarrierShippingMethod  -                   OWN
  Query.shipments(filter.carrierAccountId)                          CarrierAccount         -                   OWN
  Query.shipments(filter.outboundShipmentId)                        Shipment               -                   OWN
  Query.validateAddress(input.carrierAccountId)                     CarrierAccount         -                   NOT_FOUND
  Mutation.updateCarrierAccount(input.carrierAccountId)             CarrierAccount         -                   NOT_FOUND
  Mutation.rotateCarrierCredentials(input.carrierAccountId)         CarrierAccount         -                   NOT_FOUND
  Mutation.validateCarrierAccount(input.carrierAccountId)           CarrierAccount         -                   NOT_FOUND
  Mutation.confirmSetupStep(input.carrierAccountId)                 CarrierAccount         -                   NOT_FOUND
  Mutation.activateCarrierAccount(input.carrierAccountId)           CarrierAccount         -                   NOT_FOUND
  Mutation.archiveCarrierAccount(input.carrierAccountId)            CarrierAccount         -                   NOT_FOUND
  Mutation.setSpendLimits(input.carrierAccountId)                   CarrierAccount         -                   NOT_FOUND
  Mutation.updateShippingSettings(input.defaultCarrierAccountId)    CarrierAccount         -                   NOT_FOUND
  Mutation.purchaseLabel(input.idempotencyKey)                      key                    -                   TAKEN
  Mutation.purchaseLabel(input.shipmentId)                          Shipment               shipment            NOT_FOUND
  Mutation.purchaseLabel(input.rateQuoteId)                         RateQuote              -                   NOT_FOUND
  Mutation.purchaseLabel(input.shipment.rateQuoteId)                RateQuote              -                   NOT_FOUND
  Mutation.purchaseLabel(input.shipment.shippingMethodId)           CarrierShippingMethod  -                   NOT_FOUND
  Mutation.purchaseLabel(input.shipment.carrierAccountId)           CarrierAccount         -                   NOT_FOUND
  Mutation.purchaseLabel(input.shipment.shipFromPlaceId)            ShipFromPlace          -                   NOT_FOUND
  Mutation.purchaseLabel(input.shipment.options.customerCarrierAccountId) CustomerCarrierAccount -                   NOT_FOUND
  Mutation.purchaseLabel(input.shipment.carrierLocationId)          CarrierLocation        -                   NOT_FOUND
  Mutation.purchaseLabel(input.shipment.packages[].items[].productId) product              -                   TAKEN
  Mutation.purchaseLabel(input.shipment.orderId)                    order                  -                   TAKEN
  Mutation.purchaseLabel(input.shipment.clientReference)            clientReference        -                   TAKEN
  Mutation.purchaseLabel(input.documentIds[])                       ShippingDocument       -                   NOT_FOUND
  Mutation.uploadShippingDocument(input.carrierAccountId)           CarrierAccount         -                   NOT_FOUND
  Mutation.uploadShippingDocument(input.shipmentId)                 Shipment               -                   NOT_FOUND
  Mutation.uploadShippingDocument(input.idempotencyKey)             key                    -                   TAKEN
  Mutation.attachShippingDocuments(input.shipmentId)                Shipment               -                   NOT_FOUND
  Mutation.attachShippingDocuments(input.documentIds[])             ShippingDocument       -                   NOT_FOUND
  Mutation.deleteShippingDocument(input.documentId)                 ShippingDocument       -                   NOT_FOUND
  Mutation.resolvePurchase(input.purchaseId)                        LabelPurchase          -                   NOT_FOUND
  Mutation.markLabelsPrinted(input.labelIds[])                      ShippingLabel          -                   NOT_FOUND
  Mutation.markLabelsPrinted(input.idempotencyKey)                  key                    labelIds            NOT_FOUND
  Mutation.createShippingMethod(input.ups.carrierAccountId)                CarrierAccount         -                   NOT_FOUND
  Mutation.createShippingMethod(input.shipFromPlaceId)              ShipFromPlace          -                   NOT_FOUND
  Mutation.createShippingMethod(input.productReference)             product                -                   TAKEN
  Mutation.createShippingMethod(input.shipsWith.carrierAccountId)   CarrierAccount         -                   NOT_FOUND
  Mutation.updateShippingMethod(input.shippingMethodId)             CarrierShippingMethod  -                   NOT_FOUND
  Mutation.updateShippingMethod(input.ups.carrierAccountId)                CarrierAccount         -                   NOT_FOUND
  Mutation.updateShippingMethod(input.shipFromPlaceId)              ShipFromPlace          -                   NOT_FOUND
  Mutation.updateShippingMethod(input.productReference)             product                -                   TAKEN
  Mutation.updateShippingMethod(input.shipsWith.carrierAccountId)   CarrierAccount         -                   NOT_FOUND
  Mutation.archiveShippingMethod(input.shippingMethodId)            CarrierShippingMethod  -                   NOT_FOUND
  Mutation.replaceLegacyShippingMethod(input.legacyShippingMethodId)              CarrierShippingMethod  -                   NOT_FOUND
  Mutation.replaceLegacyShippingMethod(input.ups.carrierAccountId)         CarrierAccount         -                   NOT_FOUND
  Mutation.replaceLegacyShippingMethod(input.shipFromPlaceId)       ShipFromPlace          -                   NOT_FOUND
  Mutation.replaceLegacyShippingMethod(input.productReference)      product                -                   TAKEN
  Mutation.replaceLegacyShippingMethod(input.shipsWith.carrierAccountId) CarrierAccount         -                   NOT_FOUND
  Mutation.importLegacyShippingMethod(input.productReference)       product                -                   TAKEN
  Mutation.importLegacyShippingMethod(input.shipFromPlaceId)        ShipFromPlace          -                   NOT_FOUND
  Mutation.createShipFromPlace(input.defaultCarrierAccountId)       CarrierAccount         -                   NOT_FOUND
  Mutation.createShipFromPlace(input.defaultShippingMethodId)       CarrierShippingMethod  -                   NOT_FOUND
  Mutation.updateShipFromPlace(input.shipFromPlaceId)               ShipFromPlace          -                   NOT_FOUND
  Mutation.updateShipFromPlace(input.defaultCarrierAccountId)       CarrierAccount         -                   NOT_FOUND
  Mutation.updateShipFromPlace(input.defaultShippingMethodId)       CarrierShippingMethod  -                   NOT_FOUND
  Mutation.archiveShipFromPlace(input.shipFromPlaceId)              ShipFromPlace          -                   NOT_FOUND
  Mutation.updateShippingSettings(input.defaultShipFromPlaceId)     ShipFromPlace          -                   NOT_FOUND
  Mutation.updatePackageTemplate(input.packageTemplateId)           PackageTemplate        -                   NOT_FOUND
  Mutation.archivePackageTemplate(input.packageTemplateId)          PackageTemplate        -                   NOT_FOUND
  Mutation.createShipment(input.rateQuoteId)                        RateQuote              -                   NOT_FOUND
  Mutation.createShipment(input.shippingMethodId)                   CarrierShippingMethod  -                   NOT_FOUND
  Mutation.createShipment(input.carrierAccountId)                   CarrierAccount         -                   NOT_FOUND
  Mutation.createShipment(input.shipFromPlaceId)                    ShipFromPlace          -                   NOT_FOUND
  Mutation.createShipment(input.options.customerCarrierAccountId)   CustomerCarrierAccount -                   NOT_FOUND
  Mutation.createShipment(input.carrierLocationId)                  CarrierLocation        -                   NOT_FOUND
  Mutation.createShipment(input.packages[].items[].productId)       product                -                   TAKEN
  Mutation.createShipment(input.orderId)                            order                  -                   TAKEN
  Mutation.createShipment(input.clientReference)                    clientReference        -                   TAKEN
  Mutation.duplicateShipment(input.shipmentId)                      Shipment               -                   NOT_FOUND
  Mutation.duplicateShipment(input.rateQuoteId)                     RateQuote              -                   NOT_FOUND
  Mutation.duplicateShipment(input.shippingMethodId)                CarrierShippingMethod  -                   NOT_FOUND
  Mutation.duplicateShipment(input.carrierAccountId)                CarrierAccount         -                   NOT_FOUND
  Mutation.duplicateShipment(input.shipFromPlaceId)                 ShipFromPlace          -                   NOT_FOUND
  Mutation.duplicateShipment(input.options.customerCarrierAccountId) CustomerCarrierAccount -                   NOT_FOUND
  Mutation.duplicateShipment(input.carrierLocationId)               CarrierLocation        -                   NOT_FOUND
  Mutation.duplicateShipment(input.packages[].items[].productId)    product                -                   TAKEN
  Mutation.duplicateShipment(input.orderId)                         order                  -                   TAKEN
  Mutation.duplicateShipment(input.clientReference)                 clientReference        -                   TAKEN
  Mutation.updateShipment(input.shipmentId)                         Shipment               -                   NOT_FOUND
  Mutation.updateShipment(input.rateQuoteId)                        RateQuote              -                   NOT_FOUND
  Mutation.updateShipment(input.shippingMethodId)                   CarrierShippingMethod  -                   NOT_FOUND
  Mutation.updateShipment(input.carrierAccountId)                   CarrierAccount         -                   NOT_FOUND
  Mutation.updateShipment(input.shipFromPlaceId)                    ShipFromPlace          -                   NOT_FOUND
  Mutation.updateShipment(input.options.customerCarrierAccountId)   CustomerCarrierAccount -                   NOT_FOUND
  Mutation.updateShipment(input.carrierLocationId)                  CarrierLocation        -                   NOT_FOUND
  Mutation.updateShipment(input.packages[].items[].productId)       product                -                   TAKEN
  Mutation.updateShipment(input.orderId)                            order                  -                   TAKEN
  Query.shippingRates(input.packages[].packageTemplateId)                   PackageTemplate  -               NOT_FOUND
  Mutation.purchaseLabel(input.shipment.packages[].packageTemplateId)       PackageTemplate  -               NOT_FOUND
  Mutation.createShipment(input.packages[].packageTemplateId)               PackageTemplate  -               NOT_FOUND
  Mutation.duplicateShipment(input.packages[].packageTemplateId)            PackageTemplate  -               NOT_FOUND
  Mutation.updateShipment(input.packages[].packageTemplateId)               PackageTemplate  -               NOT_FOUND
  Mutation.purchaseReturnLabel(input.shipment.packages[].packageTemplateId) PackageTemplate  -               NOT_FOUND
  Mutation.deleteShipment(input.shipmentId)                         Shipment               -                   NOT_FOUND
  Mutation.erasePersonalData(input.orderId)                         order                  -                   OWN
  Mutation.erasePersonalData(input.customerId)                      customer               orderId             OWN
  Mutation.purchaseReturnLabel(input.idempotencyKey)               key                    -                   TAKEN
  Mutation.purchaseReturnLabel(input.outboundShipmentId)           Shipment               shipment            NOT_FOUND
  Mutation.purchaseReturnLabel(input.packageIds[])                 ShipmentPackage        shipment            REQUIRED
  Mutation.purchaseReturnLabel(input.shipment.rateQuoteId)         RateQuote              -                   NOT_FOUND
  Mutation.purchaseReturnLabel(input.shipment.shippingMethodId)    CarrierShippingMethod  -                   NOT_FOUND
  Mutation.purchaseReturnLabel(input.shipment.carrierAccountId)    CarrierAccount         -                   NOT_FOUND
  Mutation.purchaseReturnLabel(input.shipment.shipFromPlaceId)      ShipFromPlace          -                   NOT_FOUND
  Mutation.purchaseReturnLabel(input.shipment.options.customerCarrierAccountId) CustomerCarrierAccount -                   NOT_FOUND
  Mutation.purchaseReturnLabel(input.shipment.carrierLocationId)   CarrierLocation        -                   NOT_FOUND
  Mutation.purchaseReturnLabel(input.shipment.packages[].items[].productId) product       -                   TAKEN
  Mutation.purchaseReturnLabel(input.shipment.orderId)             order                  -                   TAKEN
  Mutation.purchaseReturnLabel(input.shipment.clientReference)     clientReference        -                   TAKEN
  Mutation.recoverLabel(input.labelId)                              ShippingLabel          -                   NOT_FOUND
  Mutation.recoverLabel(input.packageId)                            ShipmentPackage        labelId             NOT_FOUND
  Mutation.recoverLabel(input.shipmentId)                           Shipment               labelId             NOT_FOUND
  Mutation.voidShipment(input.shipmentId)                           Shipment               -                   NOT_FOUND
  Mutation.voidShipment(input.packageIds[])                         ShipmentPackage        -                   NOT_FOUND
  Mutation.voidShipment(input.idempotencyKey)                       key                    shipmentId          NOT_FOUND
`;
