import { Field, ObjectType } from "type-graphql";
import { DutiesPayer, FreightPayer, SignatureOption } from "../../entities/values/enums.js";
import { MonetaryAmount } from "../../entities/values/monetary-amount.js";

@ObjectType({ description: "What a shipment costs, estimated and actual." })
export class ShipmentCharges {
  @Field(() => MonetaryAmount, {
    nullable: true,
    description: "Price of the offer it was made from; null: none was chosen.",
  })
  estimated!: MonetaryAmount | null;

  @Field(() => MonetaryAmount, {
    nullable: true,
    description: "What the carrier charged for the latest labels; null: not bought, or not known yet.",
  })
  actual!: MonetaryAmount | null;

  @Field(() => Boolean, {
    description: "True when `actual` was rated afterwards because the carrier's answer was lost.",
  })
  isActualEstimated!: boolean;

  @Field(() => MonetaryAmount, {
    nullable: true,
    description: "What the order is invoiced with, by the method's invoicing policy; null: not known yet.",
  })
  invoiceable!: MonetaryAmount | null;
}

@ObjectType({ description: "Extra services and who pays." })
export class ShipmentOptions {
  @Field(() => FreightPayer, { description: "Whose account pays for the transport." })
  payer!: keyof typeof FreightPayer;

  @Field(() => String, {
    nullable: true,
    description: "The payer's account number, all but its end hidden; null: the sender pays.",
  })
  payerAccountNumberMasked!: string | null;

  @Field(() => DutiesPayer, {
    nullable: true,
    description: "Duties paid by whom; null: the carrier's default, the recipient.",
  })
  dutiesPayer!: keyof typeof DutiesPayer | null;

  @Field(() => SignatureOption, { description: "Proof of delivery." })
  signature!: keyof typeof SignatureOption;

  @Field(() => Boolean, { description: "Delivery on a Saturday." })
  isSaturdayDelivery!: boolean;
}
