import { Column, Entity, Index, PrimaryColumn, type Relation } from "typeorm";
import type { ShippingDocument } from "./shipping-document.js";
import { BelongsTo } from "./tenant-row.js";
import { InstantColumn } from "./values/columns.js";

/** A claim on the key of an upload, made before anything is sent, so that a repeat finds the same document. */
@Entity()
@Index("document_upload_of_document", ["tenantId", "documentId"], { where: "document_id is not null" })
export class DocumentUpload {
  @PrimaryColumn({ type: "uuid" })
  tenantId!: string;

  @PrimaryColumn({ type: "text" })
  uploadKey!: string;

  @Column({ type: "text" })
  fingerprint!: string;

  /** What the upload gave; null: it is under way, or whoever made it died. */
  @Column({ type: "text", nullable: true })
  documentId!: string | null;

  @BelongsTo("ShippingDocument", "document_id")
  document?: Relation<ShippingDocument>;

  @InstantColumn({ default: () => "now()" })
  startedAt!: string;
}
