import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { Context } from "../../context.js";
import { ShippingLabel } from "../../entities/shipping-label.js";
import { SignedFile, signedFile } from "./signed-file.js";

const hasFile = ({ isInForce, erasedAt }: ShippingLabel) => isInForce && erasedAt === null;

/** The label's bytes, for as long as it may go on a box. */
@Resolver(() => ShippingLabel)
export class ShippingLabelFileResolver {
  @FieldResolver(() => SignedFile, {
    nullable: true,
    description:
      "Download link to the printable file. The link expires: do not cache it. Null: the label is voided, or about to be, or its file was erased (`erasedAt`); links given before answer 404 then. Null too while the carrier has sent no image: it is asked again.",
  })
  file(@Root() label: ShippingLabel, @Ctx() context: Context): SignedFile | null {
    if (!hasFile(label) || label.byteLength === 0) return null;
    const { id: fileId, contentType, byteLength, format } = label;
    const fileName = `${fileId}.${format === "UNKNOWN" ? "bin" : format.toLowerCase()}`;
    return signedFile(context, { kind: "labels", fileId, contentType, fileName }, byteLength);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description:
      "The printable file in base64. Loaded only when selected. Null: the label is voided, or about to be, its file was erased (`erasedAt`), or the carrier has sent no image.",
  })
  async base64(@Root() label: ShippingLabel, @Ctx() { loaders }: Context): Promise<string | null> {
    return hasFile(label) ? loaders.fileByLabel.load(label) : null;
  }

  @FieldResolver(() => SignedFile, {
    nullable: true,
    description:
      "Download link to the carrier's image for preview; null: printer formats have none, its file was erased (`erasedAt`), or the label is voided, or about to be.",
  })
  preview(@Root() label: ShippingLabel, @Ctx() context: Context): SignedFile | null {
    const { id: fileId, byteLength, isDerived, previewContentType: contentType } = label;
    if (!hasFile(label) || contentType === null) return null;
    const fileName = `${fileId}.${contentType.replace("image/", "")}`;
    const target = { kind: "previews", fileId, contentType, fileName } as const;
    return signedFile(context, target, isDerived ? null : byteLength);
  }
}
