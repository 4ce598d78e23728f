import { Field, Int, ObjectType } from "type-graphql";
import type { Context, LinkTarget } from "../../context.js";
import { DateTimeScalar, UrlScalar } from "../../entities/values/scalars.js";

@ObjectType({
  description:
    "A file with a download link that works without a token for a few minutes. Do not cache it: query it again for a new link.",
})
export class SignedFile {
  @Field(() => UrlScalar, { description: "Download URL. Treat it as a secret." })
  url!: string;

  @Field(() => String, { description: "Media type of the file, for example application/pdf." })
  contentType!: string;

  @Field(() => Int, { nullable: true, description: "Size in bytes; null: the file is produced at download." })
  byteLength!: number | null;

  @Field(() => DateTimeScalar, { description: "When the download URL expires." })
  expiresAt!: string;
}

/** The file of the caller's tenant that `target` names; `byteLength` null: it is made when it is downloaded. */
export function signedFile(
  { actor, signLink }: Context,
  target: Omit<LinkTarget, "tenantId">,
  byteLength: number | null,
): SignedFile {
  return { ...signLink({ ...target, tenantId: actor.tenantId }), contentType: target.contentType, byteLength };
}
