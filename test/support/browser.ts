import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright-core";

const commonPaths = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

/** CHROMIUM_PATH, else where browsers usually are; null: none is installed. */
export function findBrowser(): string | null {
  const path = process.env.CHROMIUM_PATH;
  return (path ? [path] : commonPaths).find((path) => existsSync(path)) ?? null;
}

const flags = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** A browser with a profile of its own that reaches this machine only; other addresses fail as without a network. */
export async function openBrowser(executablePath: string) {
  const profile = await mkdtemp(join(tmpdir(), "shipping-browser-"));
  const browser = await chromium.launchPersistentContext(profile, {
    executablePath,
    args: flags,
    viewport: { width: 1440, height: 900 },
  });
  const outside: string[] = [];
  await browser.route(/^https?:\/\/(?!127\.0\.0\.1[:/])/, (route) => {
    outside.push(route.request().url());
    return route.abort("internetdisconnected");
  });
  return {
    browser,
    /** What was asked of other machines. */
    outside,
    async close() {
      await browser.close();
      await rm(profile, { recursive: true, force: true });
    },
  };
}
