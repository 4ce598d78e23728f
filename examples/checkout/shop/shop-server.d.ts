/** For the tests, which are in TypeScript. */
interface Issuer {
  url: string;
  jwksUrl: string;
  audience: string;
  algorithm: string;
}

export function startShop(options: { tenantId: string; port: number; complain?: (error: unknown) => void }): Promise<{
  url: string;
  issuer: Issuer;
  open(shippingUrl: string): Promise<void>;
  stop(): Promise<void>;
}>;
