import { Field, Int, ObjectType } from "type-graphql";
import { DateTimeScalar, UrlScalar } from "../../entities/values/scalars.js";

@ObjectType({
  description: "A file behind a link that opens without a token, for a few minutes. Ask again for a fresh link.",
})
export class SignedFile {
  @Field(() => UrlScalar, { description: "Where to download it. Treat it as a secret." })
  url!: string;

  @Field(() => String, { description: "Media type of the bytes." })
  contentType!: string;

  @Field(() => Int, { nullable: true, description: "Size in bytes; null: made when it is downloaded." })
  byteLength!: number | null;

  @Field(() => DateTimeScalar, { description: "When the link stops working." })
  expiresAt!: string;
}
