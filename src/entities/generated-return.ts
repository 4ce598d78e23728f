import { Check, Column, Entity, Index, PrimaryColumn, type Relation } from "typeorm";
import type { LabelPurchase } from "./label-purchase.js";
import type { Shipment } from "./shipment.js";
import { BelongsTo } from "./tenant-row.js";
import { InstantColumn } from "./values/columns.js";
import type { ShippingUserError } from "./values/user-error.js";

/** The return label that an outbound purchase brings with it: at most one, whatever crashes. */
@Entity()
@Check("generated_return_state_known", "state in ('WAITING', 'CLAIMED', 'REFUSED')")
@Check("generated_return_claimed_has_shipment", "(state = 'CLAIMED') = (return_shipment_id is not null)")
@Index("generated_return_of_outbound", ["tenantId", "outboundShipmentId", "createdAt"])
@Index("generated_return_of_return", ["tenantId", "returnShipmentId"], { where: "return_shipment_id is not null" })
export class GeneratedReturn {
  @PrimaryColumn({ type: "uuid" })
  tenantId!: string;

  /** The outbound's. */
  @PrimaryColumn({ type: "text" })
  purchaseId!: string;

  @BelongsTo("LabelPurchase", "purchase_id")
  purchase?: Relation<LabelPurchase>;

  @Column({ type: "text" })
  outboundShipmentId!: string;

  @BelongsTo("Shipment", "outbound_shipment_id")
  outboundShipment?: Relation<Shipment>;

  /** `WAITING`: still to be bought. `CLAIMED`: the return shipment's purchases tell the rest. */
  @Column({ type: "text" })
  state!: "WAITING" | "CLAIMED" | "REFUSED";

  @Column({ type: "text", nullable: true })
  returnShipmentId!: string | null;

  @BelongsTo("Shipment", "return_shipment_id")
  returnShipment?: Relation<Shipment>;

  /** Why it was refused before there was a return shipment. */
  @Column({ type: "jsonb", default: [] })
  userErrors!: ShippingUserError[];

  @InstantColumn({ default: () => "now()" })
  createdAt!: string;
}
