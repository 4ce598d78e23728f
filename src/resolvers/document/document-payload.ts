import { Field, ObjectType } from "type-graphql";
import { Shipment } from "../../entities/shipment.js";
import { ShippingDocument } from "../../entities/shipping-document.js";
import { ShippingUserError } from "../../entities/values/user-error.js";

/** What both answer today. Each mutation has a payload of its own, so that one can grow without the other. */
@ObjectType()
abstract class DocumentPayload {
  @Field(() => ShippingDocument, { nullable: true, description: "The document as it now is; null: refused." })
  document!: ShippingDocument | null;

  @Field(() => [ShippingUserError], { description: "Why it was refused; empty on success." })
  userErrors!: ShippingUserError[];
}

@ObjectType({ description: "The document that the carrier keeps, or why it does not." })
export class UploadShippingDocumentPayload extends DocumentPayload {}

@ObjectType({ description: "The document that is gone at the carrier, or why it is still there." })
export class DeleteShippingDocumentPayload extends DocumentPayload {}

@ObjectType({ description: "What became of documents sent after a shipment." })
export class AttachShippingDocumentsPayload {
  @Field(() => Shipment, { nullable: true, description: "The shipment; null: refused, or not confirmed." })
  shipment!: Shipment | null;

  @Field(() => [ShippingUserError], { description: "Why it was refused." })
  userErrors!: ShippingUserError[];
}
