import { Field, ID, InputType } from "type-graphql";
import { ShippingDocumentKind } from "../../entities/values/document-kinds.js";
import type { AttachInput } from "../../shipping/document/attach-documents.js";
import type { UploadInput } from "../../shipping/document/upload-input.js";

@InputType({ description: "A document to upload to the carrier." })
export class UploadShippingDocumentInput implements UploadInput {
  @Field(() => ID, {
    nullable: true,
    description:
      "Carrier account to store the document with. Default: the shipment's, else the one in shippingSettings, else the only active one.",
  })
  carrierAccountId?: string | null;

  @Field(() => ID, {
    nullable: true,
    description:
      "Shipment to list the document with. It is sent to customs only when the labels are bought with it, or when it is attached.",
  })
  shipmentId?: string | null;

  @Field(() => ShippingDocumentKind, { description: "Type of document: one that has a UPS document type." })
  kind!: ShippingDocumentKind;

  @Field(() => String, {
    description:
      "File name, at most 300 characters, in capitals or not (jpeg is taken as jpg, tiff as tif), ending in bmp, doc, docx, gif, jpg, pdf, png, rtf, tif, txt, xls or xlsx.",
  })
  fileName!: string;

  @Field(() => String, {
    description:
      "File contents in base64, padded, without line breaks: files of at most 10 MB, 1 MB in UPS's test environment. Pass it as a variable.",
  })
  base64!: string;

  @Field(() => String, {
    nullable: true,
    description:
      "Your idempotency key, at most 255 characters: the same key and input return the same document. Without a key the same file for the same purpose does, until it is deleted.",
  })
  idempotencyKey?: string | null;
}

@InputType({ description: "The document to delete." })
export class DeleteShippingDocumentInput {
  @Field(() => ID, { description: "Id of the document, prefix `doc_`." })
  documentId!: string;
}

@InputType({ description: "Documents to send to the carrier for a shipment whose labels are already bought." })
export class AttachShippingDocumentsInput implements AttachInput {
  @Field(() => ID, { description: "Id of the shipment, prefix `shp_`." })
  shipmentId!: string;

  @Field(() => [ID], {
    description: "Ids of the documents to attach; together with those attached before, at most 13.",
  })
  documentIds!: string[];
}
