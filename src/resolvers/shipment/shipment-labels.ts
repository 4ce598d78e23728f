import { Arg, Ctx, Directive, FieldResolver, Resolver, Root } from "type-graphql";
import type { Context } from "../../context.js";
import { Shipment } from "../../entities/shipment.js";
import type { ShippingLabel } from "../../entities/shipping-label.js";
import { staffOnly } from "../../entities/values/access.js";
import { LabelFormat } from "../../entities/values/label-enums.js";
import { isInForce } from "../../shipping/is-in-force.js";
import { canJoin } from "../../shipping/label/labels-document.js";
import { SignedFile, signedFile } from "../label/signed-file.js";

@Resolver(() => Shipment)
export class ShipmentLabelsResolver {
  @Directive(staffOnly)
  @FieldResolver(() => SignedFile, {
    nullable: true,
    description:
      "All labels in force as one file: one PDF, or one print job. Null: no labels in force, files that were erased, or a format that cannot be merged: labelBatchDocument with this shipment says which.",
  })
  async labelsDocument(
    @Root() { id: fileId, number }: Shipment,
    @Arg("format", () => LabelFormat, {
      nullable: true,
      description: "Only if the labels are in this format; null: any format.",
    })
    wanted: LabelFormat | null,
    @Ctx() context: Context,
  ): Promise<SignedFile | null> {
    const labels = await labelsInForce(context.loaders, fileId);
    const [first] = labels;
    if (labels.some(({ erasedAt }) => erasedAt !== null)) return null;
    if (first === undefined || !canJoin(labels.map(({ format }) => format))) return null;
    const { contentType, format } = first;
    if (wanted != null && wanted !== format) return null;
    const fileName = `${number}.${format.toLowerCase()}`;
    return signedFile(context, { kind: "documents", fileId, contentType, fileName }, null);
  }
}

/** The bought labels of a shipment that are not voided, in package order. */
async function labelsInForce(loaders: Context["loaders"], shipmentId: string): Promise<ShippingLabel[]> {
  const packages = await loaders.packagesByShipmentId.load(shipmentId);
  const bought = await Promise.all(packages.map(({ id }) => loaders.purchasedByPackageId.load(id)));
  const inForce = bought.flatMap(([latest]) => (latest && isInForce(latest) ? [latest] : []));
  const labels = await Promise.all(inForce.map(({ id }) => loaders.labelByPurchasedPackageId.load(id)));
  return labels.filter((label) => label !== null);
}
