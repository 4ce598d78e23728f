import { Arg, Ctx, Directive, ID, Query, Resolver } from "type-graphql";
import type { Context } from "../../context.js";
import type { ShippingDocument } from "../../entities/shipping-document.js";
import { staffOnly } from "../../entities/values/access.js";
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
  @Directive(staffOnly)
  @Query(() => SignedFile, {
    nullable: true,
    description:
      "The labels in force of several shipments as one file of at most 50 MB, in the order given: one PDF, or one print job. Returns are shipments too. Null: one of them is unknown or has no label, their formats cannot be joined, or papers are asked for and the labels are no PDF. The link answers 404 once a label is voided, and while a paper is encrypted or damaged and cannot be put behind the labels: Shipment.documents has it alone.",
  })
  async labelBatchDocument(
    @Arg("shipmentIds", () => [ID], { description: "1 to 100 shipments, of at most 500 packages together." })
    shipmentIds: string[],
    @Arg("format", () => LabelFormat, {
      nullable: true,
      description: "Only when the labels are in this format; null: whatever they are in.",
    })
    format: LabelFormat | null,
    @Arg("includeDocuments", () => Boolean, {
      nullable: true,
      description:
        "Whether the PDF papers that the carrier made with the labels, such as the commercial invoice, follow each shipment's labels. Papers of your own, and those in other formats, are in Shipment.documents. Default: false.",
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
