import { readdir, readFile } from "node:fs/promises";

const folder = new URL("../../operations/tour/", import.meta.url);

/** The operations of the tour in their order: `{ name, title, document, variables }`. */
export async function readTour() {
  const files = (await readdir(folder)).filter((file) => file.endsWith(".graphql")).sort();
  return Promise.all(files.map(readStep));
}

async function readStep(file) {
  const document = await readFile(new URL(file, folder), "utf8");
  const variables = await readFile(new URL(file.replace(/\.graphql$/, ".variables.json"), folder), "utf8");
  const [, title, name] = /^# (.+)\n(?:# .*\n)*(?:query|mutation) (\w+)/.exec(document) ?? [];
  if (!name) throw new Error(`${file} begins with no comment and name`);
  return { name, title, document, variables: JSON.parse(variables) };
}

/** Runs one operation against `url`, with what `answers` has of those before. Throws on errors and on refusals. */
export async function runStep(url, { name, document, variables }, answers) {
  const filled = answers.fillIn(variables);
  if (answers.missingIn(filled))
    throw new Error(`${name} goes on with ${answers.missingIn(filled)}, which gave nothing`);
  const response = await fetch(`${url}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ query: document, variables: filled }),
  });
  const { data, errors } = await response.json();
  const refusals = Object.values(data ?? {}).flatMap((payload) => payload?.userErrors ?? []);
  if (errors || refusals.length > 0) throw new Error(`${name}: ${JSON.stringify(errors ?? refusals)}`);
  answers.remember(name, data);
  return data;
}
