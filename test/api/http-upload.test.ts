import { createContext } from "../../src/context.js";
import { refuseUnlessOneFile } from "../../src/http/large-body.js";
import { readDownload } from "../../src/http/read-download.js";
import { scopes } from "../../src/security/scopes.js";
import { createLinkSigner } from "../../src/security/signed-links.js";
import { anUpload, attachDocuments, uploadDocument } from "../support/documents.js";
import { nobody, someone, startTestHttpServer } from "../support/http.js";
import { requestCount } from "../support/purchases.js";
import { seedAccount } from "../support/seed.js";
import { silentLog, startTestService, type TestService } from "../support/service.js";

/** The door through which large bodies come: for one mutation of one scope, and for nothing else. */

let service: TestService;
let server: Awaited<ReturnType<typeof startTestHttpServer>>;
const links = createLinkSigner("", [{ id: "l1", bytes: Buffer.alloc(32, 7) }]);

beforeAll(async () => {
  service = await startTestService();
  await seedAccount(service);
  const caller = { ...someone, tenantId: service.tenantId, scopes: new Set(scopes) };
  const callers = [nobody, caller, { ...caller, scopes: new Set(["quote", "read", "admin"] as const) }];
  server = await startTestHttpServer({
    schema: service.schema,
    createContext: (by) =>
      createContext(by, {
        deps: service.deps,
        log: silentLog,
        signLink: (target) => {
          const { url, expiresAt } = links.sign(target, new Date());
          return { url, expiresAt: expiresAt.toISOString() };
        },
      }),
    authenticate: async ({ authorization }) => callers[Number(authorization ?? 0)]!,
    download: (target) => readDownload(service.deps, target),
    verifyLink: (link, now) => links.verify(link, now),
  });
});
beforeEach(() => service.control.clearRequests());
afterAll(async () => {
  await server.stop();
  await service.close();
});

const shipper = { authorization: "1" };
const megabytes = (count: number) => Buffer.alloc(count * 1024 * 1024, "x").toString("base64");
const ask = (query: string, variables: unknown, headers: Record<string, string> = shipper) =>
  server.query(query, headers, variables);
const large = () => anUpload({ fileName: "large.txt", base64: megabytes(2) });

