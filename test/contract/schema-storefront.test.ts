import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { buildSchema } from "graphql";
import { graphElements } from "../support/graph-elements.js";

const committed = readFileSync(resolve(__dirname, "../../schema/storefront.graphql"), "utf8");
const schema = buildSchema(committed);
const coordinates = graphElements(schema).map(({ coordinate }) => coordinate);

/** What belongs to the merchant, by the names that it has in the whole schema. */
const merchants =
  /account|purchas|label|charge|carrierPrice|negotiated|published|margin|handling|invoic|credential|secret|setup|spend|mutation|void(?!State)/i;
/** And why it is here all the same. */
const allowed: [RegExp, string][] = [
  [/^ShipmentStatus\.(PURCHASING|PURCHASED|VOIDED)$/, "How far a shipment of the buyer's order is."],
  [/^VoidState\b/, "Why a package that was announced is not coming."],
  [/^(Tracking|ShipmentDelivery)Status\.(LABEL_CREATED|VOIDED)$/, "The first and the last that a carrier tells."],
  [/^ShippingErrorCode\.[A-Z_]+$/, "One closed list of codes for all fields; it tells nothing of a merchant."],
];
const isAllowed = (name: string) => allowed.some(([pattern]) => pattern.test(name));

it("is committed as it is composed (else run `npm run schema:print`)", () => {
  const run = spawnSync(process.execPath, [join(__dirname, "storefront-schema.js"), "--check"], { encoding: "utf8" });
  expect({ status: run.status, said: run.stderr }).toEqual({ status: 0, said: "" });
});

it("has what a shop needs, and changes nothing", () => {
  const fields = Object.keys(schema.getQueryType()?.getFields() ?? {});
  expect(fields).toEqual(
    expect.arrayContaining(["deliveryOptions", "validateAddress", "carrierLocations", "packItems", "trackDelivery"]),
  );
  expect(schema.getMutationType()).toBeUndefined();
});

it("names no purchase, account, label or price of the carrier's", () => {
  expect(coordinates.length).toBeGreaterThan(150);
  expect(coordinates.filter((name) => merchants.test(name) && !isAllowed(name))).toEqual([]);
});

it("names nobody who receives a tracked package", () => {
  const told = coordinates.filter((name) => /^(TrackedDelivery|DeliveryEvent)\b/.test(name));
  expect(told.length).toBeGreaterThan(10);
  expect(told.filter((name) => /name|receiv|sign|address|order|phone|mail|shipment|reference/i.test(name))).toEqual([
    "TrackedDelivery.carrierName",
  ]);
});
