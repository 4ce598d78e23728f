import type { IncomingMessage } from "node:http";
import { RequestRefusal } from "./request-refusal.js";

export const maxBodyBytes = 1_048_576;

/**
 * The JSON value in the body; undefined for an empty one or when the request says that it is no JSON. Throws a
 * RequestRefusal for more than 1 MB, an encoding other than UTF-8 and malformed JSON.
 */
export async function readJson(request: IncomingMessage): Promise<unknown> {
  const { "content-type": contentType = "", "content-encoding": encoding = "identity" } = request.headers;
  if (!isJson(contentType)) return undefined;
  if (encoding !== "identity") throw new RequestRefusal(415, "Send the body without a content encoding.");
  return parseJson(await readBytes(request));
}

function isJson(contentType: string): boolean {
  const [type = "", ...parameters] = contentType.toLowerCase().split(";");
  if (type.trim() !== "application/json") return false;
  const charset = parameters.map((parameter) => parameter.trim()).find((parameter) => parameter.startsWith("charset="));
  if (charset !== undefined && !/^charset="?utf-?8"?$/.test(charset))
    throw new RequestRefusal(415, "Send the body as UTF-8.");
  return true;
}

async function readBytes(request: IncomingMessage): Promise<Buffer> {
  const tooLarge = new RequestRefusal(413, `The body is larger than ${maxBodyBytes} bytes.`);
  if (Number(request.headers["content-length"] ?? 0) > maxBodyBytes) throw tooLarge;
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > maxBodyBytes) throw tooLarge;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function parseJson(bytes: Buffer): unknown {
  if (bytes.length === 0) return undefined;
  try {
    return JSON.parse(bytes.toString("utf8"));
  } catch {
    throw new RequestRefusal(400, "The body is not valid JSON.");
  }
}
