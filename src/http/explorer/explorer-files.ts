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
  "answers.js": { from: "", path: "explorer/answers.js", contentType: script },
  "storage.js": { from: "", path: "explorer/storage.js", contentType: script },
  "explorer.css": { from: "", path: "explorer/explorer.css", contentType: style },
  "graphiql.min.js": { from: "graphiql", path: "graphiql.min.js", contentType: script },
  "graphiql.min.css": { from: "graphiql", path: "graphiql.min.css", contentType: style },
  "react.production.min.js": { from: "react", path: "umd/react.production.min.js", contentType: script },
  "react-dom.production.min.js": { from: "react-dom", path: "umd/react-dom.production.min.js", contentType: script },
};

/** Packages close their folders to `import` but always show package.json. Null: a production install left it out. */
function folderOf(packageName: string): string | null {
  if (packageName === "") return packageRoot();
  const { resolve } = createRequire(join(packageRoot(), "package.json"));
  try {
    return dirname(resolve(`${packageName}/package.json`));
  } catch {
    return null;
  }
}

export function createExplorerFiles(): Handler {
  return async (_, url) => {
    const name = url.pathname.slice("/explorer/".length);
    const file = Object.hasOwn(files, name) ? files[name] : undefined;
    if (file === undefined) return textReply(404, "Nothing here.");
    const folder = folderOf(file.from);
    if (folder === null) return textReply(404, `${file.from} is not installed: production installs leave it out.`);
    return {
      status: 200,
      // Asked again at each load: an update of the server must not meet an old page.
      headers: { "content-type": file.contentType, "cache-control": "no-cache" },
      body: await readFile(join(folder, file.path)),
    };
  };
}
