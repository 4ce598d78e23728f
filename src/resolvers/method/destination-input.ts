import { Field, InputType } from "type-graphql";
import type { StoredPostalRange } from "../../entities/values/stored-method-rules.js";
import { mostEntries } from "../../shipping/method/check-list.js";
import { longestPostalCode } from "../../shipping/method/destination.js";

@InputType({ description: "Postal codes from one to another, both included." })
export class PostalRangeInput implements StoredPostalRange {
  @Field(() => String, { description: `First postal code of the range, at most ${longestPostalCode} characters.` })
  from!: string;

  @Field(() => String, {
    description: "Last postal code of the range, written in the same form as the first and not before it.",
  })
  to!: string;
}

const atMost = `At most ${mostEntries} entries.`;

/** Of the inputs that name destinations. */
export const destinationInputText = {
  countries: `Countries, ISO 3166-1 alpha-2. ${atMost} Default: any country.`,
  regions: `Regions, ISO 3166-2 with the country's code. ${atMost} Default: any region.`,
  postalPrefixes: `Beginnings of postal codes; they and the ranges add up. ${atMost} Default: none.`,
  postalRanges: `Ranges of postal codes; they and the beginnings add up. ${atMost} Default: none.`,
};
