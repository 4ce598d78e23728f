import { Field, ObjectType } from "type-graphql";

@ObjectType({ description: "One value that was changed." })
export class AuditChange {
  @Field(() => String, {
    description: "Name of the value, such as `status`, or of a limit `DAY.maxLabels` or `DAY.maxAmount.USD`.",
  })
  field!: string;

  @Field(() => String, {
    nullable: true,
    description: "Value before the change; null: there was none, or it is withheld.",
  })
  before!: string | null;

  @Field(() => String, {
    nullable: true,
    description: "Value after the change; null: there is none, or it is withheld.",
  })
  after!: string | null;

  @Field(() => Boolean, {
    description:
      "Whether the values are withheld and only the change is told: they are secret or may be personal data.",
  })
  isWithheld!: boolean;
}
