import type { Asking } from "./asking.js";
import { someStuck } from "./database-blows.js";
import type { Diary } from "./diary.js";
import { resolvePurchase } from "./operations.js";
import type { Stage } from "./stage.js";
import type { Tenant } from "./tenants.js";

/** Somebody else was faster, the carrier says something else, or cannot be asked. */
const expected = ["NOT_ALLOWED", "NOT_FOUND", "CONFLICT", "CARRIER_UNAVAILABLE", "CARRIER_REJECTED"];

/** A person looks at a purchase that is stuck, and at UPS's web site, and decides. */
export async function decide(stage: Stage, tenant: Tenant, asking: Asking, diary: Diary): Promise<void> {
  const stuck = await someStuck(stage, tenant);
  if (stuck === null) return;
  const booking = (await stage.control.ledger()).find(({ references }) => references.includes(stuck.reference));
  const decision = asking.random.pick(["CHECK_NOW", "CHECK_NOW", booking ? "ADOPT" : "NOT_CREATED"]);
  const trackingNumber = decision === "ADOPT" ? booking?.packages[0]?.trackingNumber : undefined;
  const input = { purchaseId: stuck.id, decision, trackingNumber };
  const { purchase, userErrors } = await asking.repeat(() => asking.door.ask("other", resolvePurchase, { input }));
  if (purchase) diary.end(`a person's ${decision}`);
  else asking.note(userErrors, expected);
}
