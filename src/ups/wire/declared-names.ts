import type { AddressValidation } from "../spec/address-validation.js";
import type { Locator } from "../spec/locator.js";
import type { OAuthClientCredentials } from "../spec/oauth-client-credentials.js";
import type { Paperless } from "../spec/paperless.js";
import type { Rating } from "../spec/rating.js";
import type { Shipping } from "../spec/shipping.js";
import type { TimeInTransit } from "../spec/time-in-transit.js";
import type { Tracking } from "../spec/tracking.js";

/** What UPS's specifications declare for each operation: body, query and headers. */
interface Declared
  extends AddressValidation,
    Locator,
    OAuthClientCredentials,
    Paperless,
    Rating,
    Shipping,
    TimeInTransit,
    Tracking {}

/** Names we send although the specifications lack them, each with the reason. */
interface Undeclared {
  /** Rating.yaml requires it in RateRequest_Request without declaring it. */
  RATE: { body: { RateRequest: { Request: { RequestOption: string } } } };
}

type Operation = keyof Declared;
type Part<Whole, Name> = Name extends keyof Whole ? Whole[Name] : unknown;
type DeclaredFor<Name extends Operation, Place> = Part<Declared[Name], Place> & Part<Part<Undeclared, Name>, Place>;

/**
 * The paths in `Value` that `Spec` does not declare; never when it declares all. Names and nesting are what the
 * specifications are right about: anything may be left out, one element may stand for a list and a list for one element,
 * and values travel as text. Sees what is spread and what other functions made, as `satisfies` does not. Only where one
 * of two shapes has all that the other has may TypeScript keep the smaller and forget names: alternatives are built as
 * one shape whose parts may be left out.
 */
type UndeclaredIn<Value, Spec, Path extends string> = Value extends undefined
  ? never
  : Value extends readonly (infer Element)[]
    ? UndeclaredIn<Element, Spec, Path>
    : Spec extends readonly (infer Element)[]
      ? UndeclaredIn<Value, Element, Path>
      : Spec extends object
        ? UndeclaredParts<Value, Spec, Path>
        : Value extends string
          ? never
          : Path;

/** Where parts are declared: anything else is wrong, and so are parts whose names the compiler does not know. */
type UndeclaredParts<Value, Spec, Path extends string> = Value extends object
  ? [keyof Value] extends [never]
    ? Path
    : {
        [Name in keyof Value & string]-?: Name extends keyof Spec
          ? UndeclaredIn<Value[Name], NonNullable<Spec[Name]>, `${Path}.${Name}`>
          : `${Path}.${Name}`;
      }[keyof Value & string]
  : Path;

/** Any type when `Spec` declares all of `Value`; else one that says what it does not. */
type OnlyDeclared<Value, Spec, Place extends string> = [UndeclaredIn<Value, Spec, Place>] extends [never]
  ? unknown
  : `UPS declares no ${UndeclaredIn<Value, Spec, Place>}`;

/** A request's body as given. One with a name that UPS's specification lacks does not compile. */
export function bodyOf<Name extends Operation, Body>(
  _operation: Name,
  body: Body & OnlyDeclared<Body, DeclaredFor<Name, "body">, "body">,
): Body {
  return body;
}

/** A query as the text behind the question mark. One with a name that UPS's specification lacks does not compile. */
export function queryOf<Name extends Operation, Query extends Record<string, string>>(
  _operation: Name,
  query: Query & OnlyDeclared<Query, DeclaredFor<Name, "query">, "query">,
): string {
  return new URLSearchParams(query).toString();
}

/** Headers as given. Those with a name that UPS's specification lacks do not compile. */
export function headersOf<Name extends Operation, Headers>(
  _operation: Name,
  headers: Headers & OnlyDeclared<Headers, DeclaredFor<Name, "header">, "header">,
): Headers {
  return headers;
}
