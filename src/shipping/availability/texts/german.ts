import type { ReasonTexts } from "./reason-texts.js";

const notOffered = "Diese Versandart wird nicht angeboten.";
const notForOrder = "Diese Versandart ist für diese Bestellung nicht verfügbar.";
const notNow = "Diese Versandart ist zurzeit nicht verfügbar. Bitte versuchen Sie es später noch einmal.";

export const german: ReasonTexts = {
  reasons: {
    ARCHIVED: notOffered,
    NOT_PUBLISHED: notOffered,
    NOT_QUOTABLE: notOffered,
    CHANNEL_NOT_SERVED: notOffered,
    BLACKOUT_DAY:
      "Diese Versandart ist heute nicht verfügbar. Bitte wählen Sie eine andere oder bestellen Sie an einem anderen Tag.",
    COUNTRY_NOT_SERVED: "Mit dieser Versandart liefern wir nicht in dieses Land.",
    REGION_REQUIRED: "Bitte geben Sie das Bundesland, den Kanton oder die Region der Lieferadresse an.",
    REGION_NOT_SERVED: "Mit dieser Versandart liefern wir nicht in diese Region.",
    POSTAL_CODE_REQUIRED: "Bitte geben Sie die Postleitzahl der Lieferadresse an.",
    POSTAL_CODE_NOT_SERVED: "Mit dieser Versandart liefern wir nicht in dieses Postleitzahlengebiet.",
    ADDRESS_INVALID: "Bitte prüfen Sie die Lieferadresse.",
    LANE_NOT_SERVED: "Mit dieser Versandart liefern wir nicht an diese Adresse.",
    WEIGHT_REQUIRED:
      "Das Gewicht der Bestellung ist nicht bekannt, deshalb kann diese Versandart nicht angeboten werden.",
    WEIGHT_LIMIT: "Die Bestellung ist zu schwer für diese Versandart.",
    VOLUME_REQUIRED:
      "Die Größe der Bestellung ist nicht bekannt, deshalb kann diese Versandart nicht angeboten werden.",
    VOLUME_LIMIT: "Die Bestellung ist zu groß für diese Versandart.",
    SIZE_LIMIT: "Ein Artikel oder ein Paket dieser Bestellung ist zu groß für diese Versandart.",
    TAG_MISSING: notForOrder,
    TAG_EXCLUDED: notForOrder,
    OPTION_NOT_ALLOWED: notForOrder,
    SERVICE_NOT_SUPPORTED: notForOrder,
    METHOD_REQUIRED: notForOrder,
    CARRIER_REJECTED: notForOrder,
    INCOMPLETE:
      "Für diese Versandart fehlt noch eine Angabe, zum Beispiel eine Telefonnummer. Bitte prüfen Sie Ihre Eingaben.",
    CURRENCY_MISMATCH: "Diese Versandart ist in der Währung dieser Bestellung nicht verfügbar.",
    ORDER_AMOUNT_REQUIRED: "Der Preis dieser Versandart hängt vom Bestellwert ab, der noch nicht bekannt ist.",
    NO_RULE_MATCHES: "Für diese Bestellung gibt es bei dieser Versandart keinen Preis.",
    FACT_MISSING: "Der Preis dieser Versandart kann noch nicht berechnet werden, weil Angaben zur Bestellung fehlen.",
    NO_PRICE: "Für diese Versandart gibt es zurzeit keinen Preis. Bitte versuchen Sie es später noch einmal.",
    ACCOUNT_NOT_READY: notNow,
    CARRIER_UNAVAILABLE: notNow,
  },
  limits: {
    WEIGHT_LIMIT: "Die Bestellung ist zu schwer für diese Versandart: Möglich sind höchstens {limit}.",
    VOLUME_LIMIT: "Die Bestellung ist zu groß für diese Versandart: Möglich sind höchstens {limit}.",
  },
};
