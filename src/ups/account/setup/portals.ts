import type { AccountRecord, StepEvidence } from "../../../carrier/setup-guide.js";

export const upsPortal = "https://www.ups.com/";
export const upsDeveloperPortal = "https://developer.ups.com/";

/** `record`: what of the account holds what the step gives. */
export const toldByPerson = (record: AccountRecord | null = null): StepEvidence => ({ by: "PERSON", record });
