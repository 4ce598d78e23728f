import { readExampleOperations } from "../../src/http/explorer/example-operations.js";
import type { HttpServer } from "../../src/http/http-options.js";
import { startExampleService, startHttpService } from "../support/http-service.js";
import type { TestService } from "../support/service.js";

/** A text that is none, in the way that JSON and GraphQL write it. */
const illFormed = [
  ["half of a pair at the start", String.raw`\udc00A`],
  ["half of a pair at the end", String.raw`A\ud83d`],
  ["a pair the wrong way round", String.raw`\udc00\ud800`],
  ["NUL", String.raw`A\u0000B`],
] as const;

let service: TestService;
let http: HttpServer;
beforeAll(async () => {
  service = await startExampleService();
  http = await startHttpService(service);
});
afterAll(async () => {
  await http?.stop();
  await service?.close();
});
beforeEach(() => service.control.clearRequests());

// biome-ignore lint/suspicious/noExplicitAny: answers have as many shapes as tests
async function post(body: string | Buffer): Promise<{ status: number; answer: any }> {
  const headers = { "content-type": "application/json" };
  const response = await fetch(`${http.url}/graphql`, { method: "POST", headers, body: body as never });
  return { status: response.status, answer: await response.json() };
}

async function get(search: string) {
  const response = await fetch(`${http.url}/graphql?${search}`, { headers: { "apollo-require-preflight": "1" } });
  return { status: response.status, answer: await response.json() };
}

const refusal = (field: string[]) => ({
  status: 400,
  answer: {
    errors: [
      {
        message: expect.stringContaining("not well-formed Unicode, or holds a NUL character"),
        extensions: { code: "BAD_USER_INPUT", retryable: false, field, traceId: expect.any(String) },
      },
    ],
  },
});

const nothingDone = async () =>
  expect([await service.control.requests(), (await service.run("{ shipments { totalCount } }")).shipments]).toEqual([
    [],
    { totalCount: 0 },
  ]);

const tracker = 'query ($number: String!) { tracker(trackingNumber: $number, carrierCode: "UPS") { id } }';

describe.each(illFormed)("%s", (_, text) => {
  it("in a variable is refused with its path, before anything is done", async () => {
    expect(await post(`{"query":${JSON.stringify(tracker)},"variables":{"number":"${text}"}}`)).toEqual(
      refusal(["number"]),
    );
    await nothingDone();
  });

  it("is refused deep in an input, in an item of a list and in a name", async () => {
    const operations = await readExampleOperations();
    const { document, variables } = operations.find(({ name }) => name === "buy-first-label")!;
    const change = (path: string[], value: unknown) => {
      const copy = structuredClone(variables);
      const holder = path.slice(0, -1).reduce((at, name) => at[name] as Record<string, unknown>, copy);
      holder[path.at(-1)!] = value;
      return post(JSON.stringify({ query: document, variables: copy }).replace("BAD", () => text));
    };
    expect(await change(["shipTo", "name"], "BAD")).toEqual(refusal(["shipTo", "name"]));
    expect(await change(["shipTo", "lines"], ["1 Main St", "BAD"])).toEqual(refusal(["shipTo", "lines", "1"]));
    expect(await change(["shipTo", "BAD"], 1)).toEqual(refusal(["shipTo"]));
    await nothingDone();
  });

  it("in the name of the operation is refused", async () => {
    expect(await post(`{"query":"query A { __typename }","operationName":"${text}"}`)).toEqual(
      refusal(["operationName"]),
    );
  });
});

