import type { IncomingMessage } from "node:http";
import { Refusal } from "../answer.js";

const limitBytes = 20 * 1024 * 1024;

/** The whole body as text; a sender that goes on for ever is cut off. */
export async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > limitBytes) throw new Refusal("10013", "The message is too large.", 413);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}

/** Forms become objects; JSON is parsed; no body is undefined. */
export function parseBody(text: string, contentType: string): unknown {
  if (text === "") return undefined;
  if (contentType.startsWith("application/x-www-form-urlencoded")) {
    return Object.fromEntries(new URLSearchParams(text));
  }
  try {
    return JSON.parse(text);
  } catch {
    throw new Refusal("10001", "The JSON request is not well formed.");
  }
}
