import { describedEnum } from "./described-enum.js";

export const ShippingSortDirection = describedEnum("ShippingSortDirection", "Which way a list is sorted.", {
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

export const StuckPurchaseSortField = describedEnum("StuckPurchaseSortField", "What stuck purchases are sorted by.", {
  STARTED_AT: "When it was claimed.",
});
