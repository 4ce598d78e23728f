import type { RequestedDryIce, RequestedHazMat } from "./requested-hazmat.js";

/** A shipment as asked for in Rate or Ship, reduced to what prices, rules and labels need. */
export interface RequestedShipment {
  shipperNumber: string;
  shipper: Party;
  shipTo: Party;
  shipFrom: Party;
  /** Empty when shopping. */
  serviceCode: string;
  description: string;
  packages: RequestedPackage[];
  charges: RequestedCharge[];
  options: RequestedOptions;
  references: string[];
  /** YYYYMMDD; empty: today. */
  shipmentDate: string;
  invoiceTotal: string;
  wantsNegotiatedRates: boolean;
  /** Those of the receiver or third party that pays; absent in ledgers of before. */
  wantsPayersRates?: boolean;
  wantsTaxes: boolean;
  /** Where the recipient collects it; absent: it goes to the address. */
  accessPointId?: string;
  /** Absent: it goes out. Else goods come back; `email`: who gets the label of an electronic return. */
  returnService?: RequestedReturn;
}

export interface RequestedReturn {
  code: string;
  email: string;
}

export interface Party {
  name: string;
  attentionName: string;
  phone: string;
  phoneExtension: string;
  lines: string[];
  city: string;
  state: string;
  postalCode: string;
  country: string;
  isResidential: boolean;
}

export interface RequestedPackage {
  packaging: string;
  weight: string;
  weightUnit: string;
  dimensions: { length: string; width: string; height: string; unit: string } | null;
  declaredValue: string;
  /** Absent in ledgers of before. */
  declaredCurrency?: string;
  /** DCISType: 2 signature, 3 adult signature; empty for none. */
  deliveryConfirmation: string;
  /** The amount; empty: nothing is collected. */
  collectOnDelivery: string;
  /** Beside an amount. */
  collection?: RequestedCollection;
  isAdditionalHandling: boolean;
  isLarge: boolean;
  references: string[];
  description: string;
  /** Absent: no dangerous goods. */
  hazMat?: RequestedHazMat;
  dryIce?: RequestedDryIce;
  /** The letter of a size; absent: priced by weight and distance. */
  simpleRate?: string;
}

export interface RequestedCollection {
  fundsCode: string;
  currencyCode: string;
}

export interface RequestedNotification {
  code: string;
  emails: string[];
  memo: string;
}

export interface RequestedCharge {
  type: string;
  payer: "SHIPPER" | "RECEIVER" | "THIRD_PARTY" | "CONSIGNEE" | "NONE";
  accountNumber: string;
  postalCode: string;
  /** Of a third party. */
  countryCode?: string;
}

export interface RequestedOptions {
  isSaturdayDelivery: boolean;
  /** AvailableServicesOption: 1 also Saturday, 2 also Sunday, 3 all; shopping only. */
  availableServices: string;
  /** DCISType at shipment level: 1 signature, 2 adult signature. */
  deliveryConfirmation: string;
  collectOnDelivery: string;
  /** Beside an amount. */
  collection?: RequestedCollection;
  /** Absent: none. */
  notifications?: RequestedNotification[];
}
