import { APP_SCENARIOS } from "./app-scenarios.js";
import { RECIPIENT_SCENARIOS } from "./recipient-scenarios.js";
import type { Scenario } from "./scenario.js";

/** The one table of magic inputs. Everything else is answered by the ordinary rules. */
export const SCENARIOS: Scenario[] = [...APP_SCENARIOS, ...RECIPIENT_SCENARIOS];
