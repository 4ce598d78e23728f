/**
 * A service that UPS prices only when it is asked for by its name: Shop does not answer with it. One package in the
 * shipper's own packaging.
 */
export interface NamedService {
  reach: "INSIDE_UNITED_STATES" | "ABROAD_FROM_UNITED_STATES";
  /** Weighed in ounces: always, never, or below a pound, where it has this UPS number of its own. */
  ounces: "ALWAYS" | "NEVER" | { numberBelowPound: string };
  /** Neither signature, collection, access point nor return; and UPS says nothing of its transit times. */
  isPlain: boolean;
  /** Who pays duties, which the service says itself; null: whoever is chosen. */
  dutiesPayer: "SENDER" | "RECIPIENT" | null;
  /** In pounds and inches; null: as any package. */
  limits: { pounds: number; lengthAndGirth: number | null } | null;
  /** Priced by the size of the box, from XS to XL. */
  isSimpleRate: boolean;
}

const plain = { isPlain: true, isSimpleRate: false, dutiesPayer: null } as const;

/**
 * No REST specification has its numbers; certain from integrators' reports are 92 and 93, ounces and pounds, one package.
 * 70 lb and 130 in are UPS's page of Ground Saver.
 */
export const groundSaver: NamedService = {
  ...plain,
  reach: "INSIDE_UNITED_STATES",
  ounces: { numberBelowPound: "92" },
  limits: { pounds: 70, lengthAndGirth: 130 },
};

const economy = { ...plain, reach: "ABROAD_FROM_UNITED_STATES", limits: null } as const;

/** Rating.yaml, PackageWeight.UnitOfMeasurement: ounces alone. All examples start in the United States. */
export const economyDdu: NamedService = { ...economy, ounces: "ALWAYS", dutiesPayer: "RECIPIENT" };
/** Shipping.yaml, example "World Wide Economy Shipping": pounds, and no charge of duties beside that of transport. */
export const economyDdp: NamedService = { ...economy, ounces: "NEVER", dutiesPayer: "SENDER" };

/** Rating.yaml and Shipping.yaml, Package.SimpleRate; where it goes and up to 50 lb: ups.com, Simple Rate. */
export const simpleRate: NamedService = {
  reach: "INSIDE_UNITED_STATES",
  ounces: "NEVER",
  isPlain: false,
  dutiesPayer: null,
  limits: { pounds: 50, lengthAndGirth: null },
  isSimpleRate: true,
};

/** Largest boxes in cubic inches (ups.com, Simple Rate), smallest size first. */
const sizes = [
  ["XS", 100],
  ["S", 250],
  ["M", 650],
  ["L", 1050],
  ["XL", 1728],
] as const;

export const largestSimpleRate = 1728;

/** The letter of the size that holds so many cubic inches; null: none does. */
export function simpleRateSize(cubicInches: number): string | null {
  return sizes.find(([, most]) => cubicInches <= most)?.[0] ?? null;
}

const territories = new Set(["PR", "VI", "GU", "AS", "MP", "UM"]);

/** Between UPS's countries; null: any. */
export function reachesLane({ reach }: NamedService, origin: string | null, destination: string | null): boolean {
  if (origin !== null && origin !== "US") return false;
  if (destination === null) return true;
  return reach === "INSIDE_UNITED_STATES"
    ? destination === "US"
    : destination !== "US" && !territories.has(destination);
}
