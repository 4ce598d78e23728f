import type { CredentialField } from "./credentials.js";
import type { CarrierProduct } from "./products.js";
import type { SetupGuide } from "./setup-guide.js";
import type { Address, CarrierEnvironment, FieldProblem } from "./values.js";

/** How an account with the carrier is entered and set up, known without asking it. */
export interface CarrierAccounts {
  /** Worlds that accounts can be of here: the operator's configuration decides. */
  readonly environments: ReadonlySet<CarrierEnvironment>;
  /** In the order in which a person is asked for them. */
  readonly credentials: readonly CredentialField[];
  /** What is checked: what buying a label takes, and the rest. In the order in which people see them. */
  readonly products: { readonly toShip: readonly CarrierProduct[]; readonly others: readonly CarrierProduct[] };
  readonly setupGuide: SetupGuide;
  /** The carrier's rules for an account number; null when it is well formed. */
  checkNumber(accountNumber: string): string | null;
  /** The carrier's rules for the address an account is registered with. Paths are relative to the address. */
  checkShipper(address: Address): FieldProblem[];
  /** The country that an address lies in, as the carrier counts them; left out: as it is written. */
  countryOf?(address: Address): string;
  /** Why the carrier's portal takes no such https address as a callback, to follow "The callback URL"; null: it does. */
  checkCallbackUrl(url: URL): string | null;
}
