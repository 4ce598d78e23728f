import { setTimeout as sleep } from "node:timers/promises";
import type { CarrierAccountAccess } from "../carrier/account-access.js";
import { SecretText } from "../carrier/secret-text.js";
import { startSimulator } from "../demo-parts.js";
import { compareAnswers, type Difference } from "./compare.js";
import type { Probe } from "./probe.js";
import { allProbes } from "./probes/all-probes.js";
import { places } from "./sample-shipments.js";
import type { CheckSettings } from "./settings.js";
import { Side } from "./side.js";
import { describeLeft, type LeftOver, undoAll } from "./undo.js";

/** `differences` null: one side could not be asked, because it had not given what the probe needs. */
export interface Compared {
  probe: string;
  differences: Difference[] | null;
}

export interface CheckResult {
  compared: Compared[];
  /** At UPS; what is left in the simulator ends with it. */
  left: LeftOver[];
}

interface CheckOptions {
  /** All of them unless told otherwise. */
  probes?: readonly Probe[];
  /** Told each probe's outcome as it comes. */
  onCompared?(compared: Compared): void;
  stop?: AbortSignal;
}

/**
 * Asks UPS and a simulator of its own the same, one after the other, and takes back what that left at UPS, also when it
 * is stopped half-way.
 */
export async function runCheck(settings: CheckSettings, options: CheckOptions = {}): Promise<CheckResult> {
  const simulator = await startSimulator();
  try {
    const now = new Date();
    const ups = new Side(settings.upsUrl, accountAt("TEST", settings), now);
    const simulated = new Side(simulator.url, accountAt("SIMULATOR", simulatedCredentials), now);
    await Promise.all([ups.logIn(), simulated.logIn()]);
    return await compareSides({ ups, simulated }, settings, options);
  } finally {
    await simulator.close();
  }
}

/** Knows of addresses what UPS's test host knows. */
const simulatedCredentials = { accountNumber: "0A1B2C", clientId: "check-knows-two-states", clientSecret: "check" };

async function compareSides(
  { ups, simulated }: { ups: Side; simulated: Side },
  { isTestHost, pauseMs }: CheckSettings,
  { probes: wanted = allProbes, onCompared, stop }: CheckOptions,
): Promise<CheckResult> {
  const probes = wanted.filter(({ leaves }) => isTestHost || leaves === undefined);
  const compared: Compared[] = [];
  const ask = async () => {
    for (const probe of probes) {
      if (stop?.aborted) return;
      const outcome = await compareProbe(ups, simulated, probe);
      compared.push(outcome);
      onCompared?.(outcome);
      await sleep(pauseMs);
    }
  };
  const failure = await ask().then(
    () => null,
    (error: Error) => error,
  );
  const left = await undoAll(ups, probes);
  if (failure !== null) throw new Error([failure.message, ...left.map(describeLeft)].join("\n"), { cause: failure });
  return { compared, left };
}

async function compareProbe(ups: Side, simulated: Side, probe: Probe): Promise<Compared> {
  const [upsAnswer, simulatedAnswer] = [await ups.ask(probe), await simulated.ask(probe)];
  const isAsked = upsAnswer !== null && simulatedAnswer !== null;
  return { probe: probe.name, differences: isAsked ? compareAnswers(upsAnswer, simulatedAnswer) : null };
}

function accountAt(
  environment: CarrierAccountAccess["environment"],
  { accountNumber, clientId, clientSecret }: Pick<CheckSettings, "accountNumber" | "clientId" | "clientSecret">,
): CarrierAccountAccess {
  return {
    ...{ tenantId: "check", accountId: "check", credentialVersion: 1, environment, accountNumber },
    shipper: places.sanFrancisco,
    credentials: { clientId: new SecretText(clientId), clientSecret: new SecretText(clientSecret) },
  };
}
