import type { CarrierCatalogue } from "../carrier/catalogue.js";
import type { ShippingDeps } from "./deps.js";
import { type KnownCode, unknownCode } from "./unknown-code.js";

/** Says that the carrier has no such service, and which of those it offers from `origin` (null: anywhere) was perhaps meant. */
export function unknownService(code: string, catalogue: CarrierCatalogue, origin: string | null): string {
  return unknownCode(code, servicesOf(catalogue, origin));
}

/** As `unknownService`, of all carriers and from anywhere. */
export function unknownServiceOfAny(code: string, catalogues: CarrierCatalogue[]): string {
  return unknownCode(
    code,
    catalogues.flatMap((catalogue) => servicesOf(catalogue, null)),
  );
}

const servicesOf = (catalogue: CarrierCatalogue, origin: string | null): KnownCode[] =>
  catalogue
    .services(origin, null)
    .map(({ carrierServiceCode, ...service }) => ({ ...service, carrierCode: carrierServiceCode }));

/** Says that no carrier of these has such a package type, and which was perhaps meant. */
export function unknownPackageType(code: string, ...catalogues: CarrierCatalogue[]): string {
  const types = catalogues.flatMap((catalogue) => catalogue.packageTypes(null));
  return unknownCode(
    code,
    types.map(({ carrierPackageTypeCode, ...type }) => ({ ...type, carrierCode: carrierPackageTypeCode })),
  );
}

/** Says that there is no such carrier, and which was perhaps meant. */
export function unknownCarrier(code: string, { carriers }: Pick<ShippingDeps, "carriers">): string {
  return unknownCode(code, [...carriers.values()]);
}
