import type { CallContext } from "../../carrier/account-access.js";
import type { SpendOutcome } from "../../carrier/outcome.js";
import { inTenant } from "../../database/tenant-transaction.js";
import type { LabelPurchase } from "../../entities/label-purchase.js";
import { reach } from "../../failpoints.js";
import { markLeaving } from "../booking/purchase-states.js";
import { notSent } from "../claim/send-in-time.js";
import type { ShippingDeps } from "../deps.js";

/** The moment from which a purchase may have reached the carrier: what goes wrong before is no lost answer. */
export class Departure {
  #isNoted = false;

  constructor(
    private readonly deps: ShippingDeps,
    private readonly purchase: LabelPurchase,
    /** `performance.now()` before the claim was written. */
    private readonly claimedAt: number,
  ) {}

  /** It may have reached the carrier. */
  get hasLeft(): boolean {
    return this.#isNoted;
  }

  /** How the carrier is called. */
  get call(): CallContext {
    const leaveWithinMs = this.claimedAt + this.deps.timings.sendWithin * 1000 - performance.now();
    return { purchaseId: this.purchase.id, mayLeave: () => this.note(), leaveWithinMs };
  }

  /** Writes it down, before the first byte leaves. False: that is not possible, or the purchase has been given up. */
  async note(): Promise<boolean> {
    this.#isNoted ||= await inTenant(this.deps.database, this.purchase.tenantId, (manager) =>
      markLeaving(manager, this.purchase, this.deps.timings.reconcileAfter),
    ).catch((error) => this.#warn("It could not be written down that it leaves.", error));
    if (this.#isNoted) reach("purchase.leaving", this.purchase.id);
    return this.#isNoted;
  }

  /** NOT_SENT, where nothing had left; else throws what went wrong. */
  explain(error: unknown): SpendOutcome<never> {
    if (this.#isNoted) throw error;
    this.#warn("The server could not send it at the moment.", error);
    return notSent("The server could not send it at the moment.");
  }

  #warn(reason: string, error: unknown): false {
    this.deps.log.warn(`A purchase was not sent. ${reason}`, { purchaseId: this.purchase.id, error });
    return false;
  }
}
