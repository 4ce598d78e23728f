import type { EntityManager } from "typeorm";
import type { Address } from "../../carrier/values.js";
import { readInTenant } from "../../database/tenant-transaction.js";
import { CarrierAccount } from "../../entities/carrier-account.js";
import type { ShippingDeps } from "../deps.js";
import { plain } from "../shipment/destination.js";
import { isOf, type Person, placeKey } from "./person.js";

/** Where people stand in a table; each an expression of its row. */
interface Place {
  from: string;
  shipFrom: string;
  shipTo: string;
  customs: string;
  options: string;
  returnService: string;
}

export const inShipments: Place = {
  from: "shipment where erased_at is null",
  ...{ shipFrom: "ship_from", shipTo: "ship_to", customs: "customs", options: "options" },
  returnService: "return_service",
};

export const inQuotes: Place = {
  from: "rate_quote where true",
  ...{ shipFrom: "details->'shipFrom'", shipTo: "details->'shipTo'", customs: "details->'customs'" },
  ...{ options: "details->'options'", returnService: "details->'returnService'" },
};

/** Rows that one statement looks at: no index knows people, and a statement has to end soon. */
const rowsAtOnce = 2_000;

/** As `placeKey`. */
const placeOf = `upper(a->>'countryCode') || ' ' || left(regexp_replace(upper(coalesce(a->>'postalCode', '')), '[^A-Z0-9]', '', 'g'),
  case when upper(a->>'countryCode') in ('US', 'PR') then 5 else 20 end)`;
const lastDigits = "right(regexp_replace(regexp_replace(a->>'phone', '(ext|x|#|;).*$', '', 'i'), '\\D', '', 'g'), 4)";
const lower = (text: string) => `lower(${text} collate "C")`;

const emailsIn = ({ options, returnService }: Place) => `
  select e #>> '{}' as email from jsonb_path_query(${options}, '$.notifications[*].emails[*]') e
  union all select ${returnService}->>'email'`;

/** Finds more than is wanted, and all that is: whoever reads it looks closer. */
const look = (place: Place) => `
  select id, jsonb_build_array(${place.shipFrom}, ${place.shipTo}, ${place.customs}->'soldTo') as addresses,
         array(select email from (${emailsIn(place)}) of where email is not null) as emails
    from ${place.from} and id > $1 and id <= $2 and (
      exists (select from jsonb_array_elements(jsonb_build_array(${place.shipFrom}, ${place.shipTo}, ${place.customs}->'soldTo')) a
        where ${placeOf} = any($3) or ${lower("a->>'email'")} = any($4) or ${lastDigits} = any($5))
      or exists (select from (${emailsIn(place)}) of where ${lower("email")} = any($4)))
   order by id`;

interface Row {
  id: string;
  addresses: (Address | null)[];
  emails: string[];
}

/** Ids of the rows that bear one of these people, in order, from `after` on; a page of the table at a time. */
export async function* findTraces(
  deps: Pick<ShippingDeps, "database">,
  tenantId: string,
  place: Place,
  people: Person[],
): AsyncGenerator<string[]> {
  if (people.length === 0) return;
  const read = <T>(work: (manager: EntityManager) => Promise<T>) => readInTenant(deps.database, tenantId, work);
  const isOwn = await read(ownAddresses);
  for (let after = ""; ; ) {
    const last = await read((manager) => endOfPage(manager, place, after));
    if (last === null) return;
    const from = after;
    const rows = await read(
      (manager) => manager.query(look(place), [from, last, ...wordsOf(people)]) as Promise<Row[]>,
    );
    yield rows.filter((row) => people.some((person) => isIn(person, row, isOwn))).map(({ id }) => id);
    after = last;
  }
}

const isIn = (person: Person, { addresses, emails }: Row, isOwn: (address: Address) => boolean) =>
  isOf(person, { addresses: addresses.filter((address) => address !== null), emails }, isOwn);

/** Null: there is nothing behind it. */
async function endOfPage(manager: EntityManager, { from }: Place, after: string): Promise<string | null> {
  const page = `select max(id) as last from (select id from ${from} and id > $1 order by id limit ${rowsAtOnce}) page`;
  const [row] = (await manager.query(page, [after])) as { last: string | null }[];
  return row!.last;
}

/** What the database looks for: places, e-mails and the end of phone numbers. */
function wordsOf(people: Person[]): string[][] {
  const places = people.flatMap(({ address }) => (address ? [placeKey(address)] : []));
  const phones = people.flatMap(({ phone }) => (phone ? [phone.slice(-4)] : []));
  return [places, people.flatMap(({ email }) => email ?? []), phones];
}

/** Addresses of the merchant's own accounts are no person's: all that was ever sent would bear them. */
async function ownAddresses(manager: EntityManager): Promise<(address: Address) => boolean> {
  const accounts = await manager.find(CarrierAccount);
  const own = new Set(accounts.map(({ address }) => wholeAddress(address)));
  return (address) => own.has(wholeAddress(address));
}

const wholeAddress = (address: Address) =>
  [address.name, address.company, address.lines.join(" "), placeKey(address)].map(plain).join("|");
