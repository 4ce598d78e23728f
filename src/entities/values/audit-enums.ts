import { describedEnum } from "./described-enum.js";

export const AuditEventKind = describedEnum("AuditEventKind", "What was changed, or decided.", {
  CARRIER_ACCOUNT_CREATED: "A carrier account was created, with its first credentials.",
  CARRIER_ACCOUNT_UPDATED: "Details of a carrier account were changed.",
  CARRIER_CREDENTIALS_ROTATED: "A carrier account uses new credentials.",
  SETUP_STEP_CONFIRMED: "A step of an account's set-up was confirmed, or its confirmation withdrawn.",
  CARRIER_ACCOUNT_ACTIVATED: "A carrier account may buy labels.",
  CARRIER_ACCOUNT_ARCHIVED: "A carrier account was taken out of use.",
  SPEND_LIMITS_CHANGED: "Spend limits of the tenant or of an account were changed.",
  SHIPPING_METHOD_CREATED: "A shipping method was created.",
  SHIPPING_METHOD_IMPORTED: "A legacy shipping method was imported from an older integration.",
  SHIPPING_METHOD_UPDATED: "A shipping method was changed.",
  SHIPPING_METHOD_ARCHIVED: "A shipping method was taken out of use.",
  SHIPPING_METHOD_REPLACED: "A legacy shipping method was archived and another took its place.",
  PACKAGE_TEMPLATE_CREATED: "A package template was created.",
  PACKAGE_TEMPLATE_UPDATED: "A package template was changed.",
  PACKAGE_TEMPLATE_ARCHIVED: "A package template was taken out of use.",
  SHIP_FROM_PLACE_CREATED: "A ship-from place was created.",
  SHIP_FROM_PLACE_UPDATED: "A ship-from place was changed.",
  SHIP_FROM_PLACE_ARCHIVED: "A ship-from place was taken out of use.",
  CUSTOMER_CARRIER_ACCOUNT_SAVED: "A customer's account with a carrier was kept or changed. No value of it is told.",
  CUSTOMER_CARRIER_ACCOUNT_DELETED: "A customer's account with a carrier was deleted.",
  SHIPPING_SETTINGS_CHANGED: "Settings of the tenant were changed, such as the default account.",
  VOID_REQUESTED: "Labels were asked to be voided. What the carrier did is in the shipment.",
  PURCHASE_DECIDED: "A decision on a purchase whose outcome was unknown, or on a booking that nobody wanted.",
  ORPHAN_BOOKING_VOIDED: "The operator voided a booking at the carrier that no purchase holds.",
  PERSONAL_DATA_ERASED: "Personal data of a shipment was erased, or rate quotes or a customer's accounts were.",
  OTHER: "Any other event, also those added later.",
});
export type AuditEventKind = keyof typeof AuditEventKind;

/** Of a stored name; what this version does not know is OTHER, so that a row of a newer one can be read. */
export function auditEventKind(stored: string): AuditEventKind {
  return Object.hasOwn(AuditEventKind, stored) ? (stored as AuditEventKind) : "OTHER";
}

export const AuditActorKind = describedEnum("AuditActorKind", "Who made a change.", {
  TOKEN: "Whoever held the token of the request.",
  OPERATOR: "Whoever ran a command of the service on its servers.",
  SYSTEM: "The service itself, without a request.",
});
export type AuditActorKind = keyof typeof AuditActorKind;
