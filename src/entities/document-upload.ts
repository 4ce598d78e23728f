import { Check, Column, Entity, Index, type Relation, Unique } from "typeorm";
import { Claim } from "./claim.js";
import type { ShippingDocument } from "./shipping-document.js";
import { BelongsTo } from "./tenant-row.js";

/** One try to upload a document, claimed before anything is sent, so that a repeat finds the same document. */
@Entity()
@Unique("document_upload_idempotency_key_unique", ["tenantId", "idempotencyKey"])
@Check("document_upload_state_known", "state in ('PENDING', 'UPLOADED')")
@Check("document_upload_uploaded_has_document", "(state = 'UPLOADED') = (document_id is not null)")
@Index("document_upload_open", ["startedAt"], { where: "state = 'PENDING'" })
@Index("document_upload_of_document", ["tenantId", "documentId"], { where: "document_id is not null" })
export class DocumentUpload extends Claim {
  /** What the upload gave; null: it is under way, or whoever made it died. */
  @Column({ type: "text", nullable: true })
  documentId!: string | null;

  @BelongsTo("ShippingDocument", "document_id")
  document?: Relation<ShippingDocument>;
}
