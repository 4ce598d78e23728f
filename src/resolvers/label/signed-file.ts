import { Field, Int, ObjectType } from "type-graphql";
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
