import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { type Handler, textReply } from "../reply.js";
import { packageRoot } from "./package-root.js";

const script = "text/javascript; charset=utf-8";
const style = "text/css; charset=utf-8";

/** What the explorer page loads from us: our own files and GraphiQL with React, out of their npm packages. */
const files: Record<string, { from: string; path: string; contentType: string }> = {
  "explorer.js": { from: "", path: "explorer/explorer.js", contentType: script },
  "explorer.css": { from: "", path: "explorer/explorer.css", contentType: style },
  "graphiql.min.js": { from: "graphiql", path: "graphiql.min.js", contentType: script },
  "graphiql.min.css": { from: "graphiql", path: "graphiql.min.css", contentType: style },
  "react.production.min.js": { from: "react", path: "umd/react.production.min.js", contentType: script },
  "react-dom.production.min.js": { from: "react-dom", path: "umd/react-dom.production.min.js", contentType: script },
};

/** Packages close their folders to `import` but always show package.json. */
function folderOf(packageName: string): string {
  if (packageName === "") return packageRoot();
  return dirname(createRequire(join(packageRoot(), "package.json")).resolve(`${packageName}/package.json`));
}

export function createExplorerFiles(): Handler {
  return async (_, url) => {
    const name = url.pathname.slice("/explorer/".length);
    const file = Object.hasOwn(files, name) ? files[name] : undefined;
    if (file === undefined) return textReply(404, "Nothing here.");
    return {
      status: 200,
      // Asked again at each load: an update of the server must not meet an old page.
      headers: { "content-type": file.contentType, "cache-control": "no-cache" },
      body: await readFile(join(folderOf(file.from), file.path)),
    };
  };
}
