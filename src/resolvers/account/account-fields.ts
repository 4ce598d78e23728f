import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { Context } from "../../context.js";
import { Carrier } from "../../entities/carrier.js";
import { CarrierAccount } from "../../entities/carrier-account.js";
import type { CarrierAccountCredential } from "../../entities/carrier-account-credential.js";
import { CarrierProductCheck } from "../../entities/carrier-product-check.js";
import { DateTimeScalar } from "../../entities/values/scalars.js";
import { productRows } from "../../shipping/account/product-rows.js";
import { masked } from "../../shipping/mask.js";

@Resolver(() => CarrierAccount)
export class CarrierAccountFields {
  @FieldResolver(() => Carrier, { description: "The carrier that the account is with." })
  async carrier(@Root() account: CarrierAccount, @Ctx() { loaders }: Context): Promise<Carrier> {
    return (await loaders.carrierByCode.load(account.carrierCode))!;
  }

  @FieldResolver(() => String, {
    description: "The account number with all but its last two characters hidden: ••••2C.",
  })
  accountNumberMasked(@Root() account: CarrierAccount): string {
    return masked(account.accountNumber, 2);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description:
      "The last characters of the Client ID in use; the rest is hidden. Null: the carrier's credentials have none.",
  })
  async clientIdMasked(@Root() account: CarrierAccount, @Ctx() context: Context): Promise<string | null> {
    return hasCredential(account, "IDENTIFIER", context)
      ? (await credentialInUse(account, context)).clientIdMasked
      : null;
  }

  @FieldResolver(() => String, {
    nullable: true,
    description:
      "The first 8 hexadecimal digits of the SHA-256 of the Client Secret in use: compare it with the secret you have. Null: the carrier's credentials have none.",
  })
  async clientSecretFingerprint(@Root() account: CarrierAccount, @Ctx() context: Context): Promise<string | null> {
    return hasCredential(account, "SECRET", context)
      ? (await credentialInUse(account, context)).clientSecretFingerprint
      : null;
  }

  @FieldResolver(() => DateTimeScalar, {
    nullable: true,
    description: "When the credentials were last rotated; null: never.",
  })
  async credentialsRotatedAt(@Root() account: CarrierAccount, @Ctx() context: Context): Promise<string | null> {
    const { version, createdAt } = await credentialInUse(account, context);
    return version === 1 ? null : createdAt;
  }

  @FieldResolver(() => [CarrierProductCheck], {
    description: "Results of the last check, one per carrier product; products needed to buy labels come first.",
  })
  async products(@Root() account: CarrierAccount, @Ctx() { deps, loaders }: Context): Promise<CarrierProductCheck[]> {
    const adapter = deps.carriers.get(account.carrierCode);
    return productRows(adapter, account, await loaders.productChecksByAccountId.load(account.id));
  }
}

/** Whether the carrier has credentials of this kind. */
function hasCredential(
  { carrierCode }: CarrierAccount,
  kind: "IDENTIFIER" | "SECRET",
  { deps }: Pick<Context, "deps">,
): boolean {
  return deps.carriers.get(carrierCode)?.accounts.credentials.some((field) => field.kind === kind) ?? false;
}

async function credentialInUse(
  account: CarrierAccount,
  { loaders }: Pick<Context, "loaders">,
): Promise<CarrierAccountCredential> {
  const versions = await loaders.credentialsByAccountId.load(account.id);
  return versions.find(({ version }) => version === account.credentialVersion)!;
}
