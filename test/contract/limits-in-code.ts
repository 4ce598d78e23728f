import type { ReturnServiceKind } from "../../src/carrier/returns.js";
import type { CarrierAccount } from "../../src/entities/carrier-account.js";
import { DecimalScalar } from "../../src/entities/values/scalars.js";
import { CarrierAccountFields } from "../../src/resolvers/account/account-fields.js";
import { defaultOperationLimits } from "../../src/security/operation-limits/limits.js";
import { sealCredentials } from "../../src/shipping/account/credentials.js";
import { longestText } from "../../src/shipping/check-length.js";
import { mostAccounts } from "../../src/shipping/customer/save-customer-carrier-account.js";
import { mostKinds, mostPackages } from "../../src/shipping/delivery/check-form.js";
import { mostShipments } from "../../src/shipping/erasure/erase-personal-data.js";
import { mostIds, mostLabels, mostMegabytes } from "../../src/shipping/label/plan-label-batch.js";
import { longestWord } from "../../src/shipping/method/availability.js";
import { mostEntries } from "../../src/shipping/method/check-list.js";
import { mostConditions } from "../../src/shipping/method/check-price-rule.js";
import { longestPostalCode } from "../../src/shipping/method/destination.js";
import { mostHandlingDays, mostTransitDays } from "../../src/shipping/method/dispatch.js";
import { mostRules } from "../../src/shipping/method/own-price.js";
import { insuranceBounds, marginBounds } from "../../src/shipping/method/price-rules.js";
import { mostPieces } from "../../src/shipping/packing/read-items.js";
import { pageSize } from "../../src/shipping/page.js";
import { mostOpeningsPerDay } from "../../src/shipping/place/check-opening-hours.js";
import { longestKey } from "../../src/shipping/purchase/purchase-input.js";
import { mostMethods } from "../../src/shipping/rate/choose-methods.js";
import { longestDescription, mostItems } from "../../src/shipping/shipment/build-goods.js";
import { classificationsCountFor } from "../../src/shipping/shipment/destination.js";
import { longestTag, mostTags } from "../../src/shipping/shipment/tags.js";
import { freshForMs } from "../../src/shipping/tracking/find-tracker.js";
import { addressValidationPath, checkAddressToValidate } from "../../src/ups/addresses/serialise-address-validation.js";
import { checkItem } from "../../src/ups/customs/check-declared-item.js";
import { longestTaxNumber, mostTaxNumbers } from "../../src/ups/customs/check-tax-numbers.js";
import { unfiledUsd } from "../../src/ups/customs/export-lines.js";
import { invoiceLimits, scheduleBDigits } from "../../src/ups/customs/invoice-limits.js";
import { lowValueEur } from "../../src/ups/customs/low-value.js";
import { gtinLengths } from "../../src/ups/customs/product-identifiers.js";
import { descriptionLimits } from "../../src/ups/customs/product-lines.js";
import { documentLimits, documentTypes } from "../../src/ups/paperless/document-limits.js";
import { labelInches } from "../../src/ups/shipping/label-layout.js";
import { returnBoxes, returnPackages, serialiseReturnService } from "../../src/ups/shipping/return-services.js";
import {
  collectLimitsUsd,
  dangerousGoodsLimits,
  isAccountNumber,
  locationLimits,
  maxDeclaredUsd,
  maxLines,
  maxLocations,
  maxPackages,
  notificationLimits,
  packageLimits,
  phoneLimits,
  shipDateWindow,
  textLimits,
} from "../../src/ups/words/limits.js";
import { anAddress } from "../ups/builders.js";
import { aCustomsItem } from "../ups/customs-builders.js";
import { longest } from "./described-figures.js";

type Figures = Record<string, (number | string)[]>;

/** The same figures at several places. */
const at = (coordinates: string[], ...figures: (number | string)[]): Figures =>
  Object.fromEntries(coordinates.map((coordinate) => [coordinate, figures]));

