import { Arg, Ctx, Directive, FieldResolver, ID, Mutation, Query, Resolver, Root } from "type-graphql";
import type { Context } from "../../context.js";
import { Shipment } from "../../entities/shipment.js";
import { ShippingDocument } from "../../entities/shipping-document.js";
import { shippers, staffOnly } from "../../entities/values/access.js";
import { attachShippingDocuments } from "../../shipping/document/attach-documents.js";
import { deleteShippingDocument } from "../../shipping/document/delete-document.js";
import { uploadShippingDocument } from "../../shipping/document/upload-document.js";
import { SignedFile } from "../label/signed-file.js";
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
  @Directive(staffOnly)
  @Query(() => ShippingDocument, { nullable: true, description: "A document by its id; null: unknown." })
  shippingDocument(
    @Arg("id", () => ID, { description: "Its id." }) id: string,
    @Ctx() { loaders }: Context,
  ): Promise<ShippingDocument | null> {
    return loaders.documentById.load(id);
  }

  @Directive(shippers)
  @Mutation(() => UploadShippingDocumentPayload, {
    nullable: true,
    description:
      "Uploads a document to the carrier. Safe to repeat. Link it with purchaseLabel, or attach it later. Codes: REQUIRED, INVALID, TOO_LONG, NOT_FOUND, NOT_ALLOWED, OPTION_NOT_ALLOWED, IDEMPOTENCY_KEY_REUSED, CONFLICT, CARRIER_REJECTED, CARRIER_UNAVAILABLE, ACCOUNT_NOT_READY.",
  })
  async uploadShippingDocument(
    @Arg("input", () => UploadShippingDocumentInput, { description: "What to upload." })
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
      "Sends uploaded documents after a shipment whose labels are in force. Safe to repeat. Codes: REQUIRED, INVALID, NOT_FOUND, NOT_ALLOWED, OPTION_NOT_ALLOWED, CARRIER_REJECTED, CARRIER_UNAVAILABLE, ACCOUNT_NOT_READY.",
  })
  async attachShippingDocuments(
    @Arg("input", () => AttachShippingDocumentsInput, { description: "Which documents, and to what." })
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
      "Deletes an uploaded document at the carrier, and its file here. Safe to repeat. What went with a shipment before stays with the carrier's copy of it. Codes: NOT_FOUND, NOT_ALLOWED, CARRIER_REJECTED, CARRIER_UNAVAILABLE, ACCOUNT_NOT_READY.",
  })
  async deleteShippingDocument(
    @Arg("input", () => DeleteShippingDocumentInput, { description: "Which one." }) input: DeleteShippingDocumentInput,
    @Ctx() { deps, actor }: Context,
  ): Promise<DeleteShippingDocumentPayload> {
    const { value, userErrors } = await deleteShippingDocument(deps, actor, input);
    return { document: value, userErrors };
  }

  @FieldResolver(() => SignedFile, { nullable: true, description: "Its bytes, behind a link; null: deleted." })
  file(@Root() document: ShippingDocument, @Ctx() { signLink, actor }: Context): SignedFile | null {
    if (document.deletedAt !== null) return null;
    const { id: fileId, name: fileName, contentType, byteLength } = document;
    const link = signLink({ tenantId: actor.tenantId, kind: "papers", fileId, contentType, fileName });
    return { ...link, contentType, byteLength };
  }
}

@Resolver(() => Shipment)
export class ShipmentDocumentsResolver {
  @Directive(staffOnly)
  @FieldResolver(() => [ShippingDocument], {
    nullable: true,
    description:
      "Papers that were uploaded for it, go with it, or were made with its labels; oldest first. Null: not yours to see.",
  })
  documents(@Root() { id }: Shipment, @Ctx() { loaders }: Context): Promise<ShippingDocument[]> {
    return loaders.documentsByShipmentId.load(id);
  }
}
