import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { extname, join } from "node:path";
import { fileURLToPath } from "node:url";

const page = fileURLToPath(new URL("../page", import.meta.url));
/** lit-html as it is published: one module, without a build. */
const library = fileURLToPath(new URL("../../../node_modules/lit-html/lit-html.js", import.meta.url));

const contentTypes = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".svg": "image/svg+xml",
};

/** What the shop shows by its path: the page's files and the library that they import. Nothing else can be asked for. */
export async function readPageFiles() {
  const files = new Map();
  for (const entry of await readdir(page, { recursive: true, withFileTypes: true })) {
    const file = join(entry.parentPath, entry.name);
    if (entry.isFile()) files.set(file.slice(page.length), await readAs(file));
  }
  files.set("/lit-html.js", await readAs(library));
  for (const path of ["/", "/track"]) files.set(path, files.get("/index.html"));
  return files;
}

async function readAs(file) {
  return { contentType: contentTypes[extname(file)], body: await readFile(file) };
}

/** For the page's policy: its import map is the only script in it. */
export function hashOfImportMap(html) {
  const [, text] = /<script type="importmap">([^<]+)<\/script>/.exec(html);
  return `sha256-${createHash("sha256").update(text).digest("base64")}`;
}
