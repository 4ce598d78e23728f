import { Directive, Field, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";
import { buyersAndStaff } from "./values/access.js";

@Entity()
@Directive('@key(fields: "code")')
@Directive(buyersAndStaff)
@ObjectType({ description: "A company that ships packages." })
export class Carrier {
  @PrimaryColumn({ type: "text" })
  @Field(() => String, { description: "Stable carrier code, for example UPS." })
  code!: string;

  @Column({ type: "text" })
  @Field(() => String, { description: "Display name of the carrier." })
  name!: string;
}