describe("in a document", () => {
  it("NUL, as it is or escaped, is refused with the place of the argument", async () => {
    const document = (text: string) => `{ tracker(trackingNumber: "${text}", carrierCode: "UPS") { id } }`;
    const field = ["tracker", "trackingNumber"];
    for (const text of ["A\0B", String.raw`A\u0000B`, String.raw`A\u{0}B`, String.raw`A\u{0000}`])
      expect(await post(JSON.stringify({ query: document(text) }))).toEqual(refusal(field));
    const block = `{ tracker(trackingNumber: """A\0B""", carrierCode: "UPS") { id } }`;
    expect(await post(JSON.stringify({ query: block }))).toEqual(refusal(field));
    expect(await post(JSON.stringify({ query: "{ __typename } # \0" }))).toEqual(refusal(["query"]));
    await nothingDone();
  });

  it("half of a pair is refused, as it is and escaped", async () => {
    const raw = String.raw`{"query":"{ tracker(trackingNumber: \"A\ud83d\", carrierCode: \"UPS\") { id } }"}`;
    expect(await post(raw)).toEqual(refusal(["query"]));
    const escaped = String.raw`{ tracker(trackingNumber: "A\uD83D", carrierCode: "UPS") { id } }`;
    const { status, answer } = await post(JSON.stringify({ query: escaped }));
    expect([status, answer.errors[0].extensions.code]).toEqual([400, "GRAPHQL_PARSE_FAILED"]);
    await nothingDone();
  });

  it("what only looks like an escape is text", async () => {
    const query = String.raw`{ shipments(filter: { search: """A\u0000B""" }) { totalCount } }`;
    const { status, answer } = await post(JSON.stringify({ query }));
    expect([status, answer.errors?.[0]?.extensions.field]).toEqual([expect.any(Number), undefined]);
  });
});

describe("a body that is not UTF-8", () => {
  const bodyWith = (bytes: number[]) =>
    Buffer.concat([
      Buffer.from(`{"query":${JSON.stringify(tracker)},"variables":{"number":"Jos`),
      Buffer.from(bytes),
      Buffer.from(`"}}`),
    ]);

  it.each([
    ["Latin-1", [0xe9]],
    ["an overlong slash", [0xc0, 0xaf]],
    ["an overlong NUL", [0xc0, 0x80]],
    ["a surrogate in three bytes", [0xed, 0xa0, 0x80]],
    ["a letter cut short", [0xe2, 0x82]],
    ["beyond Unicode", [0xf4, 0x90, 0x80, 0x80]],
    ["a byte that never is", [0xff]],
  ])("is refused with the path: %s", async (_, bytes) => {
    expect(await post(bodyWith(bytes))).toEqual(refusal(["number"]));
    await nothingDone();
  });

  it("is refused where nobody can say what it means", async () => {
    expect(await post(Buffer.from([0x7b, 0xff]))).toEqual(refusal([]));
  });
});

describe("a query string", () => {
  it.each([
    ["query=%7B__typename%7D&operationName=%ff", ["operationName"]],
    ["query=%7B__typename%7D&operationName=%C0%80", ["operationName"]],
    ["query=%7B__typename%7D&operationName=A%00", ["operationName"]],
    [`query=x&variables=${encodeURIComponent(String.raw`{"number":"\udc00"}`)}`, ["number"]],
    ["query=%7B__typename%7D%ED%A0%80", ["query"]],
    ["query=%7B__typename%7D%23%00", ["query"]],
  ])("of bytes that are no text is refused: %s", async (search, field) => {
    expect(await get(search)).toEqual(refusal(field));
  });
});

it("every letter that there is, non-characters too, is kept as it is", async () => {
  const name = "Łódź 🙂 \u{10ffff} \uffff \ufdd0 العربية \\u0000";
  const query = `mutation ($input: UpdateShippingMethodInput!) { updateShippingMethod(input: $input) {
    shippingMethod { name } userErrors { code field } } }`;
  const { shippingMethods } = await service.run("{ shippingMethods { nodes { id } } }");
  const input = { shippingMethodId: shippingMethods.nodes[0].id, name };
  const { answer } = await post(
    JSON.stringify({ query, variables: { input } }).replace("🙂", String.raw`\ud83d\ude42`),
  );
  expect(answer.data.updateShippingMethod).toEqual({ shippingMethod: { name }, userErrors: [] });
});
