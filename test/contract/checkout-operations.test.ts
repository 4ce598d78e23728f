import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { buildASTSchema, parse, validate } from "graphql";
import * as operations from "../../examples/checkout/page/operations.js";

const contract = readFileSync(resolve(__dirname, "../../schema/storefront.graphql"), "utf8");
const ofOrders = ["placeOrder", "order"];
const asked = Object.entries(operations).filter(([name]) => !ofOrders.includes(name));

it.each(asked)("the checkout's %s asks for nothing that a storefront does not see", (_, operation) => {
  const schema = buildASTSchema(parse(contract), { assumeValidSDL: true });
  expect(validate(schema, parse(operation)).map(({ message }) => message)).toEqual([]);
});

it("all that the checkout asks the service is looked at", () => {
  expect(asked.map(([name]) => name).sort()).toEqual(["accessPoints", "deliveryOptions", "trackDelivery"]);
});