const isPage = (first: number) => {
  try {
    return pageSize(first) === first;
  } catch {
    return false;
  }
};
const isDecimal = (text: string) => {
  try {
    return DecimalScalar.parseValue(text) === text;
  } catch {
    return false;
  }
};
const isCode = (length: number) => checkItem(aCustomsItem({ hsCode: "1".repeat(length) }), "USD", []).length === 0;
const isLineToValidate = (length: number) =>
  checkAddressToValidate(anAddress("newYork", { lines: ["x".repeat(length)] })).length === 0;

const mostRows = longest(isPage);
const hsCode = [longest((length) => !isCode(length)) + 1, longest((length) => isCode(Math.max(length, 6)))];
const accountNumber = longest((length) => !isAccountNumber("A".repeat(length))) + 1;
const candidates = Number(new URL(addressValidationPath, "http://ups").searchParams.get("maximumcandidatelistsize"));
const classifiedFor = Number.parseInt(classificationsCountFor, 10);
const masked = new CarrierAccountFields().accountNumberMasked({ accountNumber: "A1B2C3" } as CarrierAccount);
const { clientSecretFingerprint } = sealCredentials(
  { seal: (text) => Buffer.from(text), open: String },
  { tenantId: "", accountId: "", version: 1 },
  [],
  {},
);
export const documents = documentLimits("PRODUCTION");
const megabytes = (bytes: number) => bytes / 1024 / 1024;
const returnCode = (kind: ReturnServiceKind, boxNumber: number | null = null) =>
  serialiseReturnService({ kind, boxNumber, email: null })?.ReturnService.Code ?? "";
const firstAndLastBox = (kind: ReturnServiceKind) => [returnCode(kind, 1), returnCode(kind, returnBoxes)];
const shipmentInputs = (field: string) =>
  ["CreateShipmentInput", "DuplicateShipmentInput", "ShipmentInput", "UpdateShipmentInput"].map(
    (input) => `${input}.${field}`,
  );
const methodInputs = (field: string) =>
  ["Create", "Update", "ReplaceLegacy", "ImportLegacy"].map((verb) => `${verb}ShippingMethodInput.${field}`);
const ofDestination = (field: string) => `ShippingPriceDestinationInput.${field}`;
const ofAvailability = (field: string) => `ShippingMethodAvailabilityInput.${field}`;

