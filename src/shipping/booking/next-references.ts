import { type EntityManager, In } from "typeorm";
import { LabelPurchase } from "../../entities/label-purchase.js";
import { deriveReference } from "../claim/carrier-reference.js";

const triesAtOnce = 8;

/** References of the key's next two tries: the first that no purchase has, and the one after it. */
export async function nextReferences(
  manager: EntityManager,
  tenantId: string,
  idempotencyKey: string,
): Promise<[string, string]> {
  const [row] = (await manager.query("select secret from reference_secret")) as { secret: Buffer }[];
  const derive = (number: number) => deriveReference(row!.secret, { tenantId, idempotencyKey, number });
  for (let first = 1; ; first += triesAtOnce) {
    const tries = Array.from({ length: triesAtOnce }, (_, index) => derive(first + index));
    const taken = await takenOf(manager, tries);
    const free = tries.findIndex((reference) => !taken.has(reference));
    if (free >= 0) return [tries[free]!, derive(first + free + 1)];
  }
}

async function takenOf(manager: EntityManager, carrierReferences: string[]): Promise<Set<string>> {
  const rows = await manager.find(LabelPurchase, {
    select: { id: true, carrierReference: true },
    where: { carrierReference: In(carrierReferences) },
  });
  return new Set(rows.map(({ carrierReference }) => carrierReference));
}
