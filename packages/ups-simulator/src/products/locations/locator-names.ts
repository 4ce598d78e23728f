import { type AcceptedNames, leaves } from "../../request/accepted-names.js";

const CODE_ONLY = leaves("Code");

/** What a Locator request may say. Freight, private networks, opening-time criteria and landmarks are not in it. */
export const LOCATOR_NAMES: AcceptedNames = {
  LocatorRequest: {
    Request: { ...leaves("RequestAction"), TransactionReference: leaves("CustomerContext") },
    OriginAddress: {
      Geocode: leaves("Latitude Longitude"),
      AddressKeyFormat: leaves("AddressLine PoliticalDivision2 PoliticalDivision1 PostcodePrimaryLow CountryCode"),
      ...leaves("MaximumListSize"),
    },
    Translate: leaves("LanguageCode Locale"),
    UnitOfMeasurement: CODE_ONLY,
    LocationSearchCriteria: {
      SearchOption: { OptionType: CODE_ONLY, OptionCode: CODE_ONLY, Relation: CODE_ONLY },
      ...leaves("MaximumListSize SearchRadius"),
      ServiceSearch: { ...leaves("Time"), ServiceCode: CODE_ONLY },
      AccessPointSearch: leaves("PublicAccessPointID AccessPointStatus"),
    },
    SortCriteria: leaves("SortType"),
  },
};
