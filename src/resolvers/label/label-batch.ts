import { Arg, Ctx, Directive, Field, ID, ObjectType, Query, Resolver } from "type-graphql";
import type { Context } from "../../context.js";
import { readers } from "../../entities/values/access.js";
import { LabelFormat } from "../../entities/values/label-enums.js";
import { ShippingUserError } from "../../entities/values/user-error.js";
import { type LabelBatchPlan, planLabelBatch } from "../../shipping/label/plan-label-batch.js";
import { SignedFile, signedFile } from "./signed-file.js";

@ObjectType({ description: "The labels as one file, or the reasons why they cannot be merged." })
export class LabelBatchPayload {
  @Field(() => SignedFile, { nullable: true, description: "Download link to the file; null: see userErrors." })
  file!: SignedFile | null;

  @Field(() => [ShippingUserError], {
    description:
      "Why there is no file. The path names the shipment or label: shipmentIds.2 is the third one given. Empty: there is a file.",
  })
  userErrors!: ShippingUserError[];
}

@Resolver()
export class LabelBatchResolver {
  @Directive(readers)
  @Query(() => LabelBatchPayload, {
    nullable: true,
    description:
      "Labels in force as one file of at most 50 MB, in the order given: one PDF, or one print job. Give shipments, for all their labels in force, or single labels. Returns are shipments too. The link responds with 404 and says why once a label is voided, and when a document is encrypted, damaged or too large and cannot be merged: Shipment.documents still has it. The link expires: do not cache it. Codes: REQUIRED, INVALID, NOT_FOUND, NOT_ALLOWED (no label, one that cannot be printed, another format, or documents behind labels that are not PDF), CONFLICT, ALREADY_VOIDED.",
  })
  async labelBatchDocument(
    @Arg("shipmentIds", () => [ID], {
      nullable: true,
      description: "Ids of 1 to 100 shipments, with at most 500 packages together.",
    })
    shipmentIds: string[] | null,
    @Arg("labelIds", () => [ID], {
      nullable: true,
      description: "Ids of 1 to 100 labels instead of shipments, for example of a page of the print queue.",
    })
    labelIds: string[] | null,
    @Arg("format", () => LabelFormat, {
      nullable: true,
      description: "Only if the labels are in this format; null: the format of the first label.",
    })
    format: LabelFormat | null,
    @Arg("includeDocuments", () => Boolean, {
      nullable: true,
      description:
        "Whether the PDF documents made by the carrier, such as the commercial invoice, follow the last label of each shipment. Uploaded documents, and those in other formats, are in Shipment.documents. Default: false.",
    })
    includeDocuments: boolean | null,
    @Ctx() context: Context,
  ): Promise<LabelBatchPayload> {
    const input = { shipmentIds, labelIds, format, includeDocuments };
    const { value, userErrors } = await planLabelBatch(context.deps, context.actor, input);
    return { file: value && signBatch(value, includeDocuments ?? false, context), userErrors };
  }
}

const kinds = {
  shipments: { alone: "batches", withDocuments: "bundles" },
  labels: { alone: "labelBatches", withDocuments: "labelBundles" },
} as const;

function signBatch(plan: LabelBatchPlan, hasDocuments: boolean, context: Context): SignedFile {
  const { contentType, format, ids } = plan;
  const kind = kinds[plan.kind][hasDocuments ? "withDocuments" : "alone"];
  const fileName = `labels.${format.toLowerCase()}`;
  return signedFile(context, { kind, fileId: ids.join(","), contentType, fileName }, null);
}
