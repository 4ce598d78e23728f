import type { IntegrationLevel, InvoicingPolicy, ShippingProvider } from "../../entities/values/account-enums.js";
import type { DutiesPayer, LabelFormat, PackageDimensionUnit, PackageWeightUnit } from "../../entities/values/enums.js";

/** The UPS Configuration as callers give it; in changes, what is absent stays. */
export interface UpsConfigurationInput {
  accountId?: string | null;
  /** Our service code; null: every service the carrier offers. */
  service?: string | null;
  packageType?: string | null;
  weightUnit?: PackageWeightUnit | null;
  dimensionUnit?: PackageDimensionUnit | null;
  labelFormat?: LabelFormat | null;
  billMyAccount?: boolean | null;
  collectOnDelivery?: boolean | null;
  generateReturnLabel?: boolean | null;
  dutiesPayer?: DutiesPayer | null;
}

export interface MethodSettingsInput {
  integrationLevel?: IntegrationLevel | null;
  isPublished?: boolean | null;
  invoicingPolicy?: InvoicingPolicy | null;
}

export interface NewMethodInput extends MethodSettingsInput {
  name: string;
  ups?: UpsConfigurationInput | null;
}

export interface MethodChangesInput extends MethodSettingsInput {
  shippingMethodId: string;
  name?: string | null;
  ups?: UpsConfigurationInput | null;
}

export interface LegacyReplacementInput extends MethodSettingsInput {
  legacyId: string;
  ups?: UpsConfigurationInput | null;
}

/** Every condition given must hold. */
export interface MethodFilter {
  provider?: ShippingProvider | null;
  isPublished?: boolean | null;
  includeArchived?: boolean | null;
}
