import { Arg, Ctx, Directive, ID, Query, Resolver } from "type-graphql";
import type { Context } from "../../context.js";
import { staffOnly } from "../../entities/values/access.js";
import { LabelFormat } from "../../entities/values/enums.js";
import { AppError } from "../../errors.js";
import { canJoin } from "../../shipping/label/labels-document.js";
import { labelsInForce } from "./labels-in-force.js";
import { SignedFile } from "./signed-file.js";

/** Their ids travel in the link. */
const mostShipments = 100;
const mostLabels = 500;

@Resolver()
export class LabelBatchResolver {
  @Directive(staffOnly)
  @Query(() => SignedFile, {
    nullable: true,
    description:
      "The labels in force of several shipments as one file, in the order given: one PDF, or one print job. Returns are shipments too. Null: one of them is unknown or has no label, or their formats cannot be joined.",
  })
  async labelBatchDocument(
    @Arg("shipmentIds", () => [ID], { description: "1 to 100 shipments, of at most 500 packages together." })
    shipmentIds: string[],
    @Arg("format", () => LabelFormat, {
      nullable: true,
      description: "Only when the labels are in this format; null: whatever they are in.",
    })
    format: keyof typeof LabelFormat | null,
    @Ctx() { loaders, signLink, actor }: Context,
  ): Promise<SignedFile | null> {
    const ids = [...new Set(shipmentIds)];
    if (ids.length > mostShipments)
      throw new AppError("TOO_MANY_ITEMS", `At most ${mostShipments} shipments make one document.`);
    const labels = await Promise.all(ids.map((id) => labelsInForce(loaders, id)));
    if (labels.flat().length > mostLabels)
      throw new AppError("TOO_MANY_ITEMS", `At most ${mostLabels} labels make one document.`);
    const [first] = labels.flat();
    const isWhole = labels.every((some) => some.length > 0);
    if (first === undefined || !isWhole || !canJoin(labels.flat().map((label) => label.format))) return null;
    if (format != null && format !== first.format) return null;
    const { contentType } = first;
    const fileName = `labels.${first.format.toLowerCase()}`;
    const target = { tenantId: actor.tenantId, kind: "batches", fileId: ids.join(","), contentType, fileName } as const;
    return { ...signLink(target), contentType, byteLength: null };
  }
}
