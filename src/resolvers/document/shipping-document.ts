import { Arg, Args, Ctx, Directive, FieldResolver, ID, Mutation, Query, Resolver, Root } from "type-graphql";
import type { Context } from "../../context.js";
import { LabelPurchase } from "../../entities/label-purchase.js";
import { Shipment } from "../../entities/shipment.js";
import { ShippingDocument } from "../../entities/shipping-document.js";
import { readers, shippers, staffOnly } from "../../entities/values/access.js";
import { attachShippingDocuments } from "../../shipping/document/attach-documents.js";
import { deleteShippingDocument } from "../../shipping/document/delete-document.js";
import { uploadShippingDocument } from "../../shipping/document/upload-document.js";
import { isInForce as isLabelInForce } from "../../shipping/is-in-force.js";
import { SignedFile, signedFile } from "../label/signed-file.js";
import { FirstArgs, firstOf } from "../page.js";
import {
  AttachShippingDocumentsInput,
  DeleteShippingDocumentInput,
  UploadShippingDocumentInput,
} from "./document-inputs.js";
import {
  AttachShippingDocumentsPayload,
  DeleteShippingDocumentPayload,
  UploadShippingDocumentPayload,
} from "./document-payload.js";

@Resolver(() => ShippingDocument)
export class ShippingDocumentResolver {
  @Directive(readers)
  @Query(() => ShippingDocument, { nullable: true, description: "A shipping document by its id; null: not found." })
  shippingDocument(
    @Arg("id", () => ID, { description: "Id of the document, prefix `doc_`." }) id: string,
    @Ctx() { loaders }: Context,
  ): Promise<ShippingDocument | null> {
    return loaders.documentById.load(id);
  }

  @Directive(shippers)
  @Mutation(() => UploadShippingDocumentPayload, {
    nullable: true,
    description:
      "Uploads a customs document to the carrier. Safe to repeat. Use it with purchaseLabel, or attach it later. Codes: REQUIRED, INVALID, TOO_LONG, NOT_FOUND, NOT_ALLOWED, OPTION_NOT_ALLOWED, IDEMPOTENCY_KEY_REUSED, CONFLICT, CARRIER_REJECTED, CARRIER_UNAVAILABLE, ACCOUNT_NOT_READY.",
  })
  async uploadShippingDocument(
    @Arg("input", () => UploadShippingDocumentInput, { description: "The file, and the account to store it with." })
    input: UploadShippingDocumentInput,
    @Ctx() { deps, actor }: Context,
  ): Promise<UploadShippingDocumentPayload> {
    const { value, userErrors } = await uploadShippingDocument(deps, actor, input);
    return { document: value, userErrors };
  }

  @Directive(shippers)
  @Mutation(() => AttachShippingDocumentsPayload, {
    nullable: true,
    description:
      "Attaches uploaded documents to a shipment whose labels are in force. Safe to repeat. Codes: REQUIRED, INVALID, NOT_FOUND, NOT_ALLOWED, OPTION_NOT_ALLOWED, CARRIER_REJECTED, CARRIER_UNAVAILABLE, ACCOUNT_NOT_READY.",
  })
  async attachShippingDocuments(
    @Arg("input", () => AttachShippingDocumentsInput, { description: "The shipment and the documents to attach." })
    input: AttachShippingDocumentsInput,
    @Ctx() { deps, actor }: Context,
  ): Promise<AttachShippingDocumentsPayload> {
    const { value, userErrors } = await attachShippingDocuments(deps, actor, input);
    return { shipment: value, userErrors };
  }

  @Directive(shippers)
  @Mutation(() => DeleteShippingDocumentPayload, {
    nullable: true,
    description:
      "Deletes an uploaded document at the carrier, and its file here. Safe to repeat. Copies already sent with a shipment stay with the carrier. Codes: NOT_FOUND, NOT_ALLOWED, CARRIER_REJECTED, CARRIER_UNAVAILABLE, ACCOUNT_NOT_READY.",
  })
  async deleteShippingDocument(
    @Arg("input", () => DeleteShippingDocumentInput, { description: "The document to delete." })
    input: DeleteShippingDocumentInput,
    @Ctx() { deps, actor }: Context,
  ): Promise<DeleteShippingDocumentPayload> {
    const { value, userErrors } = await deleteShippingDocument(deps, actor, input);
    return { document: value, userErrors };
  }

  @FieldResolver(() => SignedFile, {
    nullable: true,
    description:
      "Download link to the file; null: the document is not in force, and links given before answer 404, or its file was removed because it was old.",
  })
  async file(@Root() document: ShippingDocument, @Ctx() context: Context): Promise<SignedFile | null> {
    if (document.fileRemovedAt !== null || !(await isDocumentInForce(document, context))) return null;
    const { id: fileId, name: fileName, contentType, byteLength } = document;
    return signedFile(context, { kind: "papers", fileId, contentType, fileName }, byteLength);
  }

  @FieldResolver(() => Shipment, {
    nullable: true,
    description: "The shipment the document was uploaded for, or made with; null: uploaded for any shipment.",
  })
  async shipment(@Root() { shipmentId }: ShippingDocument, @Ctx() { loaders }: Context): Promise<Shipment | null> {
    return shipmentId === null ? null : loaders.shipmentById.load(shipmentId);
  }

  @FieldResolver(() => LabelPurchase, {
    nullable: true,
    description: "The purchase with whose labels the carrier made the document; null: it was uploaded.",
  })
  async purchase(@Root() { purchaseId }: ShippingDocument, @Ctx() { loaders }: Context): Promise<LabelPurchase | null> {
    return purchaseId === null ? null : loaders.purchaseById.load(purchaseId);
  }

  @FieldResolver(() => Boolean, {
    description:
      "False once the document is deleted, or all labels that the carrier made it with are voided, or about to be.",
  })
  isInForce(@Root() document: ShippingDocument, @Ctx() context: Context): Promise<boolean> {
    return isDocumentInForce(document, context);
  }
}

async function isDocumentInForce({ deletedAt, purchaseId }: ShippingDocument, { loaders }: Context): Promise<boolean> {
  if (deletedAt !== null || purchaseId === null) return deletedAt === null;
  return (await loaders.purchasedByPurchaseId.load(purchaseId)).some(isLabelInForce);
}

@Resolver(() => Shipment)
export class ShipmentDocumentsResolver {
  @Directive(staffOnly)
  @FieldResolver(() => [ShippingDocument], {
    nullable: true,
    description:
      "Documents uploaded for the shipment, sent with it, or made by the carrier with its labels; oldest first; the rest: shippingDocuments by shipmentId. Null: this token may not read them.",
  })
  async documents(
    @Root() { id }: Shipment,
    @Args(() => FirstArgs) first: FirstArgs,
    @Ctx() { loaders }: Context,
  ): Promise<ShippingDocument[]> {
    return loaders.documentsByShipmentId.load(firstOf(id, first));
  }
}
