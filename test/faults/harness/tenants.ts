import { demoTenantId } from "../../../src/security/authenticate.js";
import { someClaims, type startTokenIssuer } from "../../support/token-issuer.js";
import { askServer } from "./ask-server.js";
import type { Server } from "./fleet.js";
import { activateAccount, createAccount, newYork, setSpendLimits } from "./operations.js";

/** A shop whose people buy labels. */
export interface Tenant {
  id: string;
  /** Of its account at UPS: no other tenant's bookings bear it. */
  accountNumber: string;
  token: string;
  spendLimits: object[];
}

type Issuer = Awaited<ReturnType<typeof startTokenIssuer>>;

const longestRunSeconds = 4 * 3_600;
const plenty = 1_000_000;

/** The demo's tenant and a second one; labels of the one are counted, of the other what they cost too. */
export async function makeTenants(issuer: Issuer): Promise<Tenant[]> {
  const exp = Math.floor(Date.now() / 1_000) + longestRunSeconds;
  const tenant = async (id: string, accountNumber: string, spendLimits: object[]): Promise<Tenant> => ({
    ...{ id, accountNumber, spendLimits },
    token: await issuer.sign(someClaims({ tenant_id: id, exp, scope: "quote read ship admin" })),
  });
  const amount = { period: "DAY", maxAmount: { amount: `${plenty}`, currencyCode: "USD" } };
  const labels = { period: "DAY", maxLabels: plenty };
  return [
    await tenant(demoTenantId, "0A1B2C", [labels]),
    await tenant("01990000-0000-7000-8000-0000000000b2", "0D3E4F", [labels, amount]),
  ];
}

/** What they need to buy: an account each, the demo's is there already, and the limits. */
export async function prepareTenants(server: Server, tenants: Tenant[]): Promise<void> {
  for (const tenant of tenants) {
    const ask = async (query: string, input: object) => {
      const { answer } = await askServer(server.url, tenant.token, query, { input }, AbortSignal.timeout(30_000));
      if (answer.userErrors.length > 0) throw new Error(JSON.stringify(answer));
      return answer;
    };
    if (tenant.id !== demoTenantId) {
      const { carrierAccount } = await ask(createAccount, anAccount(tenant));
      await ask(activateAccount, { carrierAccountId: carrierAccount.id });
    }
    await ask(setSpendLimits, { limits: tenant.spendLimits });
  }
}

function anAccount({ accountNumber }: Tenant) {
  return {
    ...{ name: "Second shop", environment: "SIMULATOR", accountNumber, validate: true },
    ups: { clientId: "second-client-id", clientSecret: "second-client-secret" },
    address: newYork,
  };
}
