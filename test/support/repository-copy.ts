import { cp, mkdir, readdir, symlink } from "node:fs/promises";
import { join, resolve } from "node:path";

const root = resolve(__dirname, "../..");
const copied = ["src", "migrations", "packages", "dist", "operations", "explorer", "package.json", "start.js"];
const settings = ["tsconfig.json", "tsconfig.build.json"];

/** The repository with its build in `folder`, to be changed; libraries are links, its own packages are the copied ones. */
export async function copyRepository(folder: string): Promise<void> {
  for (const name of [...copied, ...settings])
    await cp(join(root, name), join(folder, name), { recursive: true, preserveTimestamps: true });
  const libraries = (await readdir(join(root, "node_modules"))).filter((name) => name !== "@shipping-subgraph");
  await mkdir(join(folder, "node_modules/@shipping-subgraph"), { recursive: true });
  for (const name of libraries) await symlink(join(root, "node_modules", name), join(folder, "node_modules", name));
  for (const name of await readdir(join(folder, "packages")))
    await symlink(join(folder, "packages", name), join(folder, "node_modules/@shipping-subgraph", name));
}
