import { type InputObjectTypeDefinitionNode, Kind } from "graphql";
import { plainItem } from "../../src/carrier/customs.js";
import { plainDeclaration, storedPlainOptions } from "../../src/entities/values/stored-shipment-details.js";
import { subgraphDocument } from "../../src/subgraph.js";

const isInput = (node: { kind: string }): node is InputObjectTypeDefinitionNode =>
  node.kind === Kind.INPUT_OBJECT_TYPE_DEFINITION;
const inputs = subgraphDocument().definitions.filter(isInput);
const fieldsOf = (type: string) =>
  inputs.find(({ name }) => name.value === type)?.fields?.map(({ name }) => name.value) ?? [];

const line = { ...plainItem, description: "", quantity: 0 };

/** That it is shown too, the compiler sees: the graph's object types implement the stored ones. */
it.each([
  // What the customer's own account stands for is kept: the payer and the number.
  ["ShipmentOptionsInput", { ...storedPlainOptions, customerCarrierAccountId: null }],
  ["CustomsDeclarationInput", plainDeclaration],
  ["CustomsItemInput", line],
  ["PackedItemInput", { ...line, productId: null }],
])("%s takes every word that is kept, and no other", (type, words) => {
  expect(fieldsOf(type).sort()).toEqual(Object.keys(words).sort());
});
