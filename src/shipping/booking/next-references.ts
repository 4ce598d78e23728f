import type { EntityManager } from "typeorm";
import { deriveReference } from "../claim/carrier-reference.js";

const triesAtOnce = 4;

/** References of the key's next two tries: the first that no purchase of any tenant has, and the one after it. */
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

/** Another tenant's too: 55 bits can be the same, and both may ship with one account. */
async function takenOf(manager: EntityManager, references: string[]): Promise<Set<string>> {
  const taken = "select reference from taken_references($1)";
  const rows: { reference: string }[] = await manager.query(taken, [references]);
  return new Set(rows.map(({ reference }) => reference));
}
