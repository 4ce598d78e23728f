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

/**
 * Runs one operation against `url`. Variables like `<Name.path.to.value>` come from `answers`, `<fresh>` is new in
 * every run. Throws on errors and on refusals; gives the data.
 */
export async function runStep(url, { name, document, variables }, answers, fresh) {
  const response = await fetch(`${url}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ query: document, variables: fillIn(variables, answers, fresh) }),
  });
  const { data, errors } = await response.json();
  const refusals = Object.values(data ?? {}).flatMap((payload) => payload?.userErrors ?? []);
  if (errors || refusals.length > 0) throw new Error(`${name}: ${JSON.stringify(errors ?? refusals)}`);
  return data;
}

function fillIn(value, answers, fresh) {
  if (Array.isArray(value)) return value.map((part) => fillIn(part, answers, fresh));
  if (typeof value === "object" && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, fillIn(part, answers, fresh)]));
  if (typeof value !== "string") return value;
  const [, path] = /^<(\w+\.[\w.]+)>$/.exec(value) ?? [];
  if (!path) return value.replaceAll("<fresh>", fresh);
  const found = path.split(".").reduce((part, key) => part?.[key], answers);
  if (found === undefined || found === null) throw new Error(`${value} is not answered yet`);
  return found;
}
