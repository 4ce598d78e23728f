import { Arg, Ctx, Directive, ID, Query, Resolver } from "type-graphql";
import type { Context } from "../../context.js";
import type { ShippingDocument } from "../../entities/shipping-document.js";
import { readers } from "../../entities/values/access.js";
import { LabelFormat } from "../../entities/values/enums.js";
import { AppError } from "../../errors.js";
import { canJoin } from "../../shipping/label/labels-document.js";
import { papersInForce } from "../../shipping/label/papers-in-force.js";
import { labelsInForce } from "./labels-in-force.js";
import { SignedFile } from "./signed-file.js";

/** Their ids travel in the link, which is then shorter than the 8,000 characters that proxies take. */
export const mostShipments = 100;
export const mostLabels = 500;
export const mostMegabytes = 50;

@Resolver()
export class LabelBatchResolver {
  @Directive(readers)
  @Query(() => SignedFile, {
    nullable: true,
    description:
      "The labels in force of several shipments as one file of at most 50 MB, in the order given: one PDF, or one print job. Returns are shipments too. Null: a shipment is unknown or has no label, the formats cannot be merged, or documents are requested and the labels are not PDF. The link responds with 404 once a label is voided, and when a document is encrypted or damaged and cannot be merged: Shipment.documents still has it. The link expires: do not cache it.",
  })
  async labelBatchDocument(
    @Arg("shipmentIds", () => [ID], { description: "Ids of 1 to 100 shipments, with at most 500 packages together." })
    shipmentIds: string[],
    @Arg("format", () => LabelFormat, {
      nullable: true,
      description: "Only if the labels are in this format; null: any format.",
    })
    format: LabelFormat | null,
    @Arg("includeDocuments", () => Boolean, {
      nullable: true,
      description:
        "Whether the PDF documents made by the carrier, such as the commercial invoice, follow each shipment's labels. Uploaded documents, and those in other formats, are in Shipment.documents. Default: false.",
    })
    includeDocuments: boolean | null,
    @Ctx() { loaders, signLink, actor }: Context,
  ): Promise<SignedFile | null> {
    const ids = [...new Set(shipmentIds)];
    if (ids.length > mostShipments) throw tooMany(`${mostShipments} shipments`);
    const labels = await Promise.all(ids.map((id) => labelsInForce(loaders, id)));
    if (labels.flat().length > mostLabels) throw tooMany(`${mostLabels} labels`);
    const [first] = labels.flat();
    const isWhole = labels.every((ofShipment) => ofShipment.length > 0);
    if (first === undefined || !isWhole || !canJoin(labels.flat().map((label) => label.format))) return null;
    if ((format != null && format !== first.format) || (includeDocuments && first.format !== "PDF")) return null;
    const papers = includeDocuments ? (await Promise.all(ids.map((id) => papersOf(loaders, id)))).flat() : [];
    const bytes = [...labels.flat(), ...papers].reduce((sum, { byteLength }) => sum + byteLength, 0);
    if (bytes > mostMegabytes * 1_000_000) throw tooMany(`${mostMegabytes} MB`);
    const { contentType } = first;
    const fileName = `labels.${first.format.toLowerCase()}`;
    const kind = includeDocuments ? "bundles" : "batches";
    const target = { tenantId: actor.tenantId, kind, fileId: ids.join(","), contentType, fileName } as const;
    return { ...signLink(target), contentType, byteLength: null };
  }
}

const tooMany = (limit: string) => new AppError("TOO_MANY_ITEMS", `At most ${limit} make one document.`);

async function papersOf(loaders: Context["loaders"], shipmentId: string): Promise<ShippingDocument[]> {
  const purchases = await loaders.purchasesByShipmentId.load(shipmentId);
  return papersInForce(purchases, await loaders.documentsByShipmentId.load(shipmentId));
}
