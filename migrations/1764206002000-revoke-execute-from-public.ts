import type { MigrationInterface, QueryRunner } from "typeorm";

/** PostgreSQL lets everybody call every new function. Of triggers nobody needs the right; the others name whom it is for. */
const triggers = [
  ...["correct_spend", "keep_label_sort_keys", "keep_shipment_sort_keys", "keep_shipment_tags", "rank_label_purchase"],
  ...["rank_tracker", "refuse_illegal_purchase_transition", "restate_labels_in_force", "state_label_in_force"],
  ...["tag_label", "tag_labels_again"],
].map((name) => `${name}()`);

/** Called by functions of the owner's alone. */
const ofOwner = [
  ...["ledger_cluster()", "ledger_is_synchronous()", "ledger_timeline()", "loss_reason(ledger_state, bigint)"],
  ...["notice_loss(bigint, integer)", "open_doubt(text, timestamptz, integer)"],
];

/** Called in a tenant's transactions. */
const ofTenants = ["add_spend(uuid, text, timestamptz, text[], numeric[])", "is_label_in_force(shipping_label)"];

/** Called by the servers' logins themselves, outside of any role: whoever may become the sweeper is one. */
const ofLogins = ["beat_heart(uuid, text)", "touch_disk()"];

const each = (functions: readonly string[], statement: (name: string) => string) =>
  functions.map(statement).join(";\n");

const forLogins = (statement: (name: string) => string) => `
do $$
declare
  login record;
begin
  for login in select m.member::regrole::text as name from pg_auth_members m
    where m.roleid = 'shipping_sweeper'::regrole
  loop
    ${ofLogins.map((name) => `execute '${statement(name)} ' || login.name;`).join("\n    ")}
  end loop;
end $$;
`;

export class RevokeExecuteFromPublic1764206002000 implements MigrationInterface {
  readonly name = "RevokeExecuteFromPublic1764206002000";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(each(ofTenants, (name) => `grant execute on function ${name} to shipping_app`));
    await runner.query(forLogins((name) => `grant execute on function ${name} to`));
    const all = [...triggers, ...ofOwner, ...ofTenants, ...ofLogins];
    await runner.query(each(all, (name) => `revoke execute on function ${name} from public`));
  }

  async down(runner: QueryRunner): Promise<void> {
    const all = [...triggers, ...ofOwner, ...ofTenants, ...ofLogins];
    await runner.query(each(all, (name) => `grant execute on function ${name} to public`));
    await runner.query(each(ofTenants, (name) => `revoke execute on function ${name} from shipping_app`));
    await runner.query(forLogins((name) => `revoke execute on function ${name} from`));
  }
}
