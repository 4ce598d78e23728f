import type { LinkTarget } from "../../src/context.js";
import { fieldsOf } from "../support/graph-elements.js";
import { callers } from "./callers.js";
import { links } from "./expectations.js";
import { operations } from "./operations.js";
import { differences, noDifference, parseTable } from "./parse-table.js";
import { objectTypes } from "./schema-facts.js";
import { startTwoTenants, type TwoTenants } from "./two-tenants.js";

const linkRows = parseTable(links);

let world: TwoTenants;
beforeAll(async () => {
  world = await startTwoTenants();
});
afterAll(() => world?.close());

it("the table has a row for every field that gives a signed link", () => {
  const inSchema = objectTypes(world.service.schema).flatMap((type) =>
    fieldsOf(type)
      .filter((field) => /^\[?SignedFile\b/.test(String(field.type)))
      .map((field) => `${type.name}.${field.name}`),
  );
  expect(inSchema.length).toBeGreaterThan(0);
  expect(
    differences(
      inSchema,
      Object.values(linkRows).map(({ field }) => field!),
    ),
  ).toEqual(noDifference);
});

/** Payloads with a link, and the query that gives them. */
const payloadOf: Record<string, string> = { LabelBatchPayload: "labelBatchDocument" };

describe.each(Object.keys(linkRows))("a link to %s", (kind) => {
  const { field = "" } = linkRows[kind]!;
  const [type = "", name = ""] = field.split(".");
  const root = payloadOf[type];
  const now = () => new Date();
  const target = (tenantId: string): LinkTarget => ({
    tenantId,
    kind: kind as LinkTarget["kind"],
    fileId: world.owner.keys[root ? "Shipment" : type]!.id!,
    contentType: "application/pdf",
    fileName: "file.pdf",
  });

  /** The link that the schema gives the owner's staff. */
  async function signed(): Promise<string> {
    if (root) {
      const { source, variables } = operations[`Query.${root}`]!;
      return (await world.door.ask(world.badges.read, source, await variables(world.owner))).data[root][name].url;
    }
    const representations = [{ __typename: type, ...world.owner.keys[type] }];
    const source = `query ($representations: [_Any!]!) {
      _entities(representations: $representations) { ... on ${type} { ${name} { url } } } }`;
    return (await world.door.ask(world.badges.read, source, { representations })).data._entities[0][name].url;
  }

  /** The signature of one tenant's link over the other tenant's name. */
  function altered(link: string): string {
    const [keyId, payload = "", signature] = new URL(link).searchParams.get("signature")!.split(".");
    const opened = JSON.parse(Buffer.from(payload, "base64url").toString());
    const moved = Buffer.from(JSON.stringify({ ...opened, tenantId: world.stranger.tenantId })).toString("base64url");
    return `${new URL(link).pathname}?signature=${keyId}.${moved}.${signature}`;
  }

  const forms: Record<string, () => Promise<string>> = {
    signed,
    altered: async () => altered(await signed()),
    expired: async () => world.door.links.sign(target(world.owner.tenantId), new Date(now().getTime() - 3_600_000)).url,
    moved: async () => world.door.links.sign(target(world.stranger.tenantId), now()).url,
  };

  it.each(Object.keys(forms))("that is %s opens alike for every caller", async (form) => {
    const link = await forms[form]!();
    const word = Number(linkRows[kind]![form]);
    for (const caller of callers) {
      const response = await world.door.open(link, world.badges[caller]);
      const bytes = Buffer.from(await response.arrayBuffer());
      expect([caller, response.status]).toEqual([caller, word]);
      if (word !== 200) expect(response.headers.get("content-type")).toMatch(/^text\/plain/);
      else expect(bytes.length).toBeGreaterThan(1_000);
    }
  });
});
