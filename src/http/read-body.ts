import type { IncomingMessage } from "node:http";
import { whileAside } from "../admission/work.js";
import { refuseIllFormedJson, refuseUnlessUtf8 } from "./ill-formed.js";
import { RequestRefusal } from "./request-refusal.js";
import { type BodyPass, maxBodyBytes, refuseUnlessOneFile, refuseUnlessUpload, tooLarge } from "./upload-door.js";

/** A client that sends its body more slowly than that keeps no other request waiting. */
const slowMs = 50;

/**
 * The JSON value in the body; undefined for an empty one or when the request says that it is no JSON. Throws a
 * RequestRefusal for more than 1 MB that is no upload, an encoding other than UTF-8 and malformed JSON, BAD_USER_INPUT for
 * text that is no text.
 */
export async function readJson(request: IncomingMessage, pass: BodyPass): Promise<unknown> {
  const { "content-type": contentType = "", "content-encoding": encoding = "identity" } = request.headers;
  if (!isJson(contentType)) return undefined;
  if (encoding !== "identity") throw new RequestRefusal(415, "Send the body without a content encoding.");
  const bytes = await whileAside(() => readBytes(request, pass), slowMs);
  refuseUnlessOneFile(bytes);
  const json = parseJson(bytes);
  refuseUnlessUpload(json, bytes.length);
  return json;
}

function isJson(contentType: string): boolean {
  const [type = "", ...parameters] = contentType.toLowerCase().split(";");
  if (type.trim() !== "application/json") return false;
  const charset = parameters.map((parameter) => parameter.trim()).find((parameter) => parameter.startsWith("charset="));
  if (charset !== undefined && !/^charset="?utf-?8"?$/.test(charset))
    throw new RequestRefusal(415, "Send the body as UTF-8.");
  return true;
}

async function readBytes(request: IncomingMessage, { limitBytes, enter, receive }: BodyPass): Promise<Buffer> {
  const announced = Number(request.headers["content-length"] ?? 0);
  if (announced > limitBytes) throw tooLarge(limitBytes);
  if (announced > maxBodyBytes) await enter();
  const chunks: Buffer[] = [];
  let size = 0;
  // A loop that is left early must not destroy the connection: its client is to be told why.
  for await (const chunk of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    size += chunk.length;
    receive(chunk.length);
    if (size > limitBytes) throw tooLarge(limitBytes);
    if (size > maxBodyBytes) await enter();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function parseJson(bytes: Buffer): unknown {
  if (bytes.length === 0) return undefined;
  refuseUnlessUtf8(bytes);
  const json = parsed(bytes.toString("utf8"));
  // Only an escape writes in UTF-8 what is no text.
  if (bytes.includes("\\u")) refuseIllFormedJson(json);
  return json;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new RequestRefusal(400, "The body is not valid JSON.");
  }
}
