import type { As, TestService } from "./service.js";

const setupFields = `isComplete suggestedCallbackUrl
  groups { title steps { key title instruction url isRequired isVerifiable state confirmedAt confirmedBy } }`;
export const setupQuery = `query($id: ID!) { carrierAccount(id: $id) { negotiatedRates setup { ${setupFields} } } }`;
const confirmation = `mutation($input: ConfirmSetupStepInput!) {
  payload: confirmSetupStep(input: $input) { carrierAccount { setup { ${setupFields} } } userErrors { code message field } } }`;

export interface SetupStep {
  key: string;
  isRequired: boolean;
  isVerifiable: boolean;
  state: string;
  confirmedAt: string | null;
  confirmedBy: string | null;
}
export interface Setup {
  isComplete: boolean;
  suggestedCallbackUrl: string | null;
  groups: { title: string; steps: SetupStep[] }[];
}

export const readSetup = async (service: TestService, id: string): Promise<Setup> =>
  (await service.run(setupQuery, { id })).carrierAccount.setup;

export const setupSteps = (setup: Setup): SetupStep[] => setup.groups.flatMap(({ steps }) => steps);

export async function confirmStep(
  service: TestService,
  input: { carrierAccountId: string; stepKey: string; isConfirmed?: boolean | null },
  as?: As,
) {
  return (await service.run(confirmation, { input }, as)).payload;
}
