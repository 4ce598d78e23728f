/** Shipping methods can be set up with the carrier. Its catalogue says what they may name. */
export interface CarrierMethods {
  /** What a method must say; the rest has defaults. */
  readonly required: readonly ("packageType" | "weightUnit" | "dimensionUnit" | "labelFormat")[];
  /** Provider of the methods of an older integration, which are only read; null: there was none. */
  readonly legacyProvider: string | null;
}
