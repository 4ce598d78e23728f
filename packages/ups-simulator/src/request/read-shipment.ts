import { isPresent, listAt, textAt, valueAt } from "./json-reading.js";
import { readDryIce, readHazMat } from "./read-hazmat.js";
import type {
  Party,
  RequestedCharge,
  RequestedCollection,
  RequestedNotification,
  RequestedOptions,
  RequestedPackage,
  RequestedShipment,
} from "./requested-shipment.js";

/** Reads `Shipment` of a Rate or Ship request. The two products name packaging and payment differently. */
export function readShipment(shipment: unknown): RequestedShipment {
  const shipper = readParty(valueAt(shipment, "Shipper"));
  const shipFrom = valueAt(shipment, "ShipFrom");
  return {
    shipperNumber: textAt(shipment, "Shipper.ShipperNumber"),
    shipper,
    shipTo: readParty(valueAt(shipment, "ShipTo")),
    shipFrom: shipFrom === undefined ? shipper : readParty(shipFrom),
    serviceCode: textAt(shipment, "Service.Code"),
    description: textAt(shipment, "Description"),
    packages: listAt(shipment, "Package").map(readPackage),
    charges: readCharges(shipment),
    options: readOptions(valueAt(shipment, "ShipmentServiceOptions")),
    references: readReferences(shipment),
    shipmentDate: textAt(shipment, "ShipmentDate"),
    invoiceTotal: textAt(shipment, "InvoiceLineTotal.MonetaryValue"),
    wantsNegotiatedRates: isPresent(shipment, "ShipmentRatingOptions.NegotiatedRatesIndicator"),
    wantsPayersRates: isPresent(shipment, "ShipmentRatingOptions.TPFCNegotiatedRatesIndicator"),
    wantsTaxes: isPresent(shipment, "TaxInformationIndicator"),
    accessPointId: textAt(shipment, "AlternateDeliveryAddress.UPSAccessPointID") || undefined,
    ...readReturn(shipment),
  };
}

/** Under `Shipment` in Ship, under its service options in Rate. */
function readReturn(shipment: unknown): Pick<RequestedShipment, "returnService"> {
  const options = "ShipmentServiceOptions";
  if (!isPresent(shipment, "ReturnService") && !isPresent(shipment, `${options}.ReturnService`)) return {};
  const code = textAt(shipment, "ReturnService.Code") || textAt(shipment, `${options}.ReturnService.Code`);
  return { returnService: { code, email: textAt(shipment, `${options}.LabelDelivery.EMail.EMailAddress`) } };
}

function readParty(party: unknown): Party {
  return {
    name: textAt(party, "Name"),
    attentionName: textAt(party, "AttentionName"),
    phone: textAt(party, "Phone.Number"),
    phoneExtension: textAt(party, "Phone.Extension"),
    lines: listAt(party, "Address.AddressLine").map(String).filter(Boolean),
    city: textAt(party, "Address.City"),
    state: textAt(party, "Address.StateProvinceCode"),
    postalCode: textAt(party, "Address.PostalCode"),
    country: textAt(party, "Address.CountryCode"),
    isResidential: isPresent(party, "Address.ResidentialAddressIndicator"),
  };
}

function readPackage(pkg: unknown): RequestedPackage {
  return {
    packaging: textAt(pkg, "PackagingType.Code") || textAt(pkg, "Packaging.Code"),
    weight: textAt(pkg, "PackageWeight.Weight"),
    weightUnit: textAt(pkg, "PackageWeight.UnitOfMeasurement.Code"),
    dimensions: isPresent(pkg, "Dimensions.Length") ? readDimensions(pkg) : null,
    declaredValue: textAt(pkg, "PackageServiceOptions.DeclaredValue.MonetaryValue"),
    declaredCurrency: textAt(pkg, "PackageServiceOptions.DeclaredValue.CurrencyCode"),
    deliveryConfirmation: textAt(pkg, "PackageServiceOptions.DeliveryConfirmation.DCISType"),
    collectOnDelivery: textAt(pkg, "PackageServiceOptions.COD.CODAmount.MonetaryValue"),
    ...readCollection(valueAt(pkg, "PackageServiceOptions.COD")),
    ...readHazMat(pkg),
    ...readDryIce(pkg),
    isAdditionalHandling: isPresent(pkg, "AdditionalHandlingIndicator"),
    isLarge: isPresent(pkg, "LargePackageIndicator"),
    references: readReferences(pkg),
    description: textAt(pkg, "Description"),
    ...(isPresent(pkg, "SimpleRate") && { simpleRate: textAt(pkg, "SimpleRate.Code") }),
  };
}

function readDimensions(pkg: unknown): NonNullable<RequestedPackage["dimensions"]> {
  return {
    length: textAt(pkg, "Dimensions.Length"),
    width: textAt(pkg, "Dimensions.Width"),
    height: textAt(pkg, "Dimensions.Height"),
    unit: textAt(pkg, "Dimensions.UnitOfMeasurement.Code"),
  };
}

function readReferences(node: unknown): string[] {
  return listAt(node, "ReferenceNumber").map((reference) => textAt(reference, "Value"));
}

function readCharges(shipment: unknown): RequestedCharge[] {
  const rate = listAt(shipment, "PaymentDetails.ShipmentCharge");
  const ship = listAt(shipment, "PaymentInformation.ShipmentCharge");
  return [...rate, ...ship].map((charge) => ({ type: textAt(charge, "Type"), ...readPayer(charge) }));
}

function readPayer(charge: unknown): Omit<RequestedCharge, "type"> {
  const payers = { BillShipper: "SHIPPER", BillReceiver: "RECEIVER", BillThirdParty: "THIRD_PARTY" } as const;
  for (const [name, payer] of Object.entries(payers)) {
    const bill = valueAt(charge, name);
    if (bill === undefined) continue;
    return {
      payer,
      accountNumber: textAt(bill, "AccountNumber"),
      postalCode: textAt(bill, "Address.PostalCode"),
      countryCode: textAt(bill, "Address.CountryCode"),
    };
  }
  const payer = isPresent(charge, "ConsigneeBilledIndicator") ? "CONSIGNEE" : "NONE";
  return { payer, accountNumber: "", postalCode: "" };
}

function readOptions(options: unknown): RequestedOptions {
  return {
    isSaturdayDelivery: isPresent(options, "SaturdayDeliveryIndicator"),
    availableServices: textAt(options, "AvailableServicesOption"),
    deliveryConfirmation: textAt(options, "DeliveryConfirmation.DCISType"),
    collectOnDelivery: textAt(options, "COD.CODAmount.MonetaryValue"),
    ...readCollection(valueAt(options, "COD")),
    ...(isPresent(options, "Notification") && {
      notifications: listAt(options, "Notification").map(readNotification),
    }),
  };
}

function readCollection(cod: unknown): { collection?: RequestedCollection } {
  if (cod === undefined) return {};
  return {
    collection: { fundsCode: textAt(cod, "CODFundsCode"), currencyCode: textAt(cod, "CODAmount.CurrencyCode") },
  };
}

function readNotification(notification: unknown): RequestedNotification {
  return {
    code: textAt(notification, "NotificationCode"),
    emails: listAt(notification, "EMail.EMailAddress").map(String).filter(Boolean),
    memo: textAt(notification, "EMail.Memo"),
  };
}
