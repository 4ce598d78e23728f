import { getNamedType, isEnumType, isInputObjectType } from "graphql";
import { buildSubgraph } from "../../src/subgraph.js";
import { fieldsOf, ownTypes } from "../support/graph-elements.js";

const schema = buildSubgraph({ order: { typeName: "Order", keyField: "id" } });

/** Every field, input field and argument with its type's name. */
const places = ownTypes(schema).flatMap((type) => {
  const fields = isInputObjectType(type) ? Object.values(type.getFields()) : fieldsOf(type);
  return fields.flatMap((field) => {
    const args = "args" in field ? field.args : [];
    const place = { coordinate: `${type.name}.${field.name}`, type: getNamedType(field.type), text: field.description };
    const ofArgs = args.map((argument) => ({
      ...{ coordinate: `${type.name}.${field.name}(${argument.name}:)`, type: getNamedType(argument.type) },
      text: argument.description,
    }));
    return [place, ...ofArgs];
  });
});

/** Lists that are another's to extend: their values are only examples. */
const open = new Set([
  // The merchant's own words are taken too.
  "CustomsDeclarationInput.reasonForExport",
  "CustomsDeclaration.reasonForExport",
]);

/** Codes of a list, as many as make it one: "A, B or C". */
const aList = /\b[A-Z][A-Z_]{2,}(, [A-Z][A-Z_]{2,})+,? (or|and) [A-Z][A-Z_]{2,}\b/;
const aLongList = /\b[A-Z][A-Z_]{2,}(, [A-Z][A-Z_]{2,}){2,}/;

it("a text whose values are listed is an enum", () => {
  const texts = places.filter(({ type }) => type.name === "String");
  expect(texts.length).toBeGreaterThan(100);
  const lists = texts.filter(({ text }) => aList.test(text ?? "") || aLongList.test(text ?? ""));
  expect(lists.map(({ coordinate }) => coordinate).filter((coordinate) => !open.has(coordinate))).toEqual([]);
});

it.each([
  ["CustomsDeclaration.incoterm", "Incoterm"],
  ["CustomsDeclarationInput.incoterm", "Incoterm"],
  ["LatestDropOff.service", "LatestDropOffService"],
  ["AddressCandidate.changedFields", "AddressField"],
  ["SetupStep.key", "SetupStepKey"],
  ["ConfirmSetupStepInput.stepKey", "SetupStepKey"],
  ["CarrierRequest.operation", "CarrierOperation"],
])("%s is a %s", (coordinate, name) => {
  const type = places.find((place) => place.coordinate === coordinate)?.type;
  expect([type?.name, isEnumType(type)]).toEqual([name, true]);
});
