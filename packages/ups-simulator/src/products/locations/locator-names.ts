import { type AcceptedNames, leaves } from "../../request/accepted-names.js";

const codeOnly = leaves("Code");

/** What a Locator request may say. Freight, private networks, opening-time criteria and landmarks are not in it. */
export const locatorNames: AcceptedNames = {
  LocatorRequest: {
    Request: { ...leaves("RequestAction"), TransactionReference: leaves("CustomerContext") },
    OriginAddress: {
      Geocode: leaves("Latitude Longitude"),
      AddressKeyFormat: leaves("AddressLine PoliticalDivision2 PoliticalDivision1 PostcodePrimaryLow CountryCode"),
      ...leaves("MaximumListSize"),
    },
    Translate: leaves("LanguageCode Locale"),
    UnitOfMeasurement: codeOnly,
    LocationSearchCriteria: {
      SearchOption: { OptionType: codeOnly, OptionCode: codeOnly, Relation: codeOnly },
      ...leaves("MaximumListSize SearchRadius"),
      ServiceSearch: { ...leaves("Time"), ServiceCode: codeOnly },
      AccessPointSearch: leaves("PublicAccessPointID AccessPointStatus"),
    },
    SortCriteria: leaves("SortType"),
  },
};
