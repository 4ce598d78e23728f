import type { EntityManager } from "typeorm";
import { Shipment } from "../../entities/shipment.js";
import { refuse } from "../result.js";

/**
 * The shipment, locked until the transaction ends. Throws a `Refusal` NOT_FOUND. The lock lets foreign keys be checked:
 * a second update of a purchase in one transaction does so, and whoever waits here for that purchase would deadlock.
 */
export async function lockShipment(manager: EntityManager, id: string, field: string[]): Promise<Shipment> {
  const shipment = await manager.findOne(Shipment, { where: { id }, lock: { mode: "for_no_key_update" } });
  if (shipment === null) refuse("NOT_FOUND", `There is no shipment ${id}.`, field);
  return shipment;
}

/** What is left of an erased shipment can be voided and read; nothing can be made of it. Throws a `Refusal`. */
export function refuseErased({ id, erasedAt }: Pick<Shipment, "id" | "erasedAt">, field: (string | number)[]): void {
  if (erasedAt === null) return;
  refuse("PERSONAL_DATA_ERASED", `The personal data of shipment ${id} was erased: give everything anew.`, field);
}

const onlyDrafts = {
  changed: (status: string) =>
    `Only drafts can be changed; this one is ${status}. duplicateShipment makes a draft of it.`,
  deleted: (status: string) => `Only drafts can be deleted; this one is ${status} and is kept.`,
};

/** As `lockShipment`, for what only drafts allow. */
export async function lockDraft(
  manager: EntityManager,
  id: string,
  field: string[],
  toBe: keyof typeof onlyDrafts,
): Promise<Shipment> {
  const shipment = await lockShipment(manager, id, field);
  if (shipment.status !== "DRAFT") refuse("NOT_ALLOWED", onlyDrafts[toBe](shipment.status), field);
  return shipment;
}
