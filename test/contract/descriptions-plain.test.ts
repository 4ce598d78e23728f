import { isEnumType } from "graphql";
import { buildSubgraph } from "../../src/subgraph.js";
import { graphElements, ownTypes } from "../support/graph-elements.js";

const schema = buildSubgraph({
  order: { typeName: "Order", keyField: "id", optionsWithinMs: 1_000 },
  product: { typeName: "Product", keyField: "id", answerWithinMs: 1_000 },
});
const elements = graphElements(schema).map(({ coordinate, description }) => ({ coordinate, text: description ?? "" }));
const enumValues = new Set(
  ownTypes(schema).flatMap((type) =>
    isEnumType(type) ? type.getValues().map(({ name }) => `${type.name}.${name}`) : [],
  ),
);

const nouns =
  "account|changes|decision|document|input|label|labels|limits|location|method|package|period|product|purchase|shipment|step";

/** What a tooltip shows beside a name, and a reader learns nothing from. */
const empty = [
  /^(which( one)?|why|what for|what about|what happened|how many|how much|whom to|from when|until when)\.?$/i,
  /^(what it is|where it is|where it stands|what (is|was) (inside|asked|found|said)|its (id|name)|in `unit`)\.?$/i,
  new RegExp(`^(the|a|an) (${nouns})\\.?$`, "i"),
];

/** Words that the trade does not use, each with the one it does. */
const quaint: [word: RegExp, plain: string][] = [
  [/\bpapers?\b/i, "documents"],
  [/\b(for people|a person|people)\b/i, "display, user, operator"],
  [/\bwhom\b/i, "who"],
  [/\byours to see\b/i, "this token may not read it"],
  [/\bnot (told|said)\b|\bdid not say\b/i, "not given"],
  [/\bwhich world\b/i, "environment"],
  [/\bhand(s|ed)? (over|in)\b/i, "drops off, ship date"],
  [/\b(what|goods that) (is packed|comes? back|went out|go(es)? out)\b/i, "contents, return, outbound shipment"],
  [/\bthe one who\b/i, "customer, shipper, recipient"],
  [/\btak(e|en|es) (it |them )?back\b/i, "removes"],
  [/\bby itself\b/i, "automatically"],
  [/\bsmall letters\b|\bblanks\b/i, "lower case, spaces"],
  [/\bto the door\b/i, "to the address"],
  [/\bone (box|try|thing)\b/i, "package, attempt, event"],
  [/\bwhat stands in the way\b/i, "errors"],
  [/\bfor (ever|good)\b/i, "never deleted"],
  [/\b(no more\b(?! than)|at last\b|last heard\b)/i, "no longer, finally, last reported"],
  [/\bwithout a word\b|\bwhich way\b|\bleads? on\b/i, "without a message, direction, is valid"],
  [/\bclaimed\b|\bas far as \w+( \w+)? told\b/i, "recorded, itemised"],
  [/\bgave (it|one|each|the same)\b|\basked for again\b/i, "bought for, fetched again"],
];

it("every description says something that the name does not", () => {
  const saysNothing = elements.filter(({ text }) => empty.some((phrase) => phrase.test(text)));
  expect(saysNothing).toEqual([]);
});

it("only an enum value is described by a single word", () => {
  const short = elements.filter(({ coordinate, text }) => text.split(" ").length < 2 && !enumValues.has(coordinate));
  expect(short).toEqual([]);
});

it("every description is written in the words of the trade", () => {
  const found = elements.flatMap(({ coordinate, text }) =>
    quaint.filter(([word]) => word.test(text)).map(([, plain]) => ({ coordinate, text, say: plain })),
  );
  expect(found).toEqual([]);
});

it("the lists find what they are for", () => {
  const before = ["What it is.", "Which.", "What for.", "How many.", "Whom to.", "Where it is.", "The account."];
  expect(before.filter((text) => !empty.some((phrase) => phrase.test(text)))).toEqual([]);
  expect(quaint.some(([word]) => word.test("A paper of a shipment."))).toBe(true);
});
