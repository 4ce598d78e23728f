import type { EntityManager } from "typeorm";

/** The files of an erased shipment's labels, copies and previews too; gives of how many labels. */
export async function eraseLabels(manager: EntityManager, shipmentId: string): Promise<number> {
  const [row] = (await manager.query("select erase_label_files($1) as count", [shipmentId])) as { count: number }[];
  return row!.count;
}
