import { Client } from "pg";
import { findSetupStep } from "../../src/shipping/account/setup/setup-guide.js";
import { buildSubgraph } from "../../src/subgraph.js";
import { upsSetupGuide } from "../../src/ups/account/setup/setup-guide.js";
import { createTestDatabase } from "../support/database.js";
import { graphElements } from "../support/graph-elements.js";

/** The words of a name such as `Shipment.creditCardNumber` or `card_expiry`. */
const words = (name: string) =>
  name
    .replace(/([a-z0-9])([A-Z])/g, "$1 $2")
    .toLowerCase()
    .split(/[^a-z0-9]+/);

const ofCards = new Set(["card", "cards", "cardholder", "creditcard", "cvv", "cvc", "cvv2", "iban", "expiry"]);
/** Step of the setup guide that is done in the carrier's portal: its key holds nothing of a card. */
const steps = new Set(["SetupStepKey.ADD_PAYMENT_CARD"]);
const isOfCards = (name: string) => !steps.has(name) && words(name).some((word) => ofCards.has(word));

it("knows a place for a payment card when it sees one", () => {
  expect(["Account.creditCardNumber", "payment_card.cvv", "CardInput"].map(isOfCards)).toEqual([true, true, true]);
  expect(["Shipment.discarded", "carrier_account", "Query.shippingLabel(first:)"].filter(isOfCards)).toEqual([]);
});

it("has no place for a payment card in the schema", () => {
  const coordinates = graphElements(buildSubgraph({ order: null })).map(({ coordinate }) => coordinate);
  expect(coordinates.length).toBeGreaterThan(300);
  expect(coordinates.filter(isOfCards)).toEqual([]);
});

it("has no place for a payment card in the database", async () => {
  const database = await createTestDatabase();
  const owner = new Client({ connectionString: database.adminUrl });
  try {
    await owner.connect();
    const { rows } = await owner.query<{ name: string }>(
      "select table_name || '.' || column_name as name from information_schema.columns where table_schema = 'public'",
    );
    expect(rows.length).toBeGreaterThan(100);
    expect(rows.map(({ name }) => name).filter(isOfCards)).toEqual([]);
  } finally {
    await owner.end();
    await database.drop();
  }
});

it("says where the card goes instead", () => {
  expect(findSetupStep(upsSetupGuide, "ADD_PAYMENT_CARD")?.instruction).toMatch(/UPS alone/);
});
