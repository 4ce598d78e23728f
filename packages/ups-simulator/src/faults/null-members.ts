/**
 * What each container may have and often has not, by the container's name: recorded answers of Rating and Tracking write
 * such members as null, and those of other products are taken to do so as well.
 */
const optionalMembers: Record<string, string> = {
  Response: "Alert AlertDetail TransactionReference",
  RatedShipment:
    "Disclaimer RateChart RatedShipmentAlert BillableWeightCalculationMethod RatingMethod ItemizedCharges FRSShipmentData " +
    "TaxCharges TotalChargesWithTaxes NegotiatedRateCharges TimeInTransit GuaranteedDelivery",
  NegotiatedRateCharges: "BaseServiceCharge ItemizedCharges RateModifier TaxCharges TotalChargesWithTaxes",
  RatedPackage: "Accessorial ItemizedCharges NegotiatedCharges RateModifier",
  ItemizedCharges: "Description SubType",
  ShipmentResults: "Disclaimer NegotiatedRateCharges Form CODTurnInPage ControlLogReceipt HighValueReport LabelURL",
  ShipmentCharges: "BaseServiceCharge ItemizedCharges TaxCharges TotalChargesWithTaxes",
  PackageResults: "Accessorial ItemizedCharges NegotiatedCharges RateModifier ShippingReceipt Form",
  ShippingLabel: "HTMLImage PDF417 InternationalSignatureGraphicImage",
  LabelResults: "Receipt Form MailInnovationsTrackingNumber",
  VoidShipmentResponse: "PackageLevelResults",
  XAVResponse: "AddressClassification Candidate ValidAddressIndicator AmbiguousAddressIndicator NoCandidatesIndicator",
  AddressKeyFormat: "ConsigneeName AttentionName PostcodeExtendedLow Urbanization Region",
  SearchResults: "GeocodeCandidate DropLocation Disclaimer",
  DropLocation:
    "PhoneNumber SpecialInstructions LatestGroundDropOffTime LatestAirDropOffTime OperatingHours ServiceOfferingList " +
    "AccessPointInformation",
  DayOfWeek: "OpenHours CloseHours LatestDropOffHours ClosedIndicator Open24HoursIndicator",
  shipment: "package userRelation warnings",
  package: "activity currentStatus deliveryDate deliveryTime deliveryInformation packageAddress referenceNumber weight",
  activity: "gmtDate gmtTime gmtOffset location",
  address: "city stateProvince postalCode countryCode",
  deliveryInformation: "location receivedBy signature pod deliveryPhoto",
};

/** What an answer leaves out, written as null. */
export function nullMembers(node: unknown, name = ""): unknown {
  if (Array.isArray(node)) return node.map((element) => nullMembers(element, name));
  if (typeof node !== "object" || node === null) return node;
  const absent = (optionalMembers[name] ?? "").split(" ").filter((member) => member !== "" && !(member in node));
  const members = Object.entries(node).map(([member, value]) => [member, nullMembers(value, member)]);
  return Object.fromEntries([...members, ...absent.map((member) => [member, null])]);
}
