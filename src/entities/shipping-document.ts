import { Directive, Field, ID, ObjectType } from "type-graphql";
import { Check, Column, Entity, Index, type Relation } from "typeorm";
import type { CarrierAccount } from "./carrier-account.js";
import type { LabelPurchase } from "./label-purchase.js";
import type { Shipment } from "./shipment.js";
import { BelongsTo, TenantRow } from "./tenant-row.js";
import { staffOnly } from "./values/access.js";
import { InstantColumn } from "./values/columns.js";
import { ShippingDocumentKind, ShippingDocumentOrigin } from "./values/document-kinds.js";
import { DateTimeScalar } from "./values/scalars.js";

@Entity()
@Check("shipping_document_origin_known", "origin in ('UPLOADED', 'CARRIER')")
@Check(
  "shipping_document_kind_known",
  "kind in ('AUTHORIZATION_FORM', 'COMMERCIAL_INVOICE', 'CERTIFICATE_OF_ORIGIN', 'EXPORT_ACCOMPANYING_DOCUMENT', 'EXPORT_LICENSE', 'IMPORT_PERMIT', 'USMCA_CERTIFICATE', 'OTHER_CUSTOMS', 'POWER_OF_ATTORNEY', 'PACKING_LIST', 'EXPORT_DECLARATION', 'LETTER_OF_INSTRUCTION', 'DECLARATION', 'COD_TURN_IN', 'RECEIPT', 'HIGH_VALUE_REPORT', 'SIGNATURE_LABEL')",
)
@Check("shipping_document_upload_is_at_carrier", "origin <> 'UPLOADED' or carrier_document_id is not null")
@Index("shipping_document_of_shipment", ["tenantId", "shipmentId"], { where: "shipment_id is not null" })
@Index("shipping_document_of_purchase", ["tenantId", "purchaseId"], { where: "purchase_id is not null" })
@Index("shipping_document_by_created_at", ["tenantId", "createdAt", "id"])
@Index("shipping_document_by_account", ["tenantId", "accountId", "createdAt", "id"])
@Index("shipping_document_by_kind", ["tenantId", "kind", "createdAt", "id"])
@Index("shipping_document_by_origin", ["tenantId", "origin", "createdAt", "id"])
@Directive('@key(fields: "id")')
@Directive(staffOnly)
@ObjectType({ description: "A document of a shipment: uploaded for customs, or made by the carrier." })
export class ShippingDocument extends TenantRow {
  @Field(() => ID, { description: "Opaque id, prefix `doc_`." })
  override id!: string;

  @Column({ type: "text" })
  accountId!: string;

  @BelongsTo("CarrierAccount", "account_id")
  account?: Relation<CarrierAccount>;

  /** The shipment it was uploaded for, or made with; null: for any. */
  @Column({ type: "text", nullable: true })
  shipmentId!: string | null;

  @BelongsTo("Shipment", "shipment_id")
  shipmentRow?: Relation<Shipment>;

  /** The purchase it was made with by the carrier. What was uploaded is tied to purchases by `document_link`. */
  @Column({ type: "text", nullable: true })
  purchaseId!: string | null;

  @BelongsTo("LabelPurchase", "purchase_id")
  purchaseRow?: Relation<LabelPurchase>;

  @Column({ type: "text" })
  @Field(() => ShippingDocumentOrigin, { description: "Whether the document was uploaded or made by the carrier." })
  origin!: ShippingDocumentOrigin;

  @Column({ type: "text" })
  @Field(() => ShippingDocumentKind, { description: "Type of document." })
  kind!: ShippingDocumentKind;

  @Column({ type: "text" })
  @Field(() => String, { description: "File name." })
  name!: string;

  @Column({ type: "text" })
  contentType!: string;

  @Column({ type: "integer" })
  byteLength!: number;

  /** Of the bytes, in hexadecimal. */
  @Column({ type: "text" })
  sha256!: string;

  @Column({ type: "text", nullable: true })
  @Field(() => String, {
    nullable: true,
    description: "The carrier's own id of the document; null: it is not stored at the carrier.",
  })
  carrierDocumentId!: string | null;

  @InstantColumn({ nullable: true })
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: "When the carrier deletes it; null: not stated by the carrier.",
  })
  expiresAt!: string | null;

  @InstantColumn({ nullable: true })
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: "When the document and its file were deleted; null: not deleted.",
  })
  deletedAt!: string | null;

  @InstantColumn({ nullable: true })
  @Field(() => DateTimeScalar, {
    nullable: true,
    description:
      "When the file was removed here because it was old, by the service's own rules; null: it was not. The carrier keeps its own copy for as long as it does.",
  })
  fileRemovedAt!: string | null;

  @InstantColumn({ default: () => "now()" })
  @Field(() => DateTimeScalar, { description: "When the document was uploaded or made." })
  createdAt!: string;
}
