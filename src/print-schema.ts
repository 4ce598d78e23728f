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
    "without-scopes": { type: "boolean", default: false },
  },
});

const [typeName = "", keyField = "id"] = values.order?.split(".") ?? [];
const text = printSubgraph({
  order: values.order === undefined ? null : { typeName, keyField },
  scopes: !values["without-scopes"],
});
if (values.out === undefined) process.stdout.write(text);
else writeFileSync(values.out, text);
