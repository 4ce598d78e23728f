import type { Evidence } from "./error-code.js";

/** The table of some 700 codes in UPS's developer guide of its SOAP products, copied in public code; REST kept its numbers. */
export const upsGuide: Evidence = { source: "UPS developer guide (SOAP), table of errors", certainty: "PUBLISHED" };

export const upsPages: Evidence = { source: "UPS developer portal, pages of errors", certainty: "PUBLISHED" };

export const upsSpecifications: Evidence = {
  source: "UPS-API/api-documentation, OpenAPI files",
  certainty: "PUBLISHED",
};

export const recordedAnswers: Evidence = {
  source: "answers of UPS recorded by public projects",
  certainty: "CAPTURED",
};

export const probes: Evidence = {
  source: "a public project's probe of UPS's test host and production, 2026-09-18",
  certainty: "PRODUCTION",
};

export const integrators: Evidence = {
  source: "what public integrations do with it (Odoo, Magento, Sylius and others)",
  certainty: "INTEGRATORS",
};

/** Ship has 12 in front where Rating has 11: the pairs that are known agree, see `ratingSiblings`. */
export const shipsNumber: Evidence = { source: "Ship's number of the same error", certainty: "INFERRED" };

/** And the other way round, where Ship's table leaves the words to its rating. */
export const ratingsNumber: Evidence = { source: "Rating's number of the same error", certainty: "INFERRED" };

export const guess: Evidence = { source: "none", certainty: "GUESS" };
