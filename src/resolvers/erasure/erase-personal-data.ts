import { Arg, Ctx, Directive, Field, ID, Int, Mutation, ObjectType, Resolver } from "type-graphql";
import type { Context } from "../../context.js";
import { administrators } from "../../entities/values/access.js";
import { PersonalDataKind, PostponedErasureReason } from "../../entities/values/erasure-enums.js";
import { DateTimeScalar } from "../../entities/values/scalars.js";
import { ShippingUserError } from "../../entities/values/user-error.js";
import { erasePersonalData } from "../../shipping/erasure/erase-personal-data.js";
import type { Erasure } from "../../shipping/erasure/erasure.js";
import { postponedErrors } from "../../shipping/erasure/postponed-errors.js";
import type { Postponed } from "../../shipping/erasure/why-postponed.js";
import { ErasePersonalDataInput } from "./erasure-inputs.js";

@ObjectType({ description: "How much of one kind was erased." })
class ErasedPersonalData {
  @Field(() => PersonalDataKind, { description: "Kind of what was erased." })
  kind!: PersonalDataKind;

  @Field(() => Int, { description: "Number erased by this call; zero: none was found, or all were erased before." })
  count!: number;
}

@ObjectType({ description: "Personal data that is still needed, and was not erased." })
class PostponedErasure implements Postponed {
  @Field(() => ID, { description: "Id of the shipment." })
  shipmentId!: string;

  @Field(() => ID, {
    nullable: true,
    description: "Id of the document that stayed when all else was erased; null: nothing of the shipment was erased.",
  })
  documentId!: string | null;

  @Field(() => PostponedErasureReason, { description: "Why it is still needed." })
  reason!: PostponedErasureReason;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: "When to try again: the carrier is asked next then. Null: not known, as where an operator decides.",
  })
  retryAt!: string | null;
}

@ObjectType({ description: "What was erased, and what could not be erased yet; or the errors in the input." })
class ErasePersonalDataPayload {
  @Field(() => [ErasedPersonalData], {
    nullable: true,
    description: "What this call erased, every kind once; null: see userErrors, nothing was erased.",
  })
  erased!: ErasedPersonalData[] | null;

  @Field(() => [PostponedErasure], {
    nullable: true,
    description: "What could not be erased yet, at most 100 shipments; null: see userErrors, nothing was erased.",
  })
  postponed!: PostponedErasure[] | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      "False: a call erases at most 100 shipments, and there may be more: call again. Null: see userErrors, nothing was erased.",
  })
  isComplete!: boolean | null;

  @Field(() => [ShippingUserError], {
    description: "Errors in the input; or ERASURE_POSTPONED where something is postponed. Empty on success.",
  })
  userErrors!: ShippingUserError[];
}

@Resolver()
export class ErasePersonalDataResolver {
  @Directive(administrators)
  @Mutation(() => ErasePersonalDataPayload, {
    nullable: true,
    description:
      "Erases the personal data of shipments and of all that belongs to them; it cannot be undone: addresses (country, region and area of the postal code stay), contacts, references, tags, goods' and customs texts, tax numbers, files of labels and documents, recipients and places of deliveries. Charges, numbers, states, dates and keys stay. What a purchase or a void in progress needs is postponed. Safe to repeat. Codes: REQUIRED, INVALID, TOO_LONG, ERASURE_POSTPONED.",
  })
  async erasePersonalData(
    @Arg("input", () => ErasePersonalDataInput, { description: "Whose personal data to erase." })
    input: ErasePersonalDataInput,
    @Ctx() { deps, actor }: Context,
  ): Promise<ErasePersonalDataPayload> {
    const { value, userErrors } = await erasePersonalData(deps, actor, input);
    if (value === null) return { erased: null, postponed: null, isComplete: null, userErrors };
    const { postponed, isComplete } = value;
    return { erased: erasedOf(value), postponed, isComplete, userErrors: postponedErrors(postponed) };
  }
}

function erasedOf({ counts }: Erasure): ErasedPersonalData[] {
  return Object.entries(counts).map(([kind, count]) => ({ kind: kind as PersonalDataKind, count }));
}
