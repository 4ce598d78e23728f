import { v7 } from "uuid";

/** Prefixes of our ids. Clients treat ids as opaque; a foreign prefix is simply not found. */
export type IdPrefix =
  | "cac"
  | "shm"
  | "quo"
  | "off"
  | "shp"
  | "pkg"
  | "itm"
  | "lpu"
  | "ppk"
  | "lab"
  | "pde"
  | "crq"
  | "aud"
  | "trk"
  | "tev"
  | "evt"
  | "doc"
  | "upl"
  | "loc"
  | "ptp"
  | "sfp"
  | "cca";

/** A new id such as `shp_0190...`: sorts by time of creation. */
export function newId(prefix: IdPrefix): string {
  return `${prefix}_${v7()}`;
}
