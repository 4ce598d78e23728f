import { overloaded } from "../admission/overloaded.js";
import { type Party, strangers } from "../admission/party.js";
import type { AppError } from "../errors.js";
import { RateLimited } from "../rate-limits/rate-limited.js";
import type { RateLimits } from "../rate-limits/rate-limits.js";
import { HeldFiles } from "./held-files.js";
import type { HttpServerOptions } from "./http-options.js";
import { type Handler, type Reply, textReply } from "./reply.js";

type DownloadOptions = Pick<HttpServerOptions, "verifyLink" | "download" | "now" | "rateLimits">;

/** Files by signed link. The link is the credential: no token and no router secret are asked for. */
export function createDownloads({ verifyLink, download, now, rateLimits }: DownloadOptions): Handler {
  const held = new HeldFiles();
  return async (_, url) => {
    const target = targetOf({ verifyLink, now }, url);
    if (target === null) return textReply(403, "This link is not valid or has expired. Ask for a new one.");
    const refusal = await tooOften(rateLimits, url.search);
    if (refusal !== null) return refusal;
    if (held.isFull(target.tenantId)) return unavailable(overloaded("Too many files wait to be taken at the moment."));
    const file = await download(target);
    if (file === null) return textReply(404, "This file is no longer there, or cannot be made.");
    if ("reason" in file) return textReply(404, file.reason);
    return {
      status: 200,
      headers: {
        "content-type": file.contentType,
        "content-disposition": attachment(file.fileName),
        "cache-control": "no-store",
        "referrer-policy": "no-referrer",
        "content-security-policy": "default-src 'none'; sandbox",
      },
      body: file.bytes,
      onSent: held.hold(target.tenantId, file.bytes.length),
    };
  };
}

const targetOf = ({ verifyLink, now }: Pick<DownloadOptions, "verifyLink" | "now">, url: URL) =>
  verifyLink(url.pathname + url.search, now());

/** Whose shares a download takes: its tenant's own for files. */
export function partyOfLink(options: Pick<DownloadOptions, "verifyLink" | "now">, url: URL): Party {
  const target = targetOf(options, url);
  return target === null ? strangers : { tenant: target.tenantId, kind: "FILES" };
}

/** Whoever has the link may open it; more than a person does in a minute is nobody who wants the file. */
async function tooOften(limits: RateLimits | undefined, link: string): Promise<Reply | null> {
  try {
    await limits?.ofLink(link).spend();
    return null;
  } catch (error) {
    if (error instanceof RateLimited) return textReply(429, error.message, error.headers);
    throw error;
  }
}

/** The answer while there is too much to do. */
export function unavailable({ message, retryAfterSeconds }: AppError): Reply {
  return textReply(503, message, { "retry-after": String(retryAfterSeconds) });
}

/** Both forms of RFC 6266: one that every client reads, one that keeps every character. */
function attachment(fileName: string): string {
  const plain = fileName.replaceAll(/[^\w. -]/g, "_");
  const encoded = encodeURIComponent(fileName).replaceAll(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16)}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
