import { isFromRouter } from "../../src/security/router-secret.js";

const current = "current-".repeat(5);
const previous = "previous-".repeat(5);

describe("isFromRouter", () => {
  it.each<[string, string | string[] | undefined, boolean]>([
    ["the current secret", current, true],
    ["the previous secret", previous, true],
    ["no header", undefined, false],
    ["an empty header", "", false],
    ["a wrong secret", "x".repeat(40), false],
    ["the beginning of the secret", current.slice(0, -1), false],
    ["the secret and more", `${current}x`, false],
    ["both secrets at once", [current, previous], false],
  ])("judges %s", (_, header, expected) => {
    expect(isFromRouter(header, [current, previous])).toBe(expected);
  });

  it("refuses a secret that was taken out", () => {
    expect(isFromRouter(previous, [current])).toBe(false);
  });

  it("takes nobody for the router where no secret is configured", () => {
    expect(isFromRouter(undefined, [])).toBe(false);
  });
});
