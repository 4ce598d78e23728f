import type { IntegrationLevel, InvoicingPolicy, ShippingProvider } from "../../entities/values/account-enums.js";
import type { CarrierSettingsInput } from "./carrier-settings.js";
import type { MethodRulesInput } from "./method-rules.js";
import type { OwnPriceInput } from "./own-price.js";

/** The configuration of a carrier, where callers give it. */
export interface ConfigurationInput<Settings = CarrierSettingsInput | null | undefined> {
  /** The carrier's code. */
  provider: string;
  /** The path of the settings. */
  at: string[];
  /** Absent: the method does not ship, and its price is its own. */
  settings: Settings;
}

export interface MethodSettingsInput extends MethodRulesInput {
  integrationLevel?: IntegrationLevel | null;
  isPublished?: boolean | null;
  invoicingPolicy?: InvoicingPolicy | null;
  /** Null: none, as in the settings. */
  shipFromPlaceId?: string | null;
}

/** A carrier's configuration, or a price of the method's own with what it ships with. */
export interface MethodSources extends OwnPriceInput {
  configuration: ConfigurationInput;
  shipsWith: ConfigurationInput;
}

export interface NewMethodInput extends MethodSettingsInput, MethodSources {
  name: string;
}

export interface MethodChangesInput extends MethodSettingsInput, MethodSources {
  shippingMethodId: string;
  name?: string | null;
}

export interface LegacyReplacementInput extends MethodSettingsInput, MethodSources {
  legacyShippingMethodId: string;
}

export interface LegacyImportInput extends MethodSettingsInput {
  /** The carrier whose older integration it is of. */
  carrierCode: string;
  /** What the method is called there: a second import of it is the first one. */
  externalReference: string;
  name: string;
}

/** Every condition given must hold. */
export interface MethodFilter {
  provider?: ShippingProvider | null;
  isPublished?: boolean | null;
  includeArchived?: boolean | null;
}
