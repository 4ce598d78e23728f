import type { CarrierAccountAccess } from "../../carrier/account-access.js";
import type { ShipRequest } from "../../carrier/shipping.js";
import type { Address } from "../../carrier/values.js";
import { serialiseLowValue, serialisePartyKinds } from "../customs/eu-import.js";
import { serialiseInvoiceTotal } from "../customs/invoice-total.js";
import { serialiseInvoice } from "../customs/serialise-invoice.js";
import { serialiseTaxNumbers, serialiseVendor } from "../customs/serialise-tax-numbers.js";
import { bodyOf } from "../wire/declared-names.js";
import { attentionOf, nameOf, serialiseAddress, serialiseDestination } from "../words/address.js";
import { findServiceRow } from "../words/codes.js";
import { upsDate } from "../words/dates.js";
import { serialiseLabelSpecification, upsFormatOf } from "../words/label-format.js";
import { laneOf, needsInvoiceTotal } from "../words/lanes.js";
import { findPackageType } from "../words/package-types.js";
import { serialisePhone } from "../words/phone.js";
import { systemOf } from "../words/unit-system.js";
import { accessPointNotifications, serialiseAccessPoint } from "./access-point.js";
import { serialiseShipmentCollection } from "./collect-on-delivery.js";
import { serialisePacking, shippedDangerousGoods } from "./dangerous-goods.js";
import { describeGoods } from "./goods-description.js";
import { upsNumber, withServiceDuties } from "./named-service.js";
import { serialiseNotifications } from "./notifications.js";
import { serialiseCharges, serialiseRatingOptions } from "./payment.js";
import { placeReferences, type ReferenceNumber } from "./references.js";
import { serialiseLabelDelivery, serialiseReturnedGoods, serialiseReturnService } from "./return-services.js";
import { serialisePackageOptions, serialiseShipmentSignature, serialiseSize } from "./shipment-parts.js";
import { withUploadedForms } from "./uploaded-forms.js";

export const shipPath = "/api/shipments/v2409/ship";

/**
 * The body of Ship v2409, in letters that UPS prints: of `characterSet`, null: ASCII. `customerContext` comes back in the
 * answer and stands in UPS's logs; it is no idempotency key.
 */
export function serialiseShip(
  account: CarrierAccountAccess,
  request: ShipRequest,
  customerContext: string,
  characterSet: string | null = null,
) {
  const { details } = request;
  const lane = laneOf(details);
  const description = describeGoods(details);
  const references = placeReferences(details, request.carrierReference);
  const invoiceTotal = needsInvoiceTotal(lane, details.returnService !== null) ? serialiseInvoiceTotal(details) : null;
  return bodyOf("SHIP", {
    ShipmentRequest: {
      Request: {
        RequestOption: "nonvalidate",
        SubVersion: "2205",
        TransactionReference: { CustomerContext: customerContext },
      },
      Shipment: {
        ...(description && { Description: description }),
        ...serialiseReturnService(details.returnService),
        Shipper: {
          ...party(account.shipper),
          ShipperNumber: account.accountNumber,
          Address: serialiseAddress(account.shipper),
        },
        ShipTo: { ...party(details.shipTo), Address: serialiseDestination(details.shipTo) },
        ShipFrom: {
          ...sender(details.shipFrom),
          Address: serialiseAddress(details.shipFrom),
          ...serialiseVendor(details),
        },
        ...serialiseTaxNumbers(details),
        ...serialisePartyKinds(details),
        ...serialiseAccessPoint(details),
        PaymentInformation: {
          ShipmentCharge: serialiseCharges(withServiceDuties(details, request.serviceCode), account.accountNumber),
        },
        ShipmentRatingOptions: serialiseRatingOptions(details),
        TaxInformationIndicator: "",
        ...referenceList(references.shipment),
        Service: { Code: upsNumber(findServiceRow(request.serviceCode), details) },
        ...(invoiceTotal && { InvoiceLineTotal: invoiceTotal }),
        ...(details.shipDate !== null && { ShipmentDate: upsDate(details.shipDate) }),
        ...serialiseServiceOptions(request),
        Package: serialisePackages(request, references.byPackage),
      },
      LabelSpecification: {
        ...serialiseLabelSpecification(upsFormatOf(request.labelFormat)),
        ...(characterSet !== null && { CharacterSet: characterSet }),
      },
    },
  });
}

function serialisePackages({ details, weightUnit, serviceCode }: ShipRequest, references: ReferenceNumber[][]) {
  const system = systemOf(details, weightUnit);
  const service = findServiceRow(serviceCode);
  return details.packages.map((pkg, index) => ({
    ...serialiseReturnedGoods(details, pkg),
    Packaging: { Code: findPackageType(pkg.packageType)?.ups ?? "" },
    ...serialiseSize(pkg, system, service),
    ...referenceList(references[index] ?? []),
    ...serialisePacking(pkg),
    ...serialisePackageOptions(pkg, index, details, shippedDangerousGoods(pkg, index, details, system)),
  }));
}

function referenceList(references: ReferenceNumber[]) {
  return references.length > 0 ? { ReferenceNumber: references } : {};
}

function serialiseServiceOptions(request: ShipRequest) {
  const { details, documentIds, uploaded } = request;
  const notifications = [...serialiseNotifications(details), ...accessPointNotifications(details)];
  const forms = withUploadedForms(serialiseInvoice(request), documentIds ?? [], uploaded === "INVOICE");
  const options = {
    ...(forms && { InternationalForms: forms }),
    ...(details.options.isSaturdayDelivery && { SaturdayDeliveryIndicator: "" }),
    ...serialiseShipmentSignature(details, laneOf(details)),
    ...serialiseShipmentCollection(details),
    ...(notifications.length > 0 && { Notification: notifications }),
    ...serialiseLabelDelivery(details.returnService),
    ...serialiseLowValue(details),
  };
  return Object.keys(options).length > 0 ? { ShipmentServiceOptions: options } : {};
}

function sender(address: Address) {
  const Name = nameOf(address);
  const AttentionName = attentionOf(address);
  return {
    ...(Name && { Name }),
    ...(AttentionName && { AttentionName }),
    ...(address.taxId?.trim() && { TaxIdentificationNumber: address.taxId.trim() }),
    ...serialisePhone(address),
  };
}

/** As the sender, with an address for e-mail, which `ShipFrom` has not. */
function party(address: Address) {
  return { ...sender(address), ...(address.email?.trim() && { EMailAddress: address.email.trim() }) };
}