/** By description, in the order in which it names them: the limits as the code has them. */
export const limits: Figures = {
  "CarrierAccount.accountNumberMasked": [masked.replaceAll("•", "").length],
  "CarrierAccount.clientSecretFingerprint": [clientSecretFingerprint.length],
  "LabelFormat.PDF": [labelInches.width, labelInches.length],
  "LabelFileFormat.PDF": [labelInches.width, labelInches.length],
  Decimal: [
    longest((digits) => isDecimal("9".repeat(digits))),
    longest((digits) => isDecimal(`0.${"9".repeat(digits)}`)),
  ],

  ...at(["carrierAccounts", "shippingEvents", "stuckPurchases", "allStuckPurchases"].map(firstOf), 1, mostRows),
  ...at(
    [
      "shippingLabels",
      "shippingMethods",
      "shipments",
      "packageTemplates",
      "shipFromPlaces",
      "customerCarrierAccounts",
    ].map(firstOf),
    1,
    mostRows,
  ),
  ...at(["labelPurchases", "carrierRequests", "auditEvents", "shippingDocuments"].map(firstOf), 1, mostRows),
  ...at(["Shipment.purchases", "Shipment.returnShipments", "Shipment.documents"].map(firstIn), 1, mostRows),
  ...at(["PurchasedPackage.recoveredLabels", "ShipmentPackage.recoveredLabels"].map(firstIn), 1, mostRows),
  ...at(
    ["LabelPurchase.carrierRequests", "Tracker.events", "Order.shipments", "TrackedDelivery.events"].map(firstIn),
    1,
    mostRows,
  ),
  ...at(["Tracker.events", "Order.shipments", "TrackedDelivery.events"], mostRows),
  ...at(["PackageInput.items", "ShipmentPackage.items"], mostItems),
  ...at(["Shipment.packages", "LabelPurchase.packages"], maxPackages),
  "MarkLabelsPrintedInput.labelIds": [defaultOperationLimits.maxListItems],
  "CustomsDeclaration.items": [invoiceLimits.products],
  "Query.labelBatchDocument": [mostMegabytes, 404],
  "ErasePersonalDataPayload.isComplete": [mostShipments],
  "ErasePersonalDataPayload.postponed": [mostShipments],
  "Query.labelBatchDocument(shipmentIds:)": [1, mostIds, mostLabels],
  "Query.labelBatchDocument(labelIds:)": [1, mostIds],
  "LabelBatchPayload.userErrors": [2],
  ...at(["ShippingLabel.file", "ShippingDocument.file"], 404),
  ...at(
    ["ShipmentPackage.purchases", "ShipmentPackage.recoveredLabels"].map((field) => `${field}(first:)`),
    1,
    mostRows,
  ),
  ...at(["PurchasedPackage.recoveredLabels(first:)"], 1, mostRows),
  "Query.tracker": [freshForMs / 60_000],

  "PostalAddress.lines": [maxLines],
  "PostalAddressInput.lines": [maxLines, textLimits.line],
  "PostalAddressInput.name": [textLimits.name],
  "PostalAddressInput.company": [textLimits.company],
  "PostalAddressInput.city": [textLimits.city],
  "PostalAddressInput.region": [textLimits.region],
  "PostalAddressInput.postalCode": [textLimits.postalCode],
  "PostalAddressInput.phone": [phoneLimits.digits, phoneLimits.extension],
  "PostalAddressInput.email": [textLimits.email],
  "PostalAddressInput.residentialStatus": [classifiedFor],
  "AddressValidation.residentialStatus": [classifiedFor],
  "AddressValidation.candidates": [candidates],
  "ValidateAddressInput.address": [longest(isLineToValidate)],
  "CarrierLocationsInput.radius": [
    ...[locationLimits.MI.least, locationLimits.MI.most],
    ...[locationLimits.KM.least, locationLimits.KM.most],
  ],
  "CarrierLocationsInput.first": [1, maxLocations],

  "ShippingRatesInput.shippingMethodIds": [mostMethods],
  ...at(["ShippingRatesInput.packages", ...shipmentInputs("packages")], 1, maxPackages),
  "PackageInput.weight": [packageLimits.IMPERIAL.weight, packageLimits.METRIC.weight],
  PackageDimensionsInput: [
    3,
    ...[packageLimits.IMPERIAL.length, packageLimits.METRIC.length],
    ...[packageLimits.IMPERIAL.lengthAndGirth, packageLimits.METRIC.lengthAndGirth, 2],
  ],
  "PackageInput.declaredValue": [maxDeclaredUsd],
  "DangerousGoodsInput.substances": [dangerousGoodsLimits.substances],
  "DangerousGoodsInput.emergencyContact": [dangerousGoodsLimits.emergencyContact],
  "DangerousSubstanceInput.packagingCount": [1, dangerousGoodsLimits.packagingCount],
  "DangerousSubstanceInput.quantity": [dangerousGoodsLimits.quantity],
  "PackageInput.reference": [textLimits.reference],
  "PackedItemInput.description": [
    longestDescription,
    descriptionLimits.count * descriptionLimits.length,
    textLimits.description,
    textLimits.returnedGoods,
  ],
  "PackedItemInput.hsCode": hsCode,
  ...at(shipmentInputs("shipDate"), shipDateWindow.shipTo, shipDateWindow.rateTo),
  "ShippingRatesInput.shipDate": [shipDateWindow.rateTo],
  ...at([...shipmentInputs("tags"), "ShippingRatesInput.tags", "DeliveryOptionsInput.tags"], mostTags, longestTag),
  ...at(shipmentInputs("carrierLocationId"), textLimits.line),
  ...at([...shipmentInputs("reference"), "PurchaseReturnLabelInput.reference"], textLimits.reference),

  "CustomsDeclarationInput.reasonForExport": [invoiceLimits.reason],
  "CustomsDeclarationInput.invoiceNumber": [invoiceLimits.invoiceNumber],
  "CustomsDeclarationInput.comments": [invoiceLimits.comments],
  "CustomsDeclarationInput.declarationStatement": [invoiceLimits.statement],
  "CustomsDeclarationInput.items": [invoiceLimits.products],
  ...at(["CustomsDeclarationInput.exportFiling", "ExportFilingInput"], unfiledUsd),
  "CustomsDeclarationInput.taxNumbers": [mostTaxNumbers, mostTaxNumbers],
  "CustomsTaxNumberInput.number": [longestTaxNumber],
  "CustomsDeclarationInput.isLowValue": [lowValueEur],
  ...at(
    ["PackedItemInput", "CustomsItemInput"].map((input) => `${input}.manufacturerProductId`),
    invoiceLimits.partNumber,
  ),
  ...at(
    ["PackedItemInput", "CustomsItemInput"].map((input) => `${input}.gtin`),
    ...gtinLengths,
  ),
  CarrierExportFilingInput: [scheduleBDigits],
  "CustomsItemInput.description": [
    descriptionLimits.count * descriptionLimits.length,
    descriptionLimits.count,
    descriptionLimits.length,
  ],
  "CustomsItemInput.quantity": [1, invoiceLimits.quantity],
  "CustomsItemInput.unitValue": [invoiceLimits.unitValueDecimals],
  "CustomsItemInput.sku": [invoiceLimits.partNumber],
  "CustomsItemInput.hsCode": hsCode,
  "CustomsOtherChargesInput.description": [invoiceLimits.otherCharges],

  "ShipmentOptionsInput.collectOnDelivery": [collectLimitsUsd.least, collectLimitsUsd.most],
  "ShipmentOptionsInput.notifications": [notificationLimits.events],
  "ShipmentNotificationInput.emails": [1, notificationLimits.emails, textLimits.email],
  "ShipmentNotificationInput.memo": [textLimits.memo],

  ...at(["ReturnService.boxNumber", "ReturnServiceInput.boxNumber"], 1, returnBoxes),
  "ReturnServiceInput.email": [textLimits.email],
  "ReturnServiceKind.PRINT_RETURN_LABEL": [returnCode("PRINT_RETURN_LABEL")],
  "ReturnServiceKind.ELECTRONIC_RETURN_LABEL": [returnCode("ELECTRONIC_RETURN_LABEL")],
  "ReturnServiceKind.PRINT_AND_MAIL": [returnCode("PRINT_AND_MAIL")],
  "ReturnServiceKind.ONE_PICKUP_ATTEMPT": [returnCode("ONE_PICKUP_ATTEMPT")],
  "ReturnServiceKind.THREE_PICKUP_ATTEMPTS": [3, returnCode("THREE_PICKUP_ATTEMPTS")],
  "ReturnServiceKind.EXCHANGE": [returnCode("EXCHANGE")],
  "ReturnServiceKind.PACK_AND_COLLECT_ONE_ATTEMPT": firstAndLastBox("PACK_AND_COLLECT_ONE_ATTEMPT"),
  "ReturnServiceKind.PACK_AND_COLLECT_THREE_ATTEMPTS": [3, ...firstAndLastBox("PACK_AND_COLLECT_THREE_ATTEMPTS")],
  PurchaseReturnLabelInput: [returnPackages.elsewhere],

  ...at(["CreateCarrierAccountInput.name", "UpdateCarrierAccountInput.name"], longestText),
  ...at(["CreateCarrierAccountInput.appName", "UpdateCarrierAccountInput.appName"], longestText),
  "UpsCredentialsInput.clientId": [longestText],
  ...at(["CreateCarrierAccountInput.accountNumber", "UpdateCarrierAccountInput.accountNumber"], accountNumber),
  ...at(["CreatePackageTemplateInput.name", "UpdatePackageTemplateInput.name"], longestText),
  ...at(["SaveCustomerCarrierAccountInput.name", "SaveCustomerCarrierAccountInput.customerId"], longestText),
  ...at(["Mutation.saveCustomerCarrierAccount"], mostAccounts),
  ...at(["CreateShipFromPlaceInput.name", "UpdateShipFromPlaceInput.name"], longestText),
  ...at(["CreateShipFromPlaceInput.openingHours", "UpdateShipFromPlaceInput.openingHours"], mostOpeningsPerDay),
  "PackableItemInput.description": [longestText],
  "PackableItemInput.quantity": [1, mostPieces],
  "DeliveryOptionsInput.items": [1, mostKinds],
  "DeliveryOptionsInput.packages": [1, mostPackages],
  "DeliveryPackageInput.items": [mostItems],
  ...at(["CreateShippingMethodInput.name", "UpdateShippingMethodInput.name"], longestText),
  ...at(methodInputs("productReference"), longestText),
  ...at(
    ["externalReference", "name"].map((field) => `ImportLegacyShippingMethodInput.${field}`),
    longestText,
  ),
  ...at(["countries", "regions", "postalPrefixes", "postalRanges"].map(ofDestination), mostEntries),
  ...at(["countries", "regions", "postalPrefixes", "postalRanges"].map(ofAvailability), mostEntries),
  ...at(["requiredTags", "excludedTags", "channels"].map(ofAvailability), mostEntries, longestWord),
  "PostalRangeInput.from": [longestPostalCode],
  "ShippingMethodDispatchInput.handlingDays": [mostHandlingDays],
  "ShippingMethodDispatchInput.blackoutDays": [mostEntries],
  "TransitDaysInput.max": [mostTransitDays],
  "RulesConfigurationInput.rules": [1, mostRules],
  "ShippingPriceRuleInput.conditions": [mostConditions],
  "ShippingPriceRulesInput.marginPercent": [-marginBounds.least, marginBounds.most],
  "ShippingPriceRulesInput.insurancePercent": [insuranceBounds.least, insuranceBounds.most],

  ...Object.fromEntries(Object.entries(documentTypes).map(([kind, code]) => [`ShippingDocumentKind.${kind}`, [code]])),
  "UploadShippingDocumentInput.fileName": [documents.maxNameLength],
  "UploadShippingDocumentInput.base64": [megabytes(documents.maxBytes), megabytes(documentLimits("TEST").maxBytes)],
  ...at(["AttachShippingDocumentsInput", "PurchaseLabelInput"].map(documentIdsOf), documents.maxPerShipment),
  "UploadShippingDocumentInput.idempotencyKey": [longestText],
  ...at(["PurchaseLabelInput", "PurchaseReturnLabelInput"].map(keyOf), longestKey),
};