describe("a body above 1 MB", () => {
  it("is let in for an upload: 10 MB of file", async () => {
    const { status, body } = await ask(uploadDocument, { input: anUpload({ base64: megabytes(10) }) });
    expect(status).toBe(200);
    expect(body.data.uploadShippingDocument.userErrors).toEqual([]);
    expect(await requestCount(service, "UPLOAD_DOCUMENT")).toBe(1);
  });

  it("is let in whatever the variables are called and however the body comes", async () => {
    const query = `mutation Send($name: String!, $bytes: String!) {
      uploadShippingDocument(input: { kind: DECLARATION, fileName: $name, base64: $bytes }) { document { id } } }`;
    const text = JSON.stringify({ query, operationName: "Send", variables: { name: "a.txt", bytes: megabytes(2) } });
    const stream = new ReadableStream({
      start(controller) {
        controller.enqueue(new TextEncoder().encode(text));
        controller.close();
      },
    });
    const response = await server.get("/graphql", {
      method: "POST",
      headers: { "content-type": "application/json", ...shipper },
      body: stream,
      duplex: "half",
    } as object);
    expect([response.status, await response.json()]).toEqual([
      200,
      { data: { uploadShippingDocument: { document: { id: expect.stringMatching(/^doc_/) } } } },
    ]);
  });

  it.each([
    ["no token", {}, [401, "UNAUTHENTICATED"]],
    ["a token without the scope ship", { authorization: "2" }, [413, "BAD_REQUEST"]],
  ])("is refused with %s", async (_, headers, expected) => {
    const { status, body } = await ask(uploadDocument, { input: large() }, headers as Record<string, string>);
    expect([status, body.errors[0].extensions.code]).toEqual(expected);
  });

  it.each([
    ["another mutation", attachDocuments, { input: { shipmentId: "x".repeat(2 * 1024 * 1024), documentIds: [] } }],
    ["a query", "query ($a: ID!) { shipment(id: $a) { id } }", { a: "x".repeat(2 * 1024 * 1024) }],
    [
      "an upload with something beside it",
      `mutation ($input: UploadShippingDocumentInput!) {
        uploadShippingDocument(input: $input) { document { id } }
        deleteShippingDocument(input: { documentId: "doc_1" }) { document { id } } }`,
      { input: anUpload({ base64: megabytes(2) }) },
    ],
    [
      "two uploads of one file",
      `mutation ($input: UploadShippingDocumentInput!) {
        a: uploadShippingDocument(input: $input) { document { id } }
        b: uploadShippingDocument(input: $input) { document { id } } }`,
      { input: anUpload({ base64: megabytes(2) }) },
    ],
    [
      "an upload behind a fragment",
      `mutation ($input: UploadShippingDocumentInput!) { ...f }
       fragment f on Mutation { uploadShippingDocument(input: $input) { document { id } } }`,
      { input: anUpload({ base64: megabytes(2) }) },
    ],
    [
      "a file in the document's text",
      `mutation { uploadShippingDocument(input: { kind: DECLARATION, fileName: "a.txt", base64: "${megabytes(2)}" }) { document { id } } }`,
      undefined,
    ],
    ["a second large variable", uploadDocument, { input: anUpload({ base64: megabytes(2) }), more: megabytes(2) }],
    ["what is no GraphQL", "mutation {{", { a: "x".repeat(2 * 1024 * 1024) }],
  ])("is refused for %s, and nothing is done", async (_, query, variables) => {
    const { status, body } = await ask(query, variables);
    expect([status, body.errors[0].extensions.code]).toEqual([413, "BAD_REQUEST"]);
    expect(await service.control.requests()).toEqual([]);
  });

  it.each([
    ["brackets beside a name", `{"query":"","variables":{"a":[${"{},".repeat(1_000_000)}{}]}}`],
    ["quotes", `{"query":"","variables":{"a":[${'"",'.repeat(1_000_000)}""]}}`],
    ["brackets in a text", `{"query":"","variables":{"a":"${"[{},".repeat(1_000_000)}"}}`],
  ])("is told from a file without being parsed: %s", (_, text) => {
    expect(() => refuseUnlessOneFile(Buffer.from(text))).toThrow("may be larger");
  });

  it("is refused for deep nesting beside an upload, and nothing breaks", async () => {
    const deep = "[".repeat(600_000) + "]".repeat(600_000);
    const input = JSON.stringify(anUpload());
    const body = `{"query":${JSON.stringify(uploadDocument)},"variables":{"input":${input},"deep":${deep}}}`;
    const headers = { "content-type": "application/json", ...shipper };
    expect((await server.get("/graphql", { method: "POST", headers, body })).status).toBe(413);
  });

  it("is refused above 14 MB for everybody", async () => {
    const { status } = await ask(uploadDocument, { input: anUpload({ base64: megabytes(11) }) });
    expect(status).toBe(413);
  });

  it("waits for its turn when many come at once, and all get one", async () => {
    const answers = await Promise.all(
      Array.from({ length: 12 }, (_, index) =>
        ask(uploadDocument, { input: anUpload({ fileName: `many-${index}.txt`, base64: megabytes(2) }) }),
      ),
    );
    expect(answers.map(({ body }) => body.data.uploadShippingDocument.userErrors)).toEqual(answers.map(() => []));
    expect(await requestCount(service, "UPLOAD_DOCUMENT")).toBe(12);
  });

  it("frees its place when its sender goes away", async () => {
    for (let count = 0; count < 10; count += 1) {
      const abort = new AbortController();
      const sent = fetch(`${server.local}/graphql`, {
        method: "POST",
        headers: { "content-type": "application/json", ...shipper },
        body: new ReadableStream({
          start(controller) {
            controller.enqueue(new TextEncoder().encode(`{"query":"${"x".repeat(1_100_000)}`));
            abort.abort();
          },
        }),
        duplex: "half",
        signal: abort.signal,
      } as object);
      await expect(sent).rejects.toThrow();
    }
    const { body } = await ask(uploadDocument, { input: large() });
    expect(body.data.uploadShippingDocument.userErrors).toEqual([]);
  });
});

describe("a document's link", () => {
  it("downloads exactly what was uploaded, as a file that no browser shows", async () => {
    const bytes = Buffer.from("<script>alert(1)</script>");
    const input = anUpload({ fileName: "Liste <ü>.txt", base64: bytes.toString("base64") });
    const { document } = (await ask(uploadDocument, { input })).body.data.uploadShippingDocument;
    const response = await server.get(document.file.url);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      "content-type": "text/plain; charset=utf-8",
      "content-disposition": expect.stringMatching(/^attachment; filename="Liste ___.txt"; filename\*=UTF-8''Liste%20/),
      "x-content-type-options": "nosniff",
      "cache-control": "no-store",
    });
    expect(Buffer.from(await response.arrayBuffer())).toEqual(bytes);
  });

  it("opens nothing once the document is deleted", async () => {
    const input = anUpload({ fileName: "gone.txt" });
    const { document } = (await ask(uploadDocument, { input })).body.data.uploadShippingDocument;
    const source = `mutation ($id: ID!) { deleteShippingDocument(input: { documentId: $id }) { userErrors { code } } }`;
    await ask(source, { id: document.id });
    expect((await server.get(document.file.url)).status).toBe(404);
  });
});
