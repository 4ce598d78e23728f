import { Field, ObjectType } from "type-graphql";
import { AuditActorKind } from "./audit-enums.js";

@ObjectType({ description: "Who made a change, and with which rights." })
export class AuditActor {
  @Field(() => AuditActorKind, { description: "Who made the change." })
  kind!: AuditActorKind;

  @Field(() => String, {
    nullable: true,
    description: "Subject of the token (`sub`) that the change was made with; null: no token, see kind.",
  })
  subject!: string | null;

  @Field(() => [String], {
    description: "What that token might do (its scopes), in alphabetical order; empty: no token.",
  })
  permissions!: string[];
}
