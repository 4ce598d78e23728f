import type { ReasonTexts } from "./reason-texts.js";

const notOffered = "Ce mode de livraison n’est pas proposé.";
const notForOrder = "Ce mode de livraison n’est pas disponible pour cette commande.";
const notNow = "Ce mode de livraison est momentanément indisponible. Veuillez réessayer plus tard.";

export const french: ReasonTexts = {
  reasons: {
    ARCHIVED: notOffered,
    NOT_PUBLISHED: notOffered,
    NOT_QUOTABLE: notOffered,
    CHANNEL_NOT_SERVED: notOffered,
    BLACKOUT_DAY:
      "Ce mode de livraison n’est pas disponible aujourd’hui. Veuillez en choisir un autre ou commander un autre jour.",
    COUNTRY_NOT_SERVED: "Ce mode de livraison ne dessert pas ce pays.",
    REGION_REQUIRED: "Veuillez indiquer l’État, la province ou la région de l’adresse de livraison.",
    REGION_NOT_SERVED: "Ce mode de livraison ne dessert pas cette région.",
    POSTAL_CODE_REQUIRED: "Veuillez indiquer le code postal de l’adresse de livraison.",
    POSTAL_CODE_NOT_SERVED: "Ce mode de livraison ne dessert pas ce code postal.",
    ADDRESS_INVALID: "Veuillez vérifier l’adresse de livraison.",
    LANE_NOT_SERVED: "Ce mode de livraison ne dessert pas cette adresse.",
    WEIGHT_REQUIRED: "Le poids de la commande n’est pas connu : ce mode de livraison ne peut pas être proposé.",
    WEIGHT_LIMIT: "La commande est trop lourde pour ce mode de livraison.",
    VOLUME_REQUIRED:
      "Les dimensions de la commande ne sont pas connues : ce mode de livraison ne peut pas être proposé.",
    VOLUME_LIMIT: "La commande est trop volumineuse pour ce mode de livraison.",
    SIZE_LIMIT: "Un article ou un colis de cette commande est trop grand pour ce mode de livraison.",
    TAG_MISSING: notForOrder,
    TAG_EXCLUDED: notForOrder,
    OPTION_NOT_ALLOWED: notForOrder,
    SERVICE_NOT_SUPPORTED: notForOrder,
    METHOD_REQUIRED: notForOrder,
    CARRIER_REJECTED: notForOrder,
    INCOMPLETE:
      "Il manque une information nécessaire à ce mode de livraison, par exemple un numéro de téléphone. Veuillez vérifier votre saisie.",
    CURRENCY_MISMATCH: "Ce mode de livraison n’est pas disponible dans la devise de cette commande.",
    ORDER_AMOUNT_REQUIRED:
      "Le prix de ce mode de livraison dépend du montant de la commande, qui n’est pas encore connu.",
    NO_RULE_MATCHES: "Aucun prix n’est prévu pour cette commande avec ce mode de livraison.",
    FACT_MISSING:
      "Le prix de ce mode de livraison ne peut pas encore être calculé, car il manque des informations sur la commande.",
    NO_PRICE: "Le prix de ce mode de livraison est momentanément indisponible. Veuillez réessayer plus tard.",
    ACCOUNT_NOT_READY: notNow,
    CARRIER_UNAVAILABLE: notNow,
  },
  limits: {
    WEIGHT_LIMIT: "La commande est trop lourde pour ce mode de livraison, limité à {limit}.",
    VOLUME_LIMIT: "La commande est trop volumineuse pour ce mode de livraison, limité à {limit}.",
  },
};
