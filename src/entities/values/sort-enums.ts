import { describedEnum } from "./described-enum.js";

export const ShippingSortDirection = describedEnum("ShippingSortDirection", "Direction in which a list is sorted.", {
  ASC: "Smallest, oldest or first in the alphabet first.",
  DESC: "Greatest, newest or last in the alphabet first.",
});
export type ShippingSortDirection = keyof typeof ShippingSortDirection;

const createdAt = "When it was created.";

export const CarrierAccountSortField = describedEnum("CarrierAccountSortField", "What accounts are sorted by.", {
  CREATED_AT: createdAt,
  NAME: "The name, in the alphabetical order of the database.",
});

export const ShippingMethodSortField = describedEnum("ShippingMethodSortField", "What methods are sorted by.", {
  CREATED_AT: createdAt,
  NAME: "The name, in the alphabetical order of the database.",
});

const shipDate = "Ship date; shipments without one come last.";

export const ShipmentSortField = describedEnum("ShipmentSortField", "What shipments are sorted by.", {
  CREATED_AT: createdAt,
  SHIP_DATE: shipDate,
  NUMBER: "Display number.",
});

export const ShippingLabelSortField = describedEnum("ShippingLabelSortField", "What labels are sorted by.", {
  CREATED_AT: "When the label was bought, or fetched again.",
  SHIP_DATE: shipDate,
  NUMBER: "Display number of the shipment.",
});

export const LabelPurchaseSortField = describedEnum("LabelPurchaseSortField", "What purchases are sorted by.", {
  STARTED_AT: "When the purchase was recorded.",
  FINISHED_AT: "When its outcome was known; purchases without an outcome are left out, of totalCount too.",
});

export const ShippingDocumentSortField = describedEnum("ShippingDocumentSortField", "What documents are sorted by.", {
  CREATED_AT: "When it was uploaded or made.",
});

export const StuckPurchaseSortField = describedEnum("StuckPurchaseSortField", "What stuck purchases are sorted by.", {
  STARTED_AT: "When the purchase was recorded.",
});
