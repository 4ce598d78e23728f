import { Field, InputType, Int, ObjectType } from "type-graphql";
import { LocalTimeScalar } from "./scalars.js";

const text = {
  weekday: "Day of the week as in ISO 8601: 1 Monday to 7 Sunday.",
  opens: "Opening time, in the place's time zone.",
  closes: "Closing time on the same day, later than opens.",
};

@ObjectType({ description: "When a ship-from place is open on one day of the week." })
export class PlaceOpeningHours {
  @Field(() => Int, { description: text.weekday })
  weekday!: number;

  @Field(() => LocalTimeScalar, { description: text.opens })
  opens!: string;

  @Field(() => LocalTimeScalar, { description: text.closes })
  closes!: string;
}

@InputType({ description: "When a ship-from place is open on one day of the week." })
export class PlaceOpeningHoursInput {
  @Field(() => Int, { description: text.weekday })
  weekday!: number;

  @Field(() => LocalTimeScalar, { description: text.opens })
  opens!: string;

  @Field(() => LocalTimeScalar, { description: text.closes })
  closes!: string;
}
