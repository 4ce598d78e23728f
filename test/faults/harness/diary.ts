/** What the buyers were told: the promises that have to be kept. */
export class Diary {
  readonly acknowledged: AcknowledgedPurchase[] = [];
  /** Tracking numbers that a buyer was told are voided. */
  readonly acknowledgedVoids: string[] = [];
  readonly endings: Record<string, number> = {};
  /** What a buyer was told that no fault explains, and how often. */
  readonly surprises: Record<string, number> = {};
  /** Buyers who asked until nobody may wait any longer. */
  endless = 0;
  repeats = 0;

  end(how: string): void {
    this.endings[how] = (this.endings[how] ?? 0) + 1;
  }

  surprise(what: string): void {
    this.surprises[what] = (this.surprises[what] ?? 0) + 1;
  }
}

export interface AcknowledgedPurchase {
  purchaseId: string;
  packages: { trackingNumber: string; sha256: string }[];
}
