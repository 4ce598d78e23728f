import { codesFrom, type Row } from "./error-code.js";
import { integrators, recordedAnswers, upsGuide } from "./evidence.js";

const cod = "options.collectOnDelivery";
const funds = "options.collectOnDeliveryFunds";
const saturday = "options.isSaturdayDelivery";
const signature = "options.signature";
const notifications = "options.notifications";

const collection: Row[] = [
  ["120597", "OPTION", "Collected in the currency of the destination alone", cod],
  ["120610", "OPTION", "Amount to collect not valid", cod],
  ["120626", "OPTION", "Kind of funds not valid", funds],
  ["120627", "OPTION", "Kind of collection not valid", cod],
  ["121005", "OPTION", "Nothing is collected with a return", cod],
  ["121006", "OPTION", "Nothing is collected with import control", cod],
  ["121115", "OPTION", "Amount to collect must be over zero", cod],
  ["121120", "OPTION", "Cashier's checks: up to 1,000 dollars", cod],
  ["121121", "OPTION", "More than is collected in cash", cod],
  ["121125", "OPTION", "More than 50,000 dollars are not collected", cod],
  ["121126", "OPTION", "More than is collected by check", cod],
  ["121155", "OPTION", "Not collected with this service, account or lane", cod],
  ["121156", "OPTION", "On this lane packages collect nothing", cod],
  ["121460", "OPTION", "Cashier's checks: up to 5,000 dollars a shipment", cod],
];

const delivery: Row[] = [
  ["120505", "OPTION", "No Saturday delivery for this shipment", saturday],
  ["121015", "OPTION", "No Saturday delivery with a return", saturday],
  ["121016", "OPTION", "No Saturday delivery with import control", saturday],
  ["121045", "OPTION", "No Saturday delivery with this service", saturday],
  ["121047", "OPTION", "No Saturday delivery with this packaging", saturday],
  ["121200", "OPTION", "No Saturday delivery there", saturday],
  ["121131", "OPTION", "No Saturday pickup with import control"],
  ["121135", "OPTION", "Saturday pickup and Saturday delivery exclude each other", saturday],
  ["121140", "OPTION", "No Saturday pickup with this service"],
  ["120598", "OPTION", "On this lane packages are not signed for", signature],
  ["120599", "OPTION", "Kind of signature of a package not valid", signature],
  ["121020", "OPTION", "No signature with a return", signature],
  ["121021", "OPTION", "No signature with import control", signature],
  ["121150", "OPTION", "No signature with this service", signature],
  ["129087", "OPTION", "Kind of signature of a shipment not valid", signature],
  ["121166", "OPTION", "No call on delivery with import control"],
  ["121170", "OPTION", "Signature and call on delivery exclude each other", signature],
  ["121175", "OPTION", "No call on delivery with this service"],
];

const mails: Row[] = [
  ["120513", "OPTION", "First e-mail address longer than 50", notifications],
  ["120514", "OPTION", "First e-mail address not valid", notifications],
  ["120515", "OPTION", "Memo longer than 150", notifications],
  ["120516", "OPTION", "First e-mail address missing, or with letters not taken", notifications],
  ["120517", "OPTION", "An e-mail address longer than 50", notifications],
  ["120518", "OPTION", "An e-mail address not valid", notifications],
  ["120519", "OPTION", "An e-mail address missing, or with letters not taken", notifications],
  ["120520", "OPTION", "More than 5 e-mail addresses", notifications],
  ["120521", "OPTION", "More than one memo", notifications],
  ["120658", "OPTION", "This notification is of returns alone", notifications],
  ["120659", "OPTION", "This notification does not go with returns", notifications],
  ["120667", "OPTION", "A field that this notification has not", notifications],
  ["124022", "OPTION", "More notifications than a shipment takes", notifications],
];

const otherOptions: Row[] = [
  ["120019", "NOTICE", "Location id not valid"],
  ["120670", "OPTION", "No release by the shipper with a return"],
  ["121011", "OPTION", "No dangerous goods with import control"],
  ["121041", "OPTION", "Import control does not go with this service"],
  ["121063", "OPTION", "Option does not go with this service"],
  ["121085", "OPTION", "Option cannot be added"],
  ["121105", "OPTION", "Option does not exist from this origin"],
  ["121160", "OPTION", "Option does not go with this payer"],
  ["121182", "OPTION", "Not carbon neutral in the payer's country"],
  ["121205", "OPTION", "No additional handling with this service"],
  ["121206", "OPTION", "No additional handling with UPS Letters"],
  ["121211", "OPTION", "Option not available on this lane or with this service"],
  ["121255", "OPTION", "The sender pays no duties with this service", "options.dutiesPayer"],
  ["121260", "OPTION", "The sender pays no duties with this payer", "options.dutiesPayer"],
  ["121261", "OPTION", "Option does not go with this service"],
  ["121262", "OPTION", "Two options exclude each other"],
  ["121266", "OPTION", "Currency not taken for this shipment"],
  ["121300", "OPTION", "Duties without taxes do not go with another option", "options.dutiesPayer"],
  ["121305", "OPTION", "Duties without taxes do not go with this service", "options.dutiesPayer"],
  ["121310", "OPTION", "Duties without taxes do not go with this payer", "options.dutiesPayer"],
  ["121315", "OPTION", "Return service does not go with another option", "returnService"],
  ["121317", "OPTION", "Import control does not go with another option"],
  ["121320", "OPTION", "Return service does not go with this service", "returnService"],
  ["121325", "OPTION", "Return service does not go with this payer", "returnService"],
  ["121365", "OPTION", "Option does not go with the access method"],
  ["121370", "OPTION", "Access method not valid"],
  ["121452", "OPTION", "Import control and a return exclude each other", "returnService"],
  ["121511", "OPTION", "Option not supported"],
  ["121565", "OPTION", "Returns Flexible Access does not go with another option", "returnService"],
  ["121570", "OPTION", "Returns Flexible Access does not go with this return service", "returnService"],
  ["129057", "OPTION", "Location id longer than 10"],
  ["129086", "OPTION", "Free circulation does not matter to letters and documents"],
];

export const optionCodes = [
  ...codesFrom(upsGuide, [...collection, ...delivery, ...mails, ...otherOptions]),
  ...codesFrom(recordedAnswers, [
    ["110920", "NOTICE", "Address taken as commercial, or as residential"],
    ["110971", "NOTICE", "The bill may differ from these rates"],
    ["120971", "NOTICE", "The bill may differ from these rates"],
    ["111526", "OPTION", "Delivery elsewhere needs the other address", "accessPoint"],
    ["121000", "REQUEST", "Letters or values that UPS does not take"],
  ]),
  ...codesFrom(integrators, [
    ["111211", "OPTION", "Option not available on this lane or with this service"],
    ["111215", "LANE", "The service does not go to residences", "service"],
    ["120051", "OPTION", "SurePost of this account goes to PO boxes and military addresses alone", "service"],
    ["120081", "OPTION", "Mail Innovations have no reference of the shipment", "reference"],
    ["120082", "OPTION", "Mail Innovations have no references of packages", "packages"],
  ]),
];
