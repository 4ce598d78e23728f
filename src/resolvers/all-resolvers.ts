import type { NonEmptyArray } from "type-graphql";
import { CarrierAccountFields } from "./account/account-fields.js";
import { CarrierAccountMutations } from "./account/account-mutations.js";
import { CarrierAccountQueries } from "./account/account-queries.js";
import { CarrierAccountSetupFields } from "./account/account-setup.js";
import { CarrierRequestResolver } from "./account/carrier-requests.js";
import { CarrierProductCheckResolver } from "./account/product-check.js";
import { SpendLimitResolver } from "./account/spend-limits.js";
import { PostalAddressFields } from "./address/postal-address-fields.js";
import { ValidateAddressResolver } from "./address/validate-address.js";
import { AuditEventResolver } from "./audit/audit-events.js";
import { CarrierResolver, CarrierServiceResolver } from "./carrier/carrier.js";
import { CustomerCarrierAccountResolver } from "./customer/customer-carrier-accounts.js";
import { DeliveryOptionsResolver } from "./delivery/delivery-options.js";
import { ShipmentDocumentsResolver, ShippingDocumentResolver } from "./document/shipping-document.js";
import { ShippingDocumentLists } from "./document/shipping-documents.js";
import { ErasePersonalDataResolver } from "./erasure/erase-personal-data.js";
import { ShippingEventResolver } from "./event/shipping-events.js";
import { AllStuckPurchasesResolver } from "./label/all-stuck-purchases.js";
import { LabelBatchResolver } from "./label/label-batch.js";
import { LabelHistoryResolver } from "./label/label-history.js";
import { LabelPurchaseResolver } from "./label/label-purchase.js";
import { LabelPurchaseLists } from "./label/label-purchases.js";
import { PackageChargesResolver, PurchaseChargesResolver } from "./label/purchase-charges.js";
import { PackageHistoryResolver, PurchaseHistoryResolver } from "./label/purchase-history.js";
import { PurchasedPackageResolver } from "./label/purchased-package.js";
import { RecoverLabelResolver } from "./label/recover-label.js";
import { ShippingLabelResolver } from "./label/shipping-label.js";
import { ShippingLabelFileResolver } from "./label/shipping-label-file.js";
import { CarrierLocationResolver, ShipmentLocationResolver } from "./location/carrier-location.js";
import { ConfigurationSchemaQueries } from "./method/configuration-schema.js";
import { ShippingMethodFields } from "./method/method-fields.js";
import { ShippingMethodMutations } from "./method/method-mutations.js";
import { ShippingMethodQueries } from "./method/method-queries.js";
import { UpsConfigurationFields } from "./method/ups-configuration-fields.js";
import { PackItemsResolver } from "./packing/pack-items.js";
import { PackageTemplateResolver } from "./packing/package-templates.js";
import { ShipFromPlaceResolver } from "./place/ship-from-places.js";
import { RateQuoteResolver } from "./rate/rate-quote.js";
import { ShippingRatesResolver } from "./rate/shipping-rates.js";
import { ReturnResolver } from "./returns/return-resolver.js";
import { CarrierServiceOptionsResolver } from "./service-option/service-options.js";
import { ShippingSettingsResolver } from "./settings/shipping-settings.js";
import { AcceptedOfferResolver, PurchaseOfferResolver, ShipmentOfferResolver } from "./shipment/accepted-offer.js";
import { DeliveryStatusResolver } from "./shipment/delivery-status.js";
import { DuplicateShipmentResolver } from "./shipment/duplicate-shipment.js";
import { ShipmentResolver } from "./shipment/shipment.js";
import { ShipmentCustomsResolver } from "./shipment/shipment-customs.js";
import { ShipmentFieldResolver } from "./shipment/shipment-fields.js";
import { ShipmentLabelsResolver } from "./shipment/shipment-labels.js";
import { ShipmentPackageResolver } from "./shipment/shipment-package.js";
import { TrackDeliveryResolver } from "./storefront/track-delivery.js";
import { TrackerResolver } from "./tracking/tracker.js";
import { TrackerLinksResolver } from "./tracking/tracker-links.js";

/** Every resolver class: the API's table of contents. */
export const allResolvers: NonEmptyArray<new () => object> = [
  CarrierResolver,
  CarrierServiceResolver,
  CarrierAccountQueries,
  CarrierAccountMutations,
  CarrierAccountFields,
  CarrierAccountSetupFields,
  CarrierProductCheckResolver,
  CarrierRequestResolver,
  AuditEventResolver,
  SpendLimitResolver,
  ShippingSettingsResolver,
  ShippingMethodQueries,
  ConfigurationSchemaQueries,
  ShippingMethodMutations,
  ShippingMethodFields,
  UpsConfigurationFields,
  PackageTemplateResolver,
  PackItemsResolver,
  ShipFromPlaceResolver,
  CustomerCarrierAccountResolver,
  ShippingRatesResolver,
  RateQuoteResolver,
  DeliveryOptionsResolver,
  CarrierServiceOptionsResolver,
  ValidateAddressResolver,
  PostalAddressFields,
  ShipmentResolver,
  DuplicateShipmentResolver,
  ShipmentFieldResolver,
  ShipmentLabelsResolver,
  DeliveryStatusResolver,
  ShipmentCustomsResolver,
  ShipmentPackageResolver,
  CarrierLocationResolver,
  ShipmentLocationResolver,
  LabelPurchaseResolver,
  LabelPurchaseLists,
  AllStuckPurchasesResolver,
  PurchaseHistoryResolver,
  PackageHistoryResolver,
  PurchasedPackageResolver,
  PurchaseChargesResolver,
  PackageChargesResolver,
  AcceptedOfferResolver,
  ShipmentOfferResolver,
  PurchaseOfferResolver,
  ShippingLabelResolver,
  ShippingLabelFileResolver,
  LabelHistoryResolver,
  LabelBatchResolver,
  RecoverLabelResolver,
  ReturnResolver,
  ShippingDocumentResolver,
  ShippingDocumentLists,
  ShipmentDocumentsResolver,
  TrackerResolver,
  TrackerLinksResolver,
  TrackDeliveryResolver,
  ShippingEventResolver,
  ErasePersonalDataResolver,
];
