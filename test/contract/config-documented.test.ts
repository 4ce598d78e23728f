import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { configVariables } from "../../src/config-variables.js";

const root = resolve(__dirname, "../..");
const lines = readFileSync(join(root, ".env.example"), "utf8").split("\n");
const assignment = /^(?:# )?([A-Z][A-Z0-9_]*)=(.*)$/;
const documented = lines.flatMap((line) => assignment.exec(line)?.[1] ?? []);

function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? sources(path) : path.endsWith(".ts") ? [path] : [];
  });
}

describe(".env.example", () => {
  it("lists every variable that the configuration reads, once, and no other", () => {
    expect(documented.length).toBeGreaterThan(30);
    expect([...documented].sort()).toEqual(Object.keys(configVariables).sort());
  });

  it("explains each variable in the line above it", () => {
    const unexplained = lines.filter((line, at) => {
      const above = lines[at - 1] ?? "";
      return assignment.test(line) && (!/^# \S/.test(above) || assignment.test(above));
    });
    expect(unexplained).toEqual([]);
  });

  it("shows the defaults that the configuration has", () => {
    const shown = new Map(
      lines.flatMap((line) => (assignment.exec(line) ? [line.replace("# ", "").split("=")] : [])) as [string, string][],
    );
    const wrong = Object.entries(configVariables).filter(([name, schema]) => {
      const byDefault = schema.parse(undefined);
      if (byDefault === undefined || (Array.isArray(byDefault) && byDefault.length === 0)) return false;
      return JSON.stringify(schema.parse(shown.get(name))) !== JSON.stringify(byDefault);
    });
    expect(wrong.map(([name]) => name)).toEqual([]);
  });
});

describe("process.env", () => {
  it("is read nowhere in the sources but handed on whole by the entry points", () => {
    const files = sources(join(root, "src"));
    expect(files.length).toBeGreaterThan(10);
    const readers = files.filter((file) =>
      /process\s*(\.env|\[.env.\])/.test(readFileSync(file, "utf8").replaceAll(/\w\(process\.env\)/g, "")),
    );
    expect(readers.map((file) => file.slice(root.length + 1))).toEqual([]);
  });
});

describe("docs/operations.md", () => {
  const page = readFileSync(join(root, "docs/operations.md"), "utf8");
  const variables = Object.entries(configVariables);

  it("names every limit", () => {
    const limits = variables.map(([name]) => name).filter((name) => /^(MAX|RATE_LIMIT|SPEND_MAX)_/.test(name));
    expect(limits.length).toBeGreaterThan(20);
    expect(limits.filter((name) => !page.includes(`\`${name}\``) && !page.includes(`\`${name}=`))).toEqual([]);
  });

  it("tells the defaults of its limits as the configuration has them", () => {
    const told = [
      ...page.matchAll(/`([A-Z_]+)` \((\d[\d,]*)[);]/g),
      ...page.matchAll(/^\| `([A-Z_]+)` \|.*\| (\d[\d,]*) \|$/gm),
    ].map(([, name = "", value = ""]) => [name, value.replaceAll(",", "")] as const);
    const wrong = told.filter(([name, value]) => {
      const byDefault = variables.find(([each]) => each === name)?.[1].parse(undefined);
      return byDefault !== undefined && String(byDefault) !== value;
    });
    expect(told.length).toBeGreaterThan(15);
    expect(wrong).toEqual([]);
  });
});
