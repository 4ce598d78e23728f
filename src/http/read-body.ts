import type { IncomingMessage } from "node:http";
import { whileAside } from "../admission/work.js";
import { refuseLargeJson } from "../security/operation-limits/input-values.js";
import type { OperationLimits } from "../security/operation-limits/limits.js";
import { BodyReader, type SendingLimits } from "./body-reader.js";
import { refuseIllFormedJson, refuseUnlessUtf8 } from "./ill-formed.js";
import { maxBodyBytes, refuseUnlessOneFile, refuseUnlessUpload, tooLarge } from "./large-body.js";
import { RequestRefusal } from "./request-refusal.js";
import type { BodyPass } from "./upload-door.js";

/** How slowly a body may come, and how much its JSON may hold. */
export interface BodyLimits {
  sending: SendingLimits;
  input: OperationLimits;
}

/** A client that sends its body more slowly than that keeps no other request waiting. */
const slowMs = 50;

/**
 * The JSON value in the body; undefined for an empty one or when the request says that it is no JSON. Throws a
 * RequestRefusal for more than 1 MB that is no upload, an encoding other than UTF-8 and malformed JSON,
 * OPERATION_TOO_COMPLEX for more values than anybody needs, BAD_USER_INPUT for text that is no text.
 */
export async function readJson(request: IncomingMessage, pass: BodyPass, limits: BodyLimits): Promise<unknown> {
  const { "content-type": contentType = "", "content-encoding": encoding = "identity" } = request.headers;
  if (!isJson(contentType)) return undefined;
  if (encoding !== "identity") throw new RequestRefusal(415, "Send the body without a content encoding.");
  const bytes = await whileAside(() => readBytes(request, pass, limits.sending), slowMs);
  refuseUnlessOneFile(bytes);
  refuseLargeJson(bytes, limits.input);
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

async function readBytes(request: IncomingMessage, pass: BodyPass, limits: SendingLimits): Promise<Buffer> {
  const announced = Number(request.headers["content-length"] ?? 0);
  if (announced > pass.limitBytes) throw tooLarge(pass.limitBytes);
  const reader = new BodyReader(request, limits);
  const enter = async () => {
    await pass.enter();
    reader.pace();
  };
  if (announced > maxBodyBytes) await enter();
  const parts: Buffer[] = [];
  let size = 0;
  await reader.read((part) => {
    size += part.length;
    pass.receive(part.length);
    if (size > pass.limitBytes) throw tooLarge(pass.limitBytes);
    parts.push(part);
    return size > maxBodyBytes && !pass.isInside ? enter() : undefined;
  });
  return Buffer.concat(parts);
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
