import { aTemplate, createTemplate } from "../support/package-templates.js";
import { startTestService, type TestService } from "../support/service.js";

let service: TestService;
beforeAll(async () => {
  service = await startTestService();
});
afterAll(() => service.close());

const details = `packageTemplate {
  id name innerDimensions { length width height unit } outerDimensions { length width height unit }
  tareWeight { value unit } maxWeight { value unit } packageType { code name } archivedAt }`;
const run = async (name: string, input: object) => {
  const type = `${name[0]?.toUpperCase()}${name.slice(1)}Input`;
  const cleared = name.startsWith("update") ? "clearedFields" : "";
  const source = `mutation ($input: ${type}!) { ${name}(input: $input) { ${details} ${cleared} userErrors { code field message } } }`;
  return (await service.run(source, { input }))[name];
};
const refusals = ({ userErrors }: { userErrors: { code: string; field: string[] }[] }) =>
  userErrors.map(({ code, field }) => [code, field.join(".")]);

it("keeps a template as it was entered, and finds it by id, in the list and as an entity", async () => {
  const { packageTemplate, userErrors } = await run("createPackageTemplate", aTemplate);
  expect(userErrors).toEqual([]);
  const { packageType, ...entered } = aTemplate;
  expect(packageTemplate).toMatchObject({
    ...{ ...entered, id: expect.stringMatching(/^ptp_/), archivedAt: null },
    packageType: { code: packageType, name: "Customer supplied package" },
  });
  const found = await service.run(
    `query ($id: ID!, $of: [_Any!]!) {
      packageTemplate(id: $id) { name } packageTemplates { totalCount nodes { id } }
      _entities(representations: $of) { ... on PackageTemplate { name } } }`,
    { id: packageTemplate.id, of: [{ __typename: "PackageTemplate", id: packageTemplate.id }] },
  );
  expect(found).toEqual({
    packageTemplate: { name: "Medium box" },
    packageTemplates: { totalCount: 1, nodes: [{ id: packageTemplate.id }] },
    _entities: [{ name: "Medium box" }],
  });
});

it.each([
  ["an empty name", { name: " " }, [["REQUIRED", "input.name"]]],
  ["a name that is too long", { name: "x".repeat(256) }, [["TOO_LONG", "input.name"]]],
  [
    "an inside that is longer than the outside, also in other units",
    { outerDimensions: { length: 11, width: 21, height: 16, unit: "IN" } },
    [["INVALID", "input.innerDimensions.length"]],
  ],
  [
    "sides and weights of nothing",
    { innerDimensions: { ...aTemplate.innerDimensions, width: 0 }, maxWeight: { value: -1, unit: "KG" } },
    [
      ["INVALID", "input.innerDimensions.width"],
      ["INVALID", "input.maxWeight.value"],
    ],
  ],
  [
    "a box that weighs as much as it may at most",
    { tareWeight: { value: 160, unit: "OZ" }, maxWeight: { value: 10, unit: "LB" } },
    [["INVALID", "input.tareWeight.value"]],
  ],
  [
    "measures without a unit",
    { maxWeight: { value: 10 }, innerDimensions: { length: 1, width: 1, height: 1 } },
    [
      ["REQUIRED", "input.innerDimensions.unit"],
      ["REQUIRED", "input.maxWeight.unit"],
    ],
  ],
  ["a package type that nobody knows", { packageType: "UPS_LETTERS" }, [["INVALID", "input.packageType"]]],
])("refuses %s", async (_, over, expected) => {
  const answer = await run("createPackageTemplate", { ...aTemplate, ...over });
  expect(refusals(answer)).toEqual(expected);
  expect(answer.packageTemplate).toBeNull();
});

describe("a change", () => {
  const made = async () => (await createTemplate(service)).packageTemplate.id as string;

  it("keeps what is absent and is audited, with the names withheld", async () => {
    const packageTemplateId = await made();
    const changes = { packageTemplateId, name: "Letter", packageType: "UPS_LETTER" };
    const { packageTemplate, clearedFields } = await run("updatePackageTemplate", changes);
    expect(packageTemplate).toMatchObject({ name: "Letter", maxWeight: { value: 10, unit: "KG" } });
    expect(clearedFields).toEqual([]);
    const { auditEvents } = await service.run(
      `query ($filter: AuditEventFilter) { auditEvents(filter: $filter) { nodes { kind changes { field after } } } }`,
      { filter: { targetId: packageTemplateId, kind: ["PACKAGE_TEMPLATE_UPDATED"] } },
    );
    const told = [
      { field: "name", after: null },
      { field: "packageTypeCode", after: "UPS_LETTER" },
    ];
    expect(auditEvents.nodes).toEqual([{ kind: "PACKAGE_TEMPLATE_UPDATED", changes: told }]);
  });

  it("is refused where the result would not fit together", async () => {
    const packageTemplateId = await made();
    const outerDimensions = { ...aTemplate.outerDimensions, length: 29 };
    const answer = await run("updatePackageTemplate", { packageTemplateId, outerDimensions });
    expect(refusals(answer)).toEqual([["INVALID", "input.innerDimensions.length"]]);
  });
});

it("archives a template once, after which it is listed only when asked for and is not changed", async () => {
  const { packageTemplate } = await createTemplate(service, { name: "Old box" });
  const { id: packageTemplateId } = packageTemplate;
  const first = await run("archivePackageTemplate", { packageTemplateId });
  expect(first.packageTemplate.archivedAt).toEqual(expect.any(String));
  expect(await run("archivePackageTemplate", { packageTemplateId })).toEqual(first);
  expect(refusals(await run("updatePackageTemplate", { packageTemplateId, name: "New" }))).toEqual([
    ["NOT_ALLOWED", "input.packageTemplateId"],
  ]);
  const names = async (filter: object | null) => {
    const source = `query ($filter: PackageTemplateFilter) { packageTemplates(filter: $filter) { nodes { name } } }`;
    const { packageTemplates } = await service.run(source, { filter });
    return packageTemplates.nodes.map(({ name }: { name: string }) => name);
  };
  expect(await names(null)).not.toContain("Old box");
  expect(await names({ includeArchived: true })).toContain("Old box");
});
