import { Field, ObjectType } from "type-graphql";
import { Shipment } from "../../entities/shipment.js";
import { ShippingDocument } from "../../entities/shipping-document.js";
import { ShippingUserError } from "../../entities/values/user-error.js";

/** What both answer today. Each mutation has a payload of its own, so that one can grow without the other. */
@ObjectType()
abstract class DocumentPayload {
  @Field(() => ShippingDocument, {
    nullable: true,
    description: "The document as it is now; null: see userErrors.",
  })
  document!: ShippingDocument | null;

  @Field(() => [ShippingUserError], { description: "Errors in the input, or refusals; empty on success." })
  userErrors!: ShippingUserError[];
}

@ObjectType({ description: "The uploaded document, or the errors that prevented the upload." })
export class UploadShippingDocumentPayload extends DocumentPayload {}

@ObjectType({ description: "The deleted document, or why it was not deleted." })
export class DeleteShippingDocumentPayload extends DocumentPayload {}

@ObjectType({ description: "The shipment with its documents, or the errors that prevented attaching them." })
export class AttachShippingDocumentsPayload {
  @Field(() => Shipment, {
    nullable: true,
    description: "The shipment with its documents; null: refused, or not confirmed by the carrier.",
  })
  shipment!: Shipment | null;

  @Field(() => [ShippingUserError], { description: "Errors in the input, or refusals; empty on success." })
  userErrors!: ShippingUserError[];
}
