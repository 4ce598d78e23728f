import type { Money } from "./values.js";

export type FreightPayer = "SENDER" | "RECIPIENT" | "THIRD_PARTY";
/** Who needs no account of its own to pay duties. */
export type UsualDutiesPayer = "SENDER" | "RECIPIENT";
export type DutiesPayer = UsualDutiesPayer | "THIRD_PARTY";
export type SignatureOption = "NONE" | "SIGNATURE" | "ADULT_SIGNATURE";

/** What the driver takes at the door: CASH; any check, money order too; only what a bank stands for. */
export type CollectOnDeliveryFunds = "CASH" | "ANY_CHECK" | "CASHIERS_CHECK";

/**
 * What becomes of letters that the carrier cannot print. AS_WRITTEN: they are refused. WITHOUT_ACCENTS: Latin ones lose
 * their accents, those of other scripts are refused. TRANSLITERATE: all are written in Latin letters.
 */
export type LabelLetters = "AS_WRITTEN" | "WITHOUT_ACCENTS" | "TRANSLITERATE";

export type NotificationEvent = "SHIPPED" | "EXCEPTION" | "DELIVERED";

/** An e-mail that the carrier sends when something happens. */
export interface ShipmentNotification {
  event: NotificationEvent;
  emails: string[];
  /** The merchant's own words in it; null: none. */
  memo: string | null;
}

/** The account of the one who pays instead of the sender; null throughout where the sender pays. */
export interface PayerAccount {
  payerAccountNumber: string | null;
  payerPostalCode: string | null;
  payerCountryCode: string | null;
}

/** The account of a third party that pays duties. */
export interface DutiesPayerAccount {
  accountNumber: string;
  postalCode: string | null;
  /** ISO 3166-1 alpha-2. */
  countryCode: string;
}

/** What keeps two offers of one service apart: plain, and on a Saturday. */
export interface DeliveryDay {
  isSaturdayDelivery: boolean;
}

export interface ShipmentOptionsDetails extends PayerAccount, DeliveryDay {
  payer: FreightPayer;
  signature: SignatureOption;
  /** Null: the carrier's default, the recipient. Only sent on lanes where the carrier allows the choice. */
  dutiesPayer: DutiesPayer | null;
  /** Null exactly where no third party pays them. */
  dutiesPayerAccount: DutiesPayerAccount | null;
  /** Collected from the recipient for the whole shipment; null: nothing is. */
  collectOnDelivery: Money | null;
  /** Null exactly where nothing is collected. */
  collectOnDeliveryFunds: CollectOnDeliveryFunds | null;
  notifications: ShipmentNotification[];
  letters: LabelLetters;
}

export const noPayerAccount: PayerAccount = { payerAccountNumber: null, payerPostalCode: null, payerCountryCode: null };

/** A shipment that nothing is chosen for. */
export const plainOptions: ShipmentOptionsDetails = {
  ...noPayerAccount,
  payer: "SENDER",
  signature: "NONE",
  isSaturdayDelivery: false,
  dutiesPayer: null,
  dutiesPayerAccount: null,
  collectOnDelivery: null,
  collectOnDeliveryFunds: null,
  notifications: [],
  letters: "WITHOUT_ACCENTS",
};

/** What carriers do where null is chosen. */
export const carriersOwnChoice: { dutiesPayer: UsualDutiesPayer } = { dutiesPayer: "RECIPIENT" };
