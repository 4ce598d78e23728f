import { Check, Column, Entity, PrimaryColumn, type Relation } from "typeorm";
import type { ShippingDocument } from "./shipping-document.js";
import { BelongsTo } from "./tenant-row.js";

/** Bytes of a document, apart from its row: lists never read them. */
@Entity()
@Check("document_file_is_not_empty", "length(bytes) > 0")
export class DocumentFile {
  @PrimaryColumn({ type: "uuid" })
  tenantId!: string;

  @PrimaryColumn({ type: "text" })
  documentId!: string;

  @BelongsTo("ShippingDocument", "document_id")
  document?: Relation<ShippingDocument>;

  @Column({ type: "bytea" })
  bytes!: Buffer;
}
