import { SecretText } from "../../src/carrier/secret-text.js";
import { createLogger, type LogFields, type LogSettings } from "../../src/log.js";

const canary = "canary-7f3a";

function logged(write: (log: ReturnType<typeof createLogger>) => void, settings: Partial<LogSettings> = {}): string {
  const lines: string[] = [];
  const output = { write: (line: string) => void lines.push(line) };
  write(createLogger({ mode: "production", logLevel: "info", ...settings }, output));
  return lines.join("");
}

const jwt = `eyJhbGciOiJSUzI1NiJ9.${Buffer.from(`{"sub":"${canary}"}`).toString("base64url")}.${canary}`;

function parsingFailure(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    return error;
  }
}

const leaks: [string, LogFields][] = [
  ["a client secret", { clientSecret: canary }],
  ["a secret in its wrapper", { value: new SecretText(canary) }],
  ["an access token", { accessToken: canary, access_token: canary }],
  ["request headers", { headers: { "x-anything": canary } }],
  ["the Authorization header in any spelling", { Authorization: canary, "router-authorization": canary }],
  ["a street", { shipTo: { lines: [canary] }, street: canary, addressLines: [canary] }],
  ["a phone number and an e-mail address", { phone: canary, contactEmail: canary }],
  ["a person's name", { name: canary, attentionName: canary, receivedBy: canary }],
  ["a name deep inside", { purchase: { packages: [{ recipient: { x: canary } }] } }],
  ["an account number", { accountNumber: canary }],
  ["operation variables", { variables: { id: canary } }],
  ["label bytes", { file: Buffer.from(canary) }],
  ["a long base64 text", { file: `${"QUJD".repeat(1000)}${canary}` }],
  ["a token inside a text", { reason: `refused ${jwt}` }],
  ["a bearer header inside a text", { reason: `sent authorization: Bearer ${canary}` }],
  ["a signed link", { url: `https://shop.example.com/files/label.pdf?signature=k1.${canary}.x` }],
  ["a database password", { reason: `cannot reach postgresql://app:${canary}@db/x` }],
  [
    "what a driver hangs on its errors",
    { error: Object.assign(new Error("insert failed"), { parameters: [canary], detail: canary }) },
  ],
  ["what was no JSON", { error: parsingFailure(`{"name":${canary}`) }],
  ["the cause of an error", { error: new Error("failed", { cause: { clientSecret: canary } }) }],
];

describe("createLogger", () => {
  it.each(leaks)("hides %s", (_, fields) => {
    const line = logged((log) => {
      log.info("bought", fields);
      log.child(fields).info("bought");
    });
    expect(line.match(/"message":"bought"/g)).toHaveLength(2);
    expect(line).not.toContain(canary);
  });

  it("hides secrets in the message too", () => {
    const line = logged((log) => log.warn(`refused ${jwt}`));
    expect(JSON.parse(line).message).toBe("refused [token]");
  });

  it("writes one JSON line with level, time, message and harmless fields in production", () => {
    const error = Object.assign(new Error("too late"), { code: "ETIMEDOUT" });
    const line = logged((log) => log.child({ requestId: "r1" }).error("UPS call failed", { operation: "SHIP", error }));
    expect(line.endsWith("}\n")).toBe(true);
    expect(JSON.parse(line)).toEqual({
      level: "error",
      time: expect.stringMatching(/^\d{4}-.*Z$/),
      message: "UPS call failed",
      requestId: "r1",
      operation: "SHIP",
      error: {
        type: "Error",
        message: "too late",
        code: "ETIMEDOUT",
        stack: expect.stringContaining("log.test"),
      },
    });
  });

  it("writes one readable line in demo mode, whatever is in the values", () => {
    const line = logged((log) => log.info("ready", { url: "http://127.0.0.1:4000", note: "a\n\u001b[31mb" }), {
      mode: "demo",
    });
    expect(line).toMatch(/^\d\d:\d\d:\d\d\.\d{3} INFO {2}ready url=http:\/\/127\.0\.0\.1:4000 note=a \| \[31mb\n$/);
  });

  it("says nothing below its level", () => {
    expect(logged((log) => log.info("ready"), { logLevel: "warn" })).toBe("");
  });

  it("survives cycles", () => {
    const cycle: Record<string, unknown> = { step: 1 };
    cycle.self = cycle;
    expect(logged((log) => log.info("turn", cycle))).toContain("[deep]");
  });
});
