import type { AppError } from "../../src/errors.js";
import { changeMethod, createMethod, insertLegacyMethod, newAccountId, someUps } from "../support/methods.js";
import { startTestService, type TestService } from "../support/service.js";

let service: TestService;
beforeAll(async () => {
  service = await startTestService();
  const accountId = await newAccountId(service);
  for (const name of ["one", "two", "three"]) {
    const input = { name, isPublished: name === "three", ups: someUps(accountId) };
    const { id } = (await createMethod(service, input)).shippingMethod;
    if (name === "two") await changeMethod(service, "archiveShippingMethod", { shippingMethodId: id });
  }
  await insertLegacyMethod(service, { name: "legacy" });
});
afterAll(() => service.close());

const source = `query($first: Int, $after: String, $filter: ShippingMethodFilter) {
  shippingMethods(first: $first, after: $after, filter: $filter) {
    nodes { id name } pageInfo { hasNextPage hasPreviousPage endCursor }
  }
}`;
const list = async (variables: Record<string, unknown> = {}) =>
  (await service.run(source, { first: 50, ...variables })).shippingMethods;
const namesOf = (page: { nodes: { name: string }[] }) => page.nodes.map(({ name }) => name);

describe("shippingMethods", () => {
  it.each([
    [null, ["legacy", "three", "one"]],
    [{}, ["legacy", "three", "one"]],
    [{ includeArchived: true }, ["legacy", "three", "two", "one"]],
    [{ provider: "UPS" }, ["three", "one"]],
    [{ provider: "UPS_LEGACY" }, ["legacy"]],
    [{ provider: "FIXED" }, []],
    [{ isPublished: true }, ["legacy", "three"]],
    [{ isPublished: false }, ["one"]],
    [{ isPublished: false, includeArchived: true, provider: "UPS" }, ["two", "one"]],
  ])("lists with the filter %j: %j", async (filter, expected) => {
    expect(namesOf(await list({ filter }))).toEqual(expected);
  });

  it("pages to the end", async () => {
    const first = await list({ first: 2 });
    const second = await list({ first: 2, after: first.pageInfo.endCursor });
    expect([...namesOf(first), ...namesOf(second)]).toEqual(["legacy", "three", "one"]);
    expect([first.pageInfo.hasNextPage, second.pageInfo.hasNextPage]).toEqual([true, false]);
    expect([first.pageInfo.hasPreviousPage, second.pageInfo.hasPreviousPage]).toEqual([false, true]);
  });

  it("pages each method once, whatever is added or taken out of use in between", async () => {
    const filter = { includeArchived: true };
    const whole = namesOf(await list({ filter }));
    const seen: string[] = [];
    let after: string | null = null;
    for (let page = 1; page <= whole.length; page += 1) {
      const { pageInfo, ...rest } = await list({ filter, first: 1, after });
      seen.push(...namesOf(rest));
      after = pageInfo.endCursor;
      await insertLegacyMethod(service, { name: `late ${page}` });
      if (page === 1) await changeMethod(service, "archiveShippingMethod", { shippingMethodId: rest.nodes[0].id });
    }
    expect(seen).toEqual(whole);
  });

  it("shows nobody else's", async () => {
    const { nodes } = (await service.run(source, {}, { tenantId: service.otherTenantId })).shippingMethods;
    expect(nodes).toEqual([]);
    const [mine] = (await list()).nodes;
    const query = "query($id: ID!) { shippingMethod(id: $id) { id } }";
    for (const id of [mine.id, "shm_unknown", "", "cac_1"]) {
      expect(await service.run(query, { id }, { tenantId: service.otherTenantId })).toEqual({ shippingMethod: null });
    }
  });

  it.each([["quote"], ["ship"], ["admin"]] as const)("stays shut for the scope %s", async (scope) => {
    for (const query of ['{ shippingMethod(id: "shm_1") { id } }', "{ shippingMethods { nodes { id } } }"]) {
      const { errors } = await service.execute(query, {}, { scopes: [scope] });
      expect(errors?.map(({ originalError }) => (originalError as AppError).code)).toEqual(["FORBIDDEN"]);
    }
  });

  it("asks the database three times, however long the list: for methods, accounts and carriers", async () => {
    const nested = `{ shippingMethods { nodes { supersedes { id } configuration { ... on UpsConfiguration {
      carrierAccount { name carrier { name } } service { name } packageType { name } } } } } }`;
    const { master } = service.database.dataSource.driver as unknown as { master: { connect(): Promise<unknown> } };
    const connect = jest.spyOn(master, "connect");
    await service.run(nested);
    expect(connect).toHaveBeenCalledTimes(3);
    connect.mockRestore();
  });
});
