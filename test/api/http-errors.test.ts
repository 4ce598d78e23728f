import { canary, someone, startTestHttpServer } from "../support/http.js";

let server: Awaited<ReturnType<typeof startTestHttpServer>>;
beforeAll(async () => {
  server = await startTestHttpServer();
});
afterAll(() => server.stop());

const traceId = "0af7651916cd43dd8448eb211c80319c";
const traced = { traceparent: `00-${traceId}-b7ad6b7169203331-01` };

describe("an error that a client sees", () => {
  it("says nothing of a bug but the trace id under which the log knows it", async () => {
    const { status, body } = await server.query('{ bug echo(text: "a") }', traced);
    expect({ status, body }).toEqual({
      status: 200,
      body: {
        data: { bug: null, echo: "a" },
        errors: [
          {
            message: "Something went wrong.",
            locations: [{ line: 1, column: 3 }],
            path: ["bug"],
            extensions: { code: "INTERNAL_SERVER_ERROR", traceId },
          },
        ],
      },
    });
    expect(server.log.lines).toContainEqual(
      expect.objectContaining({ level: "error", trace_id: traceId, error: new Error(`${canary} in a bug`) }),
    );
  });

  it("carries the code, the advice and the message of an AppError, not its cause", async () => {
    const { body } = await server.query("{ unavailable }", traced);
    expect(body.errors).toEqual([
      {
        message: "The carrier gave no usable answer.",
        locations: [{ line: 1, column: 3 }],
        path: ["unavailable"],
        extensions: { code: "CARRIER_UNAVAILABLE", retryable: true, retryAfterSeconds: 7, traceId },
      },
    ]);
  });

  it.each(["bug", "badEnum", "nothing", "unavailable"])("never shows what the server knows about %s", async (field) => {
    const { body } = await server.query(`{ ${field} }`);
    expect(body.errors).toHaveLength(1);
    expect(JSON.stringify(body)).not.toMatch(new RegExp(`${canary}|stack|node_modules|Cannot return`));
  });

  it("tells who asked for the impossible what is wrong with the operation", async () => {
    const { status, body } = await server.query("query ($text: String!) { echo(text: $text) }");
    expect(status).toBe(400);
    expect(body.errors[0]).toMatchObject({
      message: 'Variable "$text" of required type "String!" was not provided.',
      extensions: { code: "BAD_USER_INPUT" },
    });
  });

  it("blames the caller for a null variable where a default stands in for nothing", async () => {
    const { body } = await server.query('query ($text: String = "a") { echo(text: $text) }', {}, { text: null });
    expect(body).toMatchObject({ data: { echo: null }, errors: [{ extensions: { code: "BAD_USER_INPUT" } }] });
  });

  it("makes up a trace id where the caller gives none", async () => {
    const { body } = await server.query("{ bug }", { traceparent: "nonsense" });
    expect(body.errors[0].extensions.traceId).toMatch(/^[0-9a-f]{32}$/);
  });

  it("lists at most five faults and then stops", async () => {
    const { body } = await server.query(`{ ${Array.from({ length: 50 }, (_, n) => `x${n}`).join(" ")} }`);
    expect(body.errors).toHaveLength(6);
    expect(body.errors[5].message).toMatch(/Too many validation errors/);
  });
});

describe("the log line of an operation", () => {
  it("names it, its outcome and its trace, and holds no variable", async () => {
    await server.query("query Fine($text: String!) { echo(text: $text) }", traced, { text: canary });
    const line = server.log.lines.filter(({ message }) => message === "Operation").at(-1);
    expect(line).toEqual({
      level: "info",
      message: "Operation",
      operation: "Fine",
      type: "query",
      outcome: "ok",
      milliseconds: expect.any(Number),
      tenantId: someone.tenantId,
      trace_id: traceId,
      requestId: expect.stringMatching(/^[0-9a-f-]{36}$/),
    });
  });

  it("bears the caller's request id, and the answer does, unless it could hold anything", async () => {
    const ask = async (id: string) => (await server.query("{ __typename }", { "x-request-id": id })).headers;
    expect((await ask("req-17.a:b")).get("x-request-id")).toBe("req-17.a:b");
    expect(server.log.lines.at(-1)).toMatchObject({ requestId: "req-17.a:b" });
    expect((await ask("Jane Doe, 1 Main Street")).get("x-request-id")).toMatch(/^[0-9a-f-]{36}$/);
  });

  it("names the codes of what went wrong", async () => {
    await server.query("query Wrong { bug unavailable }");
    const line = server.log.lines.filter(({ message }) => message === "Operation").at(-1);
    expect(line).toMatchObject({ operation: "Wrong", outcome: "CARRIER_UNAVAILABLE,INTERNAL_SERVER_ERROR" });
  });
});
