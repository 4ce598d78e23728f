import { appScenarios } from "./app-scenarios.js";
import { recipientScenarios } from "./recipient-scenarios.js";
import type { Scenario } from "./scenario.js";

/** The one table of magic inputs. Everything else is answered by the ordinary rules. */
export const scenarios: Scenario[] = [...appScenarios, ...recipientScenarios];
