import { printSubgraph } from "../../src/subgraph.js";
import { upsSetupGuide } from "../../src/ups/account/setup/setup-guide.js";

/** Labels of UPS's pages, in the order in which they are met. */
const portal = [
  ...["Log In", "Accounts and Payment", "Accounts and Payment Options", "Add a Payment Method", "Add New Account"],
  ...["Open a Shipping Account", "Business", "Add Addresses", "Verify Identity", "Explore Discounts"],
  ...["Account Number", "Number", "Accounts and Payments", "Add Payment Card", "Apps", "Add Apps"],
  ...["I need API credentials because", "I want to integrate UPS technology into my business"],
  ...["Choose an account to associate with these credentials", "Add existing account", "Next", "Add App"],
  ...["App Name", "Callback URL", "Add Products", "+ (plus)", "Save", "My Apps", "Credentials"],
  ...["Client ID", "Client Secret"],
];

const products = [
  ...["Authorization (O Auth)", "Address Validation", "Locator", "Paperless Documents", "Shipping", "Rating"],
];

/** Labels of the shipping method's form. */
const method = [
  ...["Shipping Methods", "New", "Provider", "UPS", "UPS Legacy", "UPS Configuration"],
  ...["UPS Account Number", "UPS Client ID", "UPS Client Secret", "UPS Service Type", "UPS Package Type"],
  ...["Package Weight Unit", "Package Size Unit", "Label Format", "PDF", "ZPL", "EPL", "SPL", "Options"],
  ...["Bill My Account", "Collect on Delivery", "Generate Return Label", "Duties paid by", "Sender", "Recipient"],
];

/** As words of their own: New is not found in Newest. */
const holds = (text: string, label: string) =>
  new RegExp(`(?<![\\w])${label.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}(?![\\w])`).test(text);

it("finds whole labels only", () => {
  expect(holds("Newest first. Add: Save", "New")).toBe(false);
  expect(holds("choose + (plus) and Save.", "+ (plus)")).toBe(true);
});

it("names every label, option and product of the guide in the schema or its descriptions", () => {
  const text = printSubgraph({ order: null, scopes: true });
  const labels = [...portal, ...products, ...method];
  expect(labels.length).toBeGreaterThan(55);
  expect(labels.filter((label) => !holds(text, label))).toEqual([]);
});

it("says every label of UPS's pages where it is to be clicked or filled in", () => {
  const steps = upsSetupGuide.flatMap((group) => group.steps);
  const text = steps.map(({ title, instruction }) => `${title}. ${instruction}`).join("\n");
  expect([...portal, ...products].filter((label) => !holds(text, label))).toEqual([]);
});
