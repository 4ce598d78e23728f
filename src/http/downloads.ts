import type { IncomingMessage } from "node:http";
import { defaultBudgetLimits } from "../admission/budget-limits.js";
import { type Party, strangers } from "../admission/party.js";
import { RequestBudget } from "../admission/request-budget.js";
import { withinBudget } from "../admission/work.js";
import { AppError } from "../errors.js";
import { RateLimited } from "../rate-limits/rate-limited.js";
import type { LinkTarget } from "../security/signed-links.js";
import { DownloadDoor } from "./download-door.js";
import type { HttpServerOptions } from "./http-options.js";
import { type Handler, type Reply, textReply } from "./reply.js";

type DownloadOptions = Pick<HttpServerOptions, "verifyLink" | "download" | "now" | "rateLimits" | "requestBudget">;

/** Files by signed link. The link is the credential: no token and no router secret are asked for. */
export function createDownloads(options: DownloadOptions): Handler {
  const { rateLimits } = options;
  const door = new DownloadDoor();
  const open = async (request: IncomingMessage, url: URL, target: LinkTarget): Promise<Reply> => {
    const link = url.searchParams.get("signature") ?? "";
    await rateLimits?.ofLink(link).spend();
    const opening = { party: partyOfTarget(target), link, isGone: () => request.socket.destroyed };
    const { file, close } = await door.open(opening, () => readWithin(options, target), bytesOf);
    return { ...replyOf(file), onSent: close };
  };
  return async (request, url) => {
    const target = targetOf(options, url);
    if (target === null) return textReply(403, "This link is not valid or has expired. Ask for a new one.");
    return open(request, url, target).catch(refused);
  };
}

const tooLarge = "This file is too large to be made: ask for a document of fewer labels.";

type Read = Awaited<ReturnType<HttpServerOptions["download"]>>;

const bytesOf = (file: Read) => (file !== null && "bytes" in file ? file.bytes.length : 0);

function replyOf(file: Read): Reply {
  if (file === null) return textReply(404, "This file is no longer there, or cannot be made.");
  if ("reason" in file) return textReply(404, file.reason);
  return {
    status: 200,
    headers: {
      "content-type": file.contentType,
      "content-disposition": attachment(file.fileName),
      "cache-control": "no-store",
      "accept-ranges": "none",
      "referrer-policy": "no-referrer",
      "content-security-policy": "default-src 'none'; sandbox",
    },
    body: file.bytes,
  };
}

/** What a file is made of counts like any request's reading: the labels of a whole pick may be gigabytes. */
function readWithin({ download, requestBudget }: DownloadOptions, target: LinkTarget): Promise<Read> {
  const budget = new RequestBudget({ ...defaultBudgetLimits, ...requestBudget });
  return withinBudget(budget, () => download(target));
}

function refused(error: unknown): Reply {
  if (error instanceof AppError && error.code === "REQUEST_BUDGET_EXCEEDED") return textReply(413, tooLarge);
  if (error instanceof RateLimited) return textReply(429, error.message, error.headers);
  if (error instanceof AppError && error.code === "OVERLOADED") return unavailable(error);
  throw error;
}

const targetOf = ({ verifyLink, now }: Pick<DownloadOptions, "verifyLink" | "now">, url: URL) =>
  verifyLink(url.pathname + url.search, now());

/** Whose shares a download takes: its tenant's own for files. */
export function partyOfLink(options: Pick<DownloadOptions, "verifyLink" | "now">, url: URL): Party {
  const target = targetOf(options, url);
  return target === null ? strangers : partyOfTarget(target);
}

const partyOfTarget = ({ tenantId: tenant }: LinkTarget): Party => ({ tenant, kind: "FILES" });

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
