import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

const root = resolve(__dirname, "../..");
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "shipping-start-"));
  cpSync(join(root, "start.js"), join(folder, "start.js"));
});
afterEach(() => rmSync(folder, { recursive: true }));

function start(node: string, ...args: string[]) {
  const project = { ...JSON.parse(readFileSync(join(root, "package.json"), "utf8")), engines: { node } };
  writeFileSync(join(folder, "package.json"), JSON.stringify(project));
  return spawnSync(process.execPath, ["start.js", ...args], { cwd: folder, encoding: "utf8" });
}

it("tells an old Node so in one plain sentence, before anything else", () => {
  const { status, stdout, stderr } = start(">=99.1.0");
  expect({ status, stdout, stderr }).toEqual({
    status: 1,
    stdout: "",
    stderr: `This needs Node.js 99.1 or newer, and runs on ${process.versions.node}: install a newer one.\n`,
  });
});

it("tells a Node between two supported ones so, and tries", () => {
  const { status, stdout, stderr } = start("^16.1.0 || ^18.0.0 || >=99.1.0", "--help");
  expect({ status, stderr }).toEqual({
    status: 0,
    stderr: `This needs Node.js 16.1, 18.0, 99.1 or newer, and runs on ${process.versions.node}: it may not work.\n`,
  });
  expect(stdout).toContain("npm start");
});

it("says nothing to a supported one", () => {
  const [major = ""] = process.versions.node.split(".");
  for (const range of [`^${major}.0.0`, `^18.0.0 || ^${major}.0.0 || >=99.1.0`, ">=18.0.0"])
    expect(start(range, "--help").stderr).toBe("");
});

it("is written in words that an old Node reads, else it would show a syntax error instead", () => {
  const code = readFileSync(join(root, "start.js"), "utf8").replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*/g, "");
  expect(code).toContain("checkNode");
  expect(code).not.toMatch(/\?\.|\?\?|^await /m);
});

it("says what it can do, and starts nothing, when asked for help", () => {
  const { status, stdout } = start(">=20.19.0", "--help");
  expect(status).toBe(0);
  expect(stdout).toContain("npm start");
  expect(stdout).toContain(".env.example");
});
