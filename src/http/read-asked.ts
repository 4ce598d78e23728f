import type { IncomingMessage } from "node:http";
import { refuseLargeJson } from "../security/operation-limits/input-values.js";
import { type Asked, documentsIn } from "./asked.js";
import { refuseIllFormedQuery } from "./ill-formed.js";
import { type BodyLimits, readJson } from "./read-body.js";
import type { BodyPass } from "./upload-door.js";

/**
 * What the request asks, in its body and in its address. `count` is told the documents before anything is done with
 * them; none: what was sent is no operation, and counts as well. Throws as `readJson` does, of the address too.
 */
export async function readAsked(
  request: IncomingMessage,
  url: URL,
  pass: BodyPass,
  limits: BodyLimits,
  count: (documents: string[]) => Promise<void>,
): Promise<Asked> {
  const json = await readBody(request, pass, limits).catch(async (error: unknown) => {
    await count([]);
    throw error;
  });
  await count(documentsIn({ json, url }));
  for (const input of inputsIn(url)) refuseLargeJson(Buffer.from(input), limits.input);
  refuseIllFormedQuery(url.search);
  return { json, url };
}

async function readBody(request: IncomingMessage, pass: BodyPass, limits: BodyLimits): Promise<unknown> {
  return request.method === "POST" ? readJson(request, pass, limits) : undefined;
}

/** The JSON that Apollo would read from the address. */
function inputsIn(url: URL): string[] {
  return ["variables", "extensions"].flatMap((name) => url.searchParams.getAll(name));
}
