import { randomUUID } from "node:crypto";
import type { AppError } from "../../src/errors.js";
import { changeAccount, createAccount, readAccount } from "../support/accounts.js";
import { startTestService, type TestService } from "../support/service.js";

let service: TestService;
let names: string[];
beforeAll(async () => {
  service = await startTestService();
  names = ["one", "two", "three", "four", "five"];
  for (const name of names) {
    const { id } = (await createAccount(service, { name })).carrierAccount;
    if (name === "two") await changeAccount(service, "archiveCarrierAccount", { carrierAccountId: id });
    if (name === "four") await changeAccount(service, "activateCarrierAccount", { carrierAccountId: id });
  }
  await createAccount(service, { name: "theirs" }, { tenantId: service.otherTenantId });
});
afterAll(() => service.close());

const source = `query($first: Int, $after: String, $status: CarrierAccountStatus) {
  carrierAccounts(first: $first, after: $after, status: $status) {
    nodes { name } edges { cursor node { name } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
  }
}`;
const list = async (variables: Record<string, unknown> = {}) =>
  (await service.run(source, { first: 50, ...variables })).carrierAccounts;
const namesOf = (page: { nodes: { name: string }[] }) => page.nodes.map(({ name }) => name);

describe("carrierAccounts", () => {
  it("lists those of one type, however it is written", async () => {
    const as = { tenantId: randomUUID() };
    const ofType = async (type: string) => {
      const ofOneType = "query($type: String) { carrierAccounts(accountType: $type) { nodes { name } } }";
      return namesOf((await service.run(ofOneType, { type }, as)).carrierAccounts);
    };
    await createAccount(service, { name: "typed", accountType: "Business" }, as);
    await createAccount(service, { name: "untyped" }, as);
    expect(await ofType("BUSINESS")).toEqual(["typed"]);
    expect(await ofType("Personal")).toEqual([]);
  });

  it("lists one's own accounts, newest first, without archived ones", async () => {
    expect(namesOf(await list())).toEqual(["five", "four", "three", "one"]);
    const theirs = await service.run("{ carrierAccounts { nodes { name } } }", {}, { tenantId: service.otherTenantId });
    expect(namesOf(theirs.carrierAccounts)).toEqual(["theirs"]);
  });

  it.each([
    ["DRAFT", ["five", "three", "one"]],
    ["ACTIVE", ["four"]],
    ["ARCHIVED", ["two"]],
  ])("lists those that are %s", async (status, expected) => {
    expect(namesOf(await list({ status }))).toEqual(expected);
  });

  it("pages to the end without repeating or missing one, also when one comes meanwhile", async () => {
    const first = await list({ first: 2 });
    expect(first.pageInfo).toEqual({
      hasNextPage: true,
      hasPreviousPage: false,
      startCursor: first.edges[0].cursor,
      endCursor: first.edges[1].cursor,
    });
    const { id } = (await createAccount(service, { name: "newcomer" })).carrierAccount;
    const second = await list({ first: 2, after: first.pageInfo.endCursor });
    expect([...namesOf(first), ...namesOf(second)]).toEqual(["five", "four", "three", "one"]);
    expect(second.pageInfo).toMatchObject({ hasNextPage: false, hasPreviousPage: true });
    await changeAccount(service, "archiveCarrierAccount", { carrierAccountId: id });
  });

  it.each([{ first: 0 }, { first: 101 }, { first: -1 }, { after: "no cursor" }, { after: "" }])(
    "refuses the page %j",
    async (variables) => {
      const { errors } = await service.execute(source, { first: 50, ...variables });
      expect(errors?.map(({ originalError }) => (originalError as AppError).code)).toEqual(["BAD_USER_INPUT"]);
    },
  );
});

describe("carrierAccount", () => {
  it("is null for unknown, malformed and foreign ids", async () => {
    const [theirs] = (
      await service.run("{ carrierAccounts { nodes { id } } }", {}, { tenantId: service.otherTenantId })
    ).carrierAccounts.nodes;
    expect(await readAccount(service, theirs.id, { tenantId: service.otherTenantId })).toMatchObject({
      name: "theirs",
    });
    for (const id of [theirs.id, "cac_unknown", "", "shp_1", "💥"]) {
      expect([id, await readAccount(service, id)]).toEqual([id, null]);
    }
  });

  it.each([["quote"], ["ship"], ["admin"]] as const)("stays shut for the scope %s", async (scope) => {
    for (const query of ['{ carrierAccount(id: "cac_1") { id } }', "{ carrierAccounts { nodes { id } } }"]) {
      const { errors } = await service.execute(query, {}, { scopes: [scope] });
      expect(errors?.map(({ originalError }) => (originalError as AppError).code)).toEqual(["FORBIDDEN"]);
    }
  });

  it("is found as a federated entity by its key", async () => {
    const [mine] = (await service.run("{ carrierAccounts { nodes { id name } } }")).carrierAccounts.nodes;
    const entities = `query($keys: [_Any!]!) { _entities(representations: $keys) { ... on CarrierAccount { id name } } }`;
    const keys = [mine.id, "cac_unknown"].map((id) => ({ __typename: "CarrierAccount", id }));
    expect((await service.run(entities, { keys }))._entities).toEqual([mine, null]);
  });
});
