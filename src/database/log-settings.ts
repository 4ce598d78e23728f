import type { ClientBase } from "pg";

interface Row {
  verbosity: string;
  values: boolean;
}

/** What of a statement PostgreSQL writes into its log, by its settings for the session. */
const look = `select current_setting('log_error_verbosity') as verbosity,
  coalesce(current_setting('log_parameter_max_length_on_error', true), '0') <> '0'
  or coalesce(current_setting('log_parameter_max_length', true), '-1') <> '0'
    and (current_setting('log_statement') in ('mod', 'all')
      or current_setting('log_min_duration_statement') <> '-1'
      or coalesce(current_setting('log_min_duration_sample', true), '-1') <> '-1') as values`;

/** How people's data gets into PostgreSQL's own log by its settings, each in a sentence for operators. */
export async function readLogLeaks(connection: Pick<ClientBase, "query">): Promise<string[]> {
  const { rows } = await connection.query<Row>(look);
  const { verbosity, values } = rows[0] as Row;
  return [
    ...(verbosity === "terse"
      ? []
      : ["PostgreSQL's log shows rows that a constraint refuses: set log_error_verbosity = terse there."]),
    ...(values
      ? ["PostgreSQL's log shows the values of statements: set log_parameter_max_length and ..._on_error = 0 there."]
      : []),
  ];
}
