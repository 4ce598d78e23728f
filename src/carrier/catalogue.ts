import type { LabelFormat } from "./shipping.js";

/** A service in our stable code, with the name it bears where it starts. */
export interface CatalogueService {
  code: string;
  name: string;
  carrierServiceCode: string;
  /** The carrier prices it only when it is asked for by name, which costs a call of its own; absent: with all others. */
  isRatedByName?: boolean;
}

export interface CataloguePackageType {
  code: string;
  name: string;
  carrierPackageTypeCode: string;
}

/** What the carrier sells, known without asking it. */
export interface CarrierCatalogue {
  /** Services from `origin` to `destination` (ISO countries); null: any. Unknown lanes give what the origin offers. */
  services(origin: string | null, destination: string | null): CatalogueService[];
  /** The service by our code, named as in `origin`; null when unknown. */
  findService(code: string, origin: string | null): CatalogueService | null;
  /** Package types that go with the service (our code); null: all. */
  packageTypes(serviceCode: string | null): CataloguePackageType[];
  /** What a package is in when nobody says. */
  readonly defaultPackageType: string;
  /** Of labels; the first is taken when nobody says. */
  readonly labelFormats: readonly [LabelFormat, ...LabelFormat[]];
  /** Weight and size units the carrier takes from an origin country. */
  units(originCountryCode: string): { weight: ("LB" | "KG" | "OZ")[]; dimension: ("IN" | "CM")[] };
}
