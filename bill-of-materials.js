/**
 * `npm run --silent sbom`: what runs in production, as a CycloneDX bill of materials on standard output, by npm's own
 * command. It is run on a copy of the lock file from which the tests' dependencies are gone: with `--omit dev` alone npm
 * leaves out whatever tests need as well, such as graphql.
 */
import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(fileURLToPath(import.meta.url));
const temporary = mkdtempSync(join(tmpdir(), "sbom-"));
// The bill is named after its folder.
const copy = join(temporary, "shipping-subgraph");

try {
  for (const file of manifests()) cpSync(join(root, file), join(copy, file));
  npm("pkg", "delete", "devDependencies");
  npm("install", "--package-lock-only", "--offline", "--ignore-scripts");
  process.stdout.write(npm("sbom", "--sbom-format", "cyclonedx", "--omit", "dev", "--package-lock-only"));
} finally {
  rmSync(temporary, { recursive: true, force: true });
}

function manifests() {
  const packages = readdirSync(join(root, "packages")).map((name) => join("packages", name, "package.json"));
  return ["package.json", "package-lock.json", ".npmrc", ...packages];
}

function npm(...words) {
  const options = { cwd: copy, encoding: "utf8", maxBuffer: 64_000_000, stdio: ["ignore", "pipe", "inherit"] };
  // npm itself says where it is; started by hand, it is on the path.
  const { npm_execpath: program } = process.env;
  return program ? execFileSync(process.execPath, [program, ...words], options) : execFileSync("npm", words, options);
}
