/** Numbers of the carrier by which it is asked. */
export interface CarrierLimits {
  /** Packages of one shipment. */
  readonly packages: number;
  /** Characters of the merchant's own text on a label. */
  readonly reference: number;
  /** Tracking numbers in one void. */
  readonly voidsAtOnce: number;
  /** Days after the purchase, after which the carrier may have forgotten a package. */
  readonly trackedForDays: number;
}
