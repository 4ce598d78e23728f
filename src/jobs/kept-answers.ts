import type { ShippingDeps } from "../shipping/deps.js";
import { settleKept } from "../shipping/reconcile/settle-kept.js";
import { type Repeated, repeat } from "./repeat.js";

const everySeconds = 2;

/**
 * Stores kept answers as soon as the database takes them, in every server: the folder may be this one's alone. What a
 * process before it has left is stored before this resolves, if the database takes it.
 */
export async function startSettlingKept(deps: ShippingDeps): Promise<Repeated> {
  const work = () => settleKept(deps);
  await work().catch((error) => deps.log.warn("Kept answers cannot be stored yet.", { error }));
  return repeat("Storing kept answers", work, everySeconds, deps);
}
