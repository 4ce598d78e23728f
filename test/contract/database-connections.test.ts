import { readdirSync, readFileSync } from "node:fs";
import { join, relative, resolve } from "node:path";

const source = resolve(__dirname, "../../src");

function filesOf(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(".ts"))
    .map((entry) => join(entry.parentPath, entry.name));
}

/** What of these files hold the pattern, by their paths. */
function holding(pattern: RegExp): string[] {
  return filesOf(source)
    .filter((file) => pattern.test(readFileSync(file, "utf8")))
    .map((file) => relative(source, file))
    .sort();
}

describe("every connection to PostgreSQL", () => {
  it("is made by the one class that listens, keeps alive and knows standbys", () => {
    expect(holding(/\b(new|extends) (\w+\.)?(Client|Pool|Native\w*)\b/)).toEqual([
      "database/server-client.ts",
      // HTTP, to UPS.
      "ups/wire/pools.ts",
    ]);
    expect(holding(/require\(.pg|from "(pg-native|pg-pool|postgres|slonik|pg-listen)"|import\(.pg/)).toEqual([]);
  });

  it("of TypeORM's is made by that class as well", () => {
    const makers = holding(/\bnew DataSource\b/);
    expect(makers).toEqual(["database/data-source.ts", "database/migrate.ts"]);
    for (const file of makers) {
      const text = readFileSync(join(source, file), "utf8");
      expect(text.match(/new DataSource\(/g)).toHaveLength(1);
      expect(text).toMatch(/Client: clientOf\(hosts\)/);
      expect(text).toMatch(/overHosts\(hosts, \(\) => \w+\.initialize\(\)\)/);
    }
  });
});
