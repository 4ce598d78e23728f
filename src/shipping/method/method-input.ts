import type { IntegrationLevel, InvoicingPolicy, ShippingProvider } from "../../entities/values/account-enums.js";
import type { CarrierSettingsInput } from "./carrier-settings.js";

/** The configuration of one provider, where callers give it. */
export interface ConfigurationInput<Settings = CarrierSettingsInput> {
  /** The carrier's code. */
  provider: string;
  /** The path of the settings. */
  at: string[];
  settings: Settings;
}

export interface MethodSettingsInput {
  integrationLevel?: IntegrationLevel | null;
  isPublished?: boolean | null;
  invoicingPolicy?: InvoicingPolicy | null;
}

export interface NewMethodInput extends MethodSettingsInput {
  name: string;
  configuration: ConfigurationInput;
}

export interface MethodChangesInput extends MethodSettingsInput {
  shippingMethodId: string;
  name?: string | null;
  configuration: ConfigurationInput<CarrierSettingsInput | null | undefined>;
}

export interface LegacyReplacementInput extends MethodSettingsInput {
  legacyShippingMethodId: string;
  configuration: ConfigurationInput;
}

/** Every condition given must hold. */
export interface MethodFilter {
  provider?: ShippingProvider | null;
  isPublished?: boolean | null;
  includeArchived?: boolean | null;
}
