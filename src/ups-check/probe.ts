import type { CarrierAccountAccess } from "../carrier/account-access.js";

export interface ProbeRequest {
  method: "GET" | "POST" | "DELETE";
  /** After the origin, `/api` included. */
  path: string;
  headers?: Record<string, string>;
  body?: object;
}

/** What one side said: the HTTP status, the body as JSON (null: none, or no JSON) and the code of an error in the headers. */
export interface SideAnswer {
  /** 0: no answer came. */
  status: number;
  json: unknown;
  headerCode: string | null;
  /** Refused for sure, so that nothing was made, by the adapter's own reading. */
  isRefusal: boolean;
  /** Why no answer came; null: one came. */
  fault: string | null;
}

/** What a probe may use: the account, the day and the earlier answers of its own side. */
export interface Own {
  account: CarrierAccountAccess;
  now: Date;
  /** References of this run, by the name of the probe that books under it: nobody ever used them before. */
  reference(probe: string): string;
  answer(probe: string): SideAnswer | null;
}

/** Something that is asked of UPS and of the simulator alike. */
export interface Probe {
  /** In plain words; no two have the same. */
  name: string;
  /** It leaves something at UPS, which is undone at the end. Never asked of a production host. */
  leaves?: "SHIPMENT" | "DOCUMENT";
  /** The probe whose booking or document this one takes back. */
  undoes?: string;
  /** Null: it needs an answer that this side did not give. */
  request(own: Own): ProbeRequest | null;
  /** Sent without an access token, or with one that is none. */
  token?: "NONE" | "WRONG";
}