function firstOf(query: string): string {
  return `Query.${query}(first:)`;
}
function firstIn(field: string): string {
  return `${field}(first:)`;
}
function documentIdsOf(input: string): string {
  return `${input}.documentIds`;
}
function keyOf(input: string): string {
  return `${input}.idempotencyKey`;
}

/** What no code of ours decides: the calendar, the globe, and how many things stand beside each other in the schema. */
export const facts: Figures = {
  ...at(["OpeningHours.weekday", "LatestDropOff.weekday"], 1, 7),
  "PackageWeightUnit.OZ": [16],
  "GeoPointInput.latitude": [90, 90],
  "GeoPointInput.longitude": [180, 180],
  "ShippingUserError.field": [0],
  "ShipmentPackage.sequence": [1],
  "PackedItemInput.quantity": [1],
  ...at(["PackingBoxItem.itemIndex", "UnpackedItem.itemIndex"], 0),
  "SpendLimitInput.maxLabels": [0],
  ...at(["PlaceOpeningHours.weekday", "PlaceOpeningHoursInput.weekday"], 1, 7),
  ...at(["SpendLimitInput"], 2),
  ...at(["SpendLimit"], 2, 10),
  ...at(["CarrierLocationsInput"], 3),
  "CarrierServiceOptionCode.RETURN_BY_THREE_PICKUP_ATTEMPTS": [3],
  "CarrierServiceOptionCode.RETURN_BY_PACK_AND_COLLECT_THREE_ATTEMPTS": [3],
};
