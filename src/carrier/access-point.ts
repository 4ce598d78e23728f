import type { Address } from "./values.js";

/** Where the parcel is kept until the recipient fetches it. */
export interface AccessPoint {
  /** The carrier's own public id of the place. */
  carrierLocationId: string;
  name: string;
  address: Address;
}
