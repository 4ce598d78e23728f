import { isLoopback } from "../config-hosts.js";

export interface CheckSettings {
  upsUrl: string;
  accountNumber: string;
  clientId: string;
  clientSecret: string;
  /** UPS's own test host, or a stand-in on loopback: what is booked there is a sample. */
  isTestHost: boolean;
  /** Between two calls: UPS publishes no limits. */
  pauseMs: number;
}

const testHost = "wwwcie.ups.com";
const credentials = ["UPS_ACCOUNT_NUMBER", "UPS_CLIENT_ID", "UPS_CLIENT_SECRET"] as const;

/** What the environment and the arguments say. Throws plain sentences, which never hold a credential. */
export function readSettings(environment: NodeJS.ProcessEnv, args: readonly string[]): CheckSettings {
  const missing = credentials.filter((name) => !environment[name]);
  if (missing.length > 0) throw new Error(`Set ${missing.join(", ")}: see docs/setup-ups.md, part 4.`);
  const upsUrl = new URL(environment.UPS_TEST_BASE_URL || `https://${testHost}`);
  const isTestHost = upsUrl.hostname === testHost || isLoopback(upsUrl.hostname);
  if (!isTestHost && !args.includes("--production"))
    throw new Error(`${upsUrl.hostname} is not UPS's test host. With --production it is asked what books nothing.`);
  if (upsUrl.protocol !== "https:" && !isLoopback(upsUrl.hostname))
    throw new Error("Credentials are sent over https only.");
  return {
    upsUrl: upsUrl.origin,
    accountNumber: environment.UPS_ACCOUNT_NUMBER ?? "",
    clientId: environment.UPS_CLIENT_ID ?? "",
    clientSecret: environment.UPS_CLIENT_SECRET ?? "",
    isTestHost,
    pauseMs: isLoopback(upsUrl.hostname) ? 0 : 500,
  };
}
