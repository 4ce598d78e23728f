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

/** Ship says what its rating says with 12 for Rating's 11 in front: ten pairs are known, and agree. */
export const shipsNumber: Evidence = { source: "Ship's number of the same error", certainty: "INFERRED" };

export const guess: Evidence = { source: "none", certainty: "GUESS" };
