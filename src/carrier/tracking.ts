/** Where a package stands, or what one of its scans says of that. `RETURNED`: given back to the sender. */
export type TrackedStatus =
  | "UNKNOWN"
  | "LABEL_CREATED"
  | "IN_TRANSIT"
  | "OUT_FOR_DELIVERY"
  | "AVAILABLE_FOR_PICKUP"
  | "DELIVERED"
  | "RETURNING"
  | "RETURNED"
  | "EXCEPTION"
  | "VOIDED";

/** When something happened. What the carrier does not tell is null, never guessed from the rest. */
export interface TrackedTime {
  /** RFC 3339 in UTC. */
  occurredAt: string | null;
  /** YYYY-MM-DD where it happened. */
  localDate: string | null;
  /** HH:MM:SS where it happened. */
  localTime: string | null;
  /** `+HH:MM` or `-HH:MM` of that place at that time; describes `localTime`, is already out of `occurredAt`. */
  utcOffset: string | null;
}

export interface TrackedEvent extends TrackedTime {
  /** The same scan has the same key whenever it is told again. */
  key: string;
  status: TrackedStatus;
  /** The carrier's own codes; the second means something only under the first. */
  carrierStatusType: string | null;
  carrierStatusCode: string | null;
  description: string;
  city: string | null;
  region: string | null;
  countryCode: string | null;
}

/** A promise in the time of the destination, without a zone: the carrier gives none. */
export interface DeliveryEstimate {
  /** YYYY-MM-DD. */
  date: string;
  /** HH:MM; null: no window, or a time until which it arrives. */
  from: string | null;
  /** HH:MM; null: some time of that day. */
  until: string | null;
}

export interface TrackedPackage {
  trackingNumber: string;
  status: TrackedStatus;
  /** Oldest first. */
  events: TrackedEvent[];
  estimate: DeliveryEstimate | null;
  /** RFC 3339 in UTC; null: not delivered, or the carrier does not tell the instant. */
  deliveredAt: string | null;
  receivedBy: string | null;
  /** Where it was left, in the carrier's words. */
  deliveryLocation: string | null;
}
