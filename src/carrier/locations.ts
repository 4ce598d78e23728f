import type { CallContext, CarrierAccountAccess } from "./account-access.js";
import type { Outcome } from "./outcome.js";
import type { Address, FieldProblem } from "./values.js";

/** What a place is; one place can be several, as a store that is an access point too. */
export type LocationKind =
  | "ACCESS_POINT"
  | "CUSTOMER_CENTER"
  | "STORE"
  | "DROP_BOX"
  | "AUTHORIZED_OUTLET"
  | "LOCKER"
  | "OTHER";

/** Levels of service that can be handed in at a place. */
export type LocationService = "GROUND" | "AIR" | "EXPRESS" | "STANDARD" | "INTERNATIONAL";

export type DistanceUnit = "MI" | "KM";

/** As much of an address as is known; the more, the nearer. */
export interface LocationAddress {
  lines: string[];
  city: string | null;
  region: string | null;
  postalCode: string | null;
  countryCode: string;
}

export type LocationOrigin =
  | { by: "ADDRESS"; address: LocationAddress }
  /** Degrees; the country helps carriers that search per country. */
  | { by: "GEO_POINT"; latitude: number; longitude: number; countryCode: string };

export interface LocationSearch {
  origin: LocationOrigin;
  /** Null: as far as the carrier looks. */
  radius: number | null;
  distanceUnit: DistanceUnit;
  /** Any of these; empty: every kind. */
  kinds: LocationKind[];
  /** All of these; empty: whatever can be handed in. */
  services: LocationService[];
  first: number;
}

/** A search around a point, or one access point by the carrier's own public id. */
export type LocationQuery = LocationSearch | { accessPointId: string; countryCode: string };

/**
 * Local times HH:MM. `weekday` as in ISO 8601: 1 Monday to 7 Sunday. `closes` 00:00 is midnight at the end of the
 * weekday: 00:00 to 00:00 is around the clock. What goes past midnight is two intervals.
 */
export interface OpeningInterval {
  weekday: number;
  opens: string;
  closes: string;
}

/** For which services a latest drop-off holds. */
export type LatestDropOffService = "GROUND" | "AIR" | "ANY";

/** Until when (local HH:MM) a package leaves the same day. */
export interface LatestDropOff {
  weekday: number;
  service: LatestDropOffService;
  time: string;
}

export interface FoundLocation {
  /** The carrier's internal number: never shown. */
  carrierLocationId: string;
  /** The carrier's public id of an access point; null: packages cannot be addressed to this place. */
  accessPointId: string | null;
  /** Whether it takes packages now. */
  isAvailable: boolean;
  kinds: LocationKind[];
  name: string;
  address: Address;
  latitude: number | null;
  longitude: number | null;
  /** Straight from the origin, in `distanceUnit`; null: the carrier did not say. */
  distance: number | null;
  distanceUnit: DistanceUnit | null;
  phone: string | null;
  /** By weekday and time, never overlapping; empty: closed all week, or the carrier did not say. */
  openingHours: OpeningInterval[];
  latestDropOff: LatestDropOff[];
  /** In the carrier's words. */
  serviceNames: string[];
  /** How to find it, in words; null: not given. */
  instructions: string | null;
}

/** One of the places that an unclear origin can mean. */
export interface OriginCandidate extends LocationAddress {
  latitude: number | null;
  longitude: number | null;
}

/** Nearest first. `candidates` only when the carrier could not tell which origin is meant; nothing is found then. */
export interface FoundLocations {
  locations: FoundLocation[];
  candidates: OriginCandidate[];
}

/** The carrier's places can be looked for, and access points be delivered to. */
export interface CarrierLocations {
  /** What a search may ask, checked without asking. Paths are relative to the search. */
  checkSearch(search: LocationSearch): FieldProblem[];
  /** Places near an origin, nearest first; or one access point by its public id. Repeatable. */
  find(account: CarrierAccountAccess, query: LocationQuery, call: CallContext): Promise<Outcome<FoundLocations>>;
}
