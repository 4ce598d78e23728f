import "reflect-metadata";
import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { printSubgraph } from "./subgraph.js";

const { values } = parseArgs({
  options: {
    /** File to write; without it the text goes to the standard output. */
    out: { type: "string" },
    /** `Order.id`: adds `shipments` to that type of a neighbour's, found by that key. */
    order: { type: "string" },
    /** Beside `--order`: adds `deliveryOptions` too. */
    "order-options": { type: "boolean", default: false },
    /** `Product.id`: adds `shippingEstimate` to that type of a neighbour's, found by that key. */
    product: { type: "string" },
    "without-scopes": { type: "boolean", default: false },
  },
});

/** How long pages wait is not told by the schema. */
const anyTime = 1_000;

function named(type: string) {
  const [typeName = "", keyField = "id"] = type.split(".");
  return { typeName, keyField };
}

const optionsWithinMs = values["order-options"] ? anyTime : null;
const text = printSubgraph({
  order: values.order === undefined ? null : { ...named(values.order), optionsWithinMs },
  product: values.product === undefined ? null : { ...named(values.product), answerWithinMs: anyTime },
  scopes: !values["without-scopes"],
});
if (values.out === undefined) process.stdout.write(text);
else writeFileSync(values.out, text);
