import { readFileSync } from "node:fs";
import { resolve } from "node:path";

const read = (file: string) => JSON.parse(readFileSync(resolve(__dirname, "../..", file), "utf8"));
const locked: Record<string, { hasInstallScript?: boolean }> = read("package-lock.json").packages;

const withScripts = Object.entries(locked)
  .filter(([, { hasInstallScript }]) => hasInstallScript)
  .map(([path]) => path.replace(/^.*node_modules\//, ""));

/** npm 11.19 and newer run no script that is not allowed, and warn of each that nobody has decided on. */
it("no package's install script is needed, and `npm ci` warns of none", () => {
  expect(withScripts.length).toBeGreaterThan(0);
  const denied = Object.fromEntries([...new Set(withScripts)].map((name) => [name, false]));
  expect(read("package.json").allowScripts).toEqual(denied);
});
