import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { Ajv } from "ajv";
import satisfies from "spdx-satisfies";

const root = resolve(__dirname, "../..");
const read = (file: string) => readFileSync(join(root, file), "utf8");
const readJson = (file: string) => JSON.parse(read(file));

/** Licences that ask for their notice and nothing of ours. A package under another one is a decision. */
const permissive = ["0BSD", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "BlueOak-1.0.0", "ISC", "MIT", "Zlib"];
/** Those that ask for more, and what alone may be under them; NOTICE says what each asks for. */
const restricted: Record<string, RegExp> = {
  "Elastic-2.0": /^@apollo\/federation-internals$/,
  "LGPL-3.0-or-later": /^@img\/sharp-(libvips-[\w-]+|wasm32|win32-\w+)$/,
};
/** Of what tests and the build alone use; nothing of it is passed on. */
const ofTools = [...permissive, "CC-BY-3.0", "CC-BY-4.0", "CC0-1.0", "PSF-2.0", "Python-2.0", "Unlicense"];
const elasticTools = ["composition", "gateway", "query-graphs", "query-planner"].map((name) => `@apollo/${name}`);

interface Component {
  purl: string;
  name: string;
  version: string;
  licenses?: { license?: { id?: string; name?: string }; expression?: string }[];
}
const licenceOf = ({ licenses = [] }: Component): string =>
  licenses.map(({ license, expression }) => expression ?? license?.id ?? license?.name ?? "").join(" AND ");

/** An expression that nobody can read allows nothing. */
function isAllowed(licence: string, allowed: string[]): boolean {
  try {
    return satisfies(licence, allowed);
  } catch {
    return false;
  }
}

interface Locked {
  dev?: boolean;
  link?: boolean;
  license?: string;
}
const locked = Object.entries<Locked>(readJson("package-lock.json").packages)
  .filter(([path, { link }]) => path.includes("node_modules/") && !link)
  .map(([path, entry]) => ({ ...entry, name: path.replace(/^.*node_modules\//, "") }));

const bill = JSON.parse(
  execFileSync("npm", ["run", "--silent", "sbom"], { cwd: root, encoding: "utf8", maxBuffer: 64_000_000 }),
);
const components: Component[] = bill.components.filter(({ purl }: Component) => !purl.includes("shipping-subgraph/"));

describe("the bill of materials", () => {
  it("is CycloneDX as its schema says", () => {
    const schemas = "node_modules/@cyclonedx/cyclonedx-library/res/schema";
    const schema = (name: string) => readJson(`${schemas}/${name}.SNAPSHOT.schema.json`);
    const ajv = new Ajv({ strict: false, validateFormats: false });
    for (const name of ["spdx", "jsf-0.82"])
      ajv.addSchema(schema(name), `http://cyclonedx.org/schema/${name}.SNAPSHOT.schema.json`);
    const validate = ajv.compile(schema(`bom-${bill.specVersion}`));
    expect({ isValid: validate(bill), errors: validate.errors }).toEqual({ isValid: true, errors: null });
    expect(bill.metadata.component).toMatchObject({
      name: "shipping-subgraph",
      version: readJson("package.json").version,
    });
    expect(validate({ ...bill, specVersion: 1 })).toBe(false);
  });

  it("holds all that a production install has, and nothing else", () => {
    const named = new Set(components.map(({ name }) => name));
    const installed = new Set(locked.filter(({ dev }) => !dev).map(({ name }) => name));
    expect(named.size).toBeGreaterThan(150);
    expect([...named].sort()).toEqual([...installed].sort());
    expect(Object.keys(readJson("package.json").dependencies).filter((name) => !named.has(name))).toEqual([]);
  });
});

describe("licences", () => {
  it("in production are permissive, or named one by one", () => {
    const unknown = components.filter((component) => {
      const special = Object.keys(restricted).filter((licence) => restricted[licence]!.test(component.name));
      return !isAllowed(licenceOf(component), [...permissive, ...special]);
    });
    expect(unknown.map((component) => `${component.name}: ${licenceOf(component)}`)).toEqual([]);
  });

  it("of tools are known ones: gateway and composition restrict who may offer them as a service", () => {
    const tools = locked.filter(({ dev }) => dev);
    const unknown = tools.filter(({ license }) => !isAllowed(license ?? "", ofTools));
    expect([...new Set(unknown.map(({ name }) => name))].sort()).toEqual(elasticTools);
  });

  it("are looked at by `npm run check`", () => {
    const { check } = readJson("package.json").scripts;
    const suites = / && jest (\S+)$/.exec(check)?.[1] ?? "none";
    expect(`test/contract/licences.test.ts`).toMatch(suites);
  });

  it("that nobody knows are refused", () => {
    for (const licence of [
      "",
      "UNLICENSED",
      "SEE LICENSE IN LICENSE",
      "AGPL-3.0-only",
      "MIT AND GPL-3.0-only",
      "BUSL-1.1",
    ])
      expect(isAllowed(licence, ofTools)).toBe(false);
    expect(isAllowed("(MIT OR GPL-3.0-only)", permissive)).toBe(true);
  });
});

it("NOTICE names what runs in production under terms that ask for more, and nothing that does not", () => {
  const notice = read("NOTICE");
  for (const licence of Object.keys(restricted)) {
    const section = notice.split(`\n${licence}\n`)[1]?.split(/\n-+\n/)[0] ?? "";
    const named = [...section.matchAll(/^ {2}(@?[\w./-]+)$/gm)].map(([, name]) => name);
    const under = components.filter((component) => licenceOf(component).includes(licence)).map(({ name }) => name);
    expect(under.length).toBeGreaterThan(0);
    expect(named).toEqual(under.sort());
  }
});
