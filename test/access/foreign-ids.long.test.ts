import { saveAccount } from "../support/customer-accounts.js";
import { aKey } from "../support/purchases.js";
import { idPositions } from "./expectations.js";
import type { Answer, Variables } from "./front-door.js";
import { operations, otherForms } from "./operations.js";
import { inAnswer, outcomeOf } from "./outcome.js";
import { differences, noDifference, parseTable } from "./parse-table.js";
import { idPositionsOf } from "./schema-facts.js";
import { dumpTenant, idsIn } from "./tenant-rows.js";
import { startTwoTenants, type TwoTenants } from "./two-tenants.js";

const rows = parseTable(idPositions);

let world: TwoTenants;
let owned: Record<string, string>;
beforeAll(async () => {
  world = await startTwoTenants();
  owned = await ownersOwn();
});
afterAll(() => world?.close());

const purchase = `mutation ($input: PurchaseLabelInput!) { purchaseLabel(input: $input) {
  purchase { id state } shipment { id number packages { id trackingNumber label { id } } } } }`;

/** Something that only the owner has, and its form. */
async function ownersOwn(): Promise<Record<string, string>> {
  const { owner } = world;
  const text = aKey();
  const { input } = (await operations["Mutation.purchaseLabel"]!.variables(owner)) as { input: { shipment: object } };
  const names = { reference: `${text} reference`, clientReference: `${text} client`, orderId: `${text} order` };
  const shipment = { ...input.shipment, ...names };
  const { purchaseLabel } = await owner.run(purchase, { input: { idempotencyKey: text, shipment } });
  const [pkg] = purchaseLabel.shipment.packages;
  const customerId = `${text} customer`;
  await saveAccount(owner, { customerId });
  return {
    ...Object.fromEntries(Object.entries(owner.keys).map(([type, key]) => [type, key.id ?? ""])),
    ...{ Shipment: purchaseLabel.shipment.id, LabelPurchase: purchaseLabel.purchase.id },
    ...{ ShipmentPackage: pkg.id, ShippingLabel: pkg.label.id, trackingNumber: pkg.trackingNumber },
    ...{ number: purchaseLabel.shipment.number, key: text, product: `${text} product`, order: names.orderId },
    ...{ reference: names.reference, clientReference: names.clientReference, customer: customerId },
    position: position(1),
  };
}

/** A place in a list, by the time that it is sorted by. */
const cursorFields: Record<string, string> = {
  createdAt: "CREATED_AT",
  startedAt: "STARTED_AT",
  occurredAt: "OCCURRED_AT",
};
const cursor = (list: string, names: string, id: string) =>
  Buffer.from(JSON.stringify([list, cursorFields[names], "DESC", "2026-05-01T00:00:00.000Z", id])).toString(
    "base64url",
  );
/** A place behind all events that there are: it names nobody's row. */
const position = (last: number) => Buffer.from(`event 90000000000000000${last}`).toString("base64url");
const nobodysId = (prefix: string) => `${prefix}_01990000-0000-7000-8000-00000000dead`;

/** Of the same form, of nobody. */
function unknownFor(text: string, names: string, list: string): string {
  if (names in cursorFields) return cursor(list, names, nobodysId("shp"));
  if (names === "position") return position(2);
  return idsIn(text).has(text) ? nobodysId(text.slice(0, 3)) : `un${text.slice(2)}`;
}

it("the table has a row for every place of an id, and no other", () => {
  const inSchema = idPositionsOf(world.service.schema);
  expect(inSchema.length).toBeGreaterThan(0);
  expect(differences(inSchema, Object.keys(rows))).toEqual(noDifference);
});

/** The variables with `value` at a path such as `input.ids[]`, and without what may not stand beside it. */
function withValue(variables: Variables, path: string, value: string, without: string): Variables {
  const changed = structuredClone(variables);
  const steps = path.split(".");
  // biome-ignore lint/suspicious/noExplicitAny: input of any operation
  let place: any = changed;
  for (const step of steps.slice(0, -1)) {
    const name = step.replace("[]", "");
    place[name] ??= step.endsWith("[]") ? [{}] : {};
    place = step.endsWith("[]") ? place[name][0] : place[name];
  }
  for (const name of without.split(",")) delete place[name];
  const last = steps.at(-1)!;
  place[last.replace("[]", "")] = last.endsWith("[]") ? [value] : value;
  return changed;
}

/** What is the same whichever value was asked for. */
function withoutIds({ status, data, errors }: Answer, value: string): string {
  const text = JSON.stringify({ status, data, errors }).replaceAll(value, "VALUE");
  const random = /\b[a-z]{3}_[0-9a-f-]{36}\b|"(traceId|endCursor)":"[^"]*"/g;
  return text.replace(random, "RANDOM");
}

it.each(Object.keys(rows))("%s: another tenant's is as unknown as any other", async (position) => {
  const [, coordinate = "", path = ""] = /^([\w.]+)\((.*)\)$/.exec(position)!;
  const { names = "", without = "", answer: word = "" } = rows[position]!;
  // What a stranger may take as its own text is not foreign any more to the next row.
  if (word === "TAKEN") owned = await ownersOwn();
  const field = coordinate.split(".")[1]!;
  const value = names in cursorFields ? cursor(field, names, owned.Shipment!) : owned[names]!;
  const { source, variables } = otherForms[position] ?? operations[coordinate]!;
  const before = await dumpTenant(world.service, world.owner.tenantId);
  const ask = async (text: string) => {
    const own = await variables(world.stranger);
    return world.door.ask(world.badges.stranger, source, withValue(own, path, text, without));
  };

  const foreign = await ask(value);
  const unknown = await ask(unknownFor(value, names, field));

  expect(outcomeOf(foreign, field, strange(before))).toBe(inAnswer(word));
  expect(withoutIds(foreign, value)).toBe(withoutIds(unknown, unknownFor(value, names, field)));
  expect(await dumpTenant(world.service, world.owner.tenantId)).toEqual(before);
});

const strange = (dump: Record<string, string[]>) => idsIn(JSON.stringify(dump));
