import type { LabelPurchase } from "../../entities/label-purchase.js";
import type { LoadedAccount } from "../account/load-account.js";

const mostAtOnce = 4;

/**
 * Of packages whose void the carrier refuses, those that it shows as voided: by an earlier try whose answer was lost, or
 * by somebody else. Null: tracking gives no answer now, ask again later. Where the account may not track, none is known
 * to be.
 */
export async function shownAsVoided<P extends { trackingNumber: string }>(
  { adapter, access }: LoadedAccount,
  purchase: LabelPurchase,
  packages: P[],
): Promise<P[] | null> {
  const voided: P[] = [];
  const look = (pkg: P) => adapter.track(access, pkg.trackingNumber, { purchaseId: purchase.id });
  for (let from = 0; from < packages.length; from += mostAtOnce) {
    const group = packages.slice(from, from + mostAtOnce);
    const outcomes = await Promise.all(group.map(look));
    if (outcomes.some(({ kind }) => kind === "UNAVAILABLE")) return null;
    voided.push(
      ...group.filter((_, index) => {
        const outcome = outcomes[index];
        return outcome?.kind === "ANSWERED" && outcome.value?.status === "VOIDED";
      }),
    );
  }
  return voided;
}
