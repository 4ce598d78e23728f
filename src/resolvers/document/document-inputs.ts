import { Field, ID, InputType } from "type-graphql";
import { ShippingDocumentKind } from "../../entities/values/document-kinds.js";
import type { AttachInput } from "../../shipping/document/attach-documents.js";
import type { UploadInput } from "../../shipping/document/upload-input.js";

@InputType({ description: "A document and what it is for." })
export class UploadShippingDocumentInput implements UploadInput {
  @Field(() => ID, {
    nullable: true,
    description: "The carrier account that keeps it. Default: the shipment's, else the only one there is.",
  })
  carrierAccountId?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: "The shipment it is listed with. It goes with it only when bought with it, or attached.",
  })
  shipmentId?: string | null;

  @Field(() => ShippingDocumentKind, { description: "What it is: one of those with a number of UPS." })
  kind!: ShippingDocumentKind;

  @Field(() => String, {
    description:
      "Name of the file, at most 300 characters, ending in bmp, doc, docx, gif, jpg, pdf, png, rtf, tif, txt, xls or xlsx.",
  })
  fileName!: string;

  @Field(() => String, {
    description:
      "The bytes in base64, padded, without line breaks: at most 10 MB of file, 1 MB in UPS's test environment. Give it in a variable.",
  })
  base64!: string;

  @Field(() => String, {
    nullable: true,
    description:
      "A key of your own, at most 255 characters: the same key and input give the same document. Without one the same file for the same purpose does, until it is deleted.",
  })
  idempotencyKey?: string | null;
}

@InputType({ description: "Which document is to be deleted." })
export class DeleteShippingDocumentInput {
  @Field(() => ID, { description: "The document." })
  documentId!: string;
}

@InputType({ description: "Documents that go after a shipment that has its labels." })
export class AttachShippingDocumentsInput implements AttachInput {
  @Field(() => ID, { description: "The shipment." })
  shipmentId!: string;

  @Field(() => [ID], { description: "The documents; with those it has already, at most 13." })
  documentIds!: string[];
}
