import {
  And,
  Any,
  type EntityTarget,
  type FindOperator,
  type FindOptionsWhere,
  type ObjectLiteral,
  Raw,
} from "typeorm";
import { PurchasedPackage } from "../entities/purchased-package.js";
import { Shipment } from "../entities/shipment.js";
import { ShipmentPackage } from "../entities/shipment-package.js";
import { Tracker } from "../entities/tracker.js";

/** For whom rows are read: staff see all of the tenant's, buyers what is under way to them or back from them. */
export type Audience = "staff" | "buyers";

/**
 * Packages of bought shipments whose label is in force. Nothing else is under way: a draft and a purchase without an
 * outcome have no label yet, and a label that is voided, or asked to be, goes nowhere.
 */
const underWay = `select 1 from purchased_package bought
  join shipment_package box on box.tenant_id = bought.tenant_id and box.id = bought.package_id
  join shipment sent on sent.tenant_id = box.tenant_id and sent.id = box.shipment_id
 where sent.status = 'PURCHASED' and bought.void_state in ('NOT_VOIDED', 'VOID_REFUSED')`;

const isUnderWay = (column: string) => Raw((id) => `exists (${underWay} and ${column} = ${id})`);

/** Rows of a shipment that buyers can reach. Of all others they see what their scopes open. */
const shown = new Map<EntityTarget<ObjectLiteral>, Record<string, () => FindOperator<string>>>([
  [Shipment, { id: () => isUnderWay("box.shipment_id") }],
  [ShipmentPackage, { id: () => isUnderWay("bought.package_id") }],
  [PurchasedPackage, { id: () => isUnderWay("bought.id") }],
  // A number that was not bought here belongs to no shipment: who was given its id may follow it.
  [Tracker, { purchasedPackageId: () => Raw((id) => `(${id} is null or exists (${underWay} and bought.id = ${id}))`) }],
]);

/** Rows whose `key` is one of the values, of those that the audience may see. */
export function rowsFor<E extends ObjectLiteral>(
  audience: Audience,
  entity: EntityTarget<E>,
  key: string,
  values: readonly string[],
): FindOptionsWhere<E> {
  const where: Record<string, FindOperator<unknown>> = { [key]: Any(values) };
  if (audience === "staff") return where as FindOptionsWhere<E>;
  for (const [column, condition] of Object.entries(shown.get(entity as EntityTarget<ObjectLiteral>) ?? {}))
    where[column] = column === key ? And(Any(values), condition()) : condition();
  return where as FindOptionsWhere<E>;
}
