import { readFile } from "node:fs/promises";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build, type Plugin } from "esbuild";
import { edited, type Mutation } from "./mutation.js";

const compiled = fileURLToPath(new URL("../../../../src/", import.meta.url));
const here = fileURLToPath(new URL("./", import.meta.url));
/** They have binaries beside them, belong to a demo only, or are optional and not there. */
const external = ["sharp", "pg-native", "class-validator", "@shipping-subgraph/*"];

/**
 * Writes the compiled server as one file: Node takes five times as long to load its modules one by one. It runs the same
 * code, changed by the mutation if there is one, once `globalThis.startServer` is called. Throws for a mutation that
 * finds nothing to change.
 */
export async function bundleServer(file: string, mutation: Mutation | null): Promise<void> {
  const unused = new Set(mutation?.edits.map((edit) => edit.file));
  await build({
    entryPoints: [`${compiled}main.js`],
    outfile: file,
    bundle: true,
    platform: "node",
    format: "cjs",
    // TypeORM and type-graphql read the names of classes.
    keepNames: true,
    external,
    // Code that V8 has cached cannot import, only require.
    supported: { "dynamic-import": false },
    plugins: [serverPlugin(mutation, (path) => unused.delete(path))],
    logLevel: "error",
  });
  if (unused.size > 0) throw new Error(`The mutation changes files that are not there: ${[...unused].join(", ")}`);
}

/** The server's own files, as they are to run in the bundle. */
function serverPlugin(mutation: Mutation | null, onEdit: (file: string) => void): Plugin {
  return {
    name: "server",
    setup({ onLoad }) {
      onLoad({ filter: /\.js$/, namespace: "file" }, async ({ path }) => {
        if (!path.startsWith(compiled) && !path.startsWith(here)) return undefined;
        const name = path.slice(compiled.length);
        const edits = mutation?.edits.filter(({ file }) => file === name) ?? [];
        if (edits.length > 0) onEdit(name);
        const own = edits.reduce(edited, await readFile(path, "utf8"));
        // What is found from a module's own place is found from there still.
        const contents = own.replaceAll("import.meta.url", JSON.stringify(pathToFileURL(path).href));
        return { contents: name === "main.js" ? startedLater(contents) : contents, loader: "js" };
      });
    },
  };
}

function startedLater(main: string): string {
  return edited(main, { file: "main.js", find: "await main();", by: "globalThis.startServer = main;" });
}
