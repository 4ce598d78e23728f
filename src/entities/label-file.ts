import { Check, Column, Entity, PrimaryColumn, type Relation } from "typeorm";
import type { ShippingLabel } from "./shipping-label.js";
import { BelongsTo } from "./tenant-row.js";

export type LabelFileRole = "CARRIER" | "DERIVED" | "REPLACED" | "REPLACED_PAGE";

/** Bytes of a label, apart from its row: lists never read them. */
@Entity()
@Check("label_file_role_known", "role in ('CARRIER', 'DERIVED', 'REPLACED', 'REPLACED_PAGE')")
@Check("label_file_is_not_empty", "length(bytes) > 0")
export class LabelFile {
  @PrimaryColumn({ type: "uuid" })
  tenantId!: string;

  @PrimaryColumn({ type: "text" })
  labelId!: string;

  /** `CARRIER`: as the carrier sent them. `DERIVED`: what we made of them. `REPLACED...`: both, of a file that could not be printed, before a better one came. */
  @PrimaryColumn({ type: "text" })
  role!: LabelFileRole;

  @BelongsTo("ShippingLabel", "label_id")
  label?: Relation<ShippingLabel>;

  @Column({ type: "text" })
  contentType!: string;

  @Column({ type: "bytea" })
  bytes!: Buffer;
}
