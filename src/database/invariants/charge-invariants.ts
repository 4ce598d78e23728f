import type { Invariant } from "./invariant.js";

/** The sum of charges as they are kept: a list of parts, each with its amount. */
const sumOf = (items: string) =>
  `coalesce((select sum((item -> 'amount' ->> 'amount')::numeric) from jsonb_array_elements(${items}) item), 0)`;

/** What the carrier charged is kept to the cent, and no void takes off more than was charged. */
export const chargeInvariants: Invariant[] = [
  {
    name: "charge_items_add_up",
    sql: `
      select p.tenant_id, p.id from label_purchase p
       where ${sumOf("p.charge_items")} <> coalesce(p.charges_amount, 0)
          or exists (select from jsonb_array_elements(p.charge_items) item
               where item -> 'amount' ->> 'currencyCode' is distinct from p.charges_currency)`,
  },
  {
    name: "packages_cost_no_more_than_all",
    sql: `
      select p.tenant_id, p.id from label_purchase p
        join purchased_package b on b.tenant_id = p.tenant_id and b.purchase_id = p.id
       group by p.tenant_id, p.id having sum(${sumOf("b.charge_items")}) > coalesce(p.charges_amount, 0)`,
  },
];
