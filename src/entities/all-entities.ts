import { AcceptedOffer } from "./accepted-offer.js";
import { AddressClassification } from "./address-classification.js";
import { AuditEvent } from "./audit-event.js";
import { Carrier } from "./carrier.js";
import { CarrierAccount } from "./carrier-account.js";
import { CarrierAccountCredential } from "./carrier-account-credential.js";
import { CarrierCallBudget } from "./carrier-call-budget.js";
import { CarrierLocation } from "./carrier-location.js";
import { CarrierProductCheck } from "./carrier-product-check.js";
import { CarrierRequest } from "./carrier-request.js";
import { CarrierShippingMethod } from "./carrier-shipping-method.js";
import { CarrierToken } from "./carrier-token.js";
import { CustomerCarrierAccount } from "./customer-carrier-account.js";
import { DocumentFile } from "./document-file.js";
import { DocumentLink } from "./document-link.js";
import { DocumentUpload } from "./document-upload.js";
import { GeneratedReturn } from "./generated-return.js";
import { LabelFile } from "./label-file.js";
import { LabelPurchase } from "./label-purchase.js";
import { PackageTemplate } from "./package-template.js";
import { PackedItem } from "./packed-item.js";
import { PurchaseDecision } from "./purchase-decision.js";
import { PurchasedPackage } from "./purchased-package.js";
import { RateQuote } from "./rate-quote.js";
import { RequestCount } from "./request-count.js";
import { SetupStepDecision } from "./setup-step-decision.js";
import { ShipFromPlace } from "./ship-from-place.js";
import { Shipment } from "./shipment.js";
import { ShipmentPackage } from "./shipment-package.js";
import { ShipmentTag } from "./shipment-tag.js";
import { ShippingDocument } from "./shipping-document.js";
import { ShippingEvent } from "./shipping-event.js";
import { ShippingLabel } from "./shipping-label.js";
import { ShippingLabelTag } from "./shipping-label-tag.js";
import { ShippingSettings } from "./shipping-settings.js";
import { SpendCounter } from "./spend-counter.js";
import { SpendLimit } from "./spend-limit.js";
import { Tracker } from "./tracker.js";
import { TrackingEvent } from "./tracking-event.js";
import { WorkBacklog } from "./work-backlog.js";

/** Every table that TypeORM knows, in the order in which the printed schema shows them. */
export const allEntities = [
  Carrier,
  CarrierAccount,
  CarrierAccountCredential,
  CarrierToken,
  CarrierCallBudget,
  CarrierLocation,
  CarrierProductCheck,
  SetupStepDecision,
  CarrierRequest,
  AuditEvent,
  CarrierShippingMethod,
  PackageTemplate,
  ShipFromPlace,
  CustomerCarrierAccount,
  RateQuote,
  Shipment,
  ShipmentTag,
  LabelPurchase,
  PurchasedPackage,
  PurchaseDecision,
  ShipmentPackage,
  PackedItem,
  ShippingDocument,
  DocumentFile,
  DocumentLink,
  DocumentUpload,
  ShippingLabel,
  ShippingLabelTag,
  LabelFile,
  Tracker,
  TrackingEvent,
  ShippingEvent,
  GeneratedReturn,
  ShippingSettings,
  SpendLimit,
  SpendCounter,
  AcceptedOffer,
  AddressClassification,
  WorkBacklog,
  RequestCount,
];
