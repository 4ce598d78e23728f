import { type DestinationStream, type Logger, pino, stdTimeFunctions } from "pino";
import { redactFields, redactText } from "./log-redaction.js";
import { correlation } from "./telemetry/correlation.js";

export type LogFields = Readonly<Record<string, unknown>>;

/**
 * Where the product says what it does: a short constant text and fields beside it. Secrets, personal data and file
 * bytes are taken out by field name and by form, but do not rely on it: log ids, codes, counts and milliseconds. An
 * error goes into the field `error`. Each line says by itself which request and trace it belongs to.
 */
export interface Log {
  debug(message: string, fields?: LogFields): void;
  info(message: string, fields?: LogFields): void;
  warn(message: string, fields?: LogFields): void;
  error(message: string, fields?: LogFields): void;
  /** A log that adds the fields to every line. */
  child(fields: LogFields): Log;
}

export interface LogSettings {
  readonly mode: "demo" | "production";
  readonly logLevel: "fatal" | "error" | "warn" | "info" | "debug" | "trace" | "silent";
}

type Level = "debug" | "info" | "warn" | "error";

function wrap(logger: Logger): Log {
  const write =
    (level: Level) =>
    (message: string, fields: LogFields = {}) => {
      if (logger.isLevelEnabled(level))
        logger[level]({ ...redactFields(fields), ...correlation() }, redactText(message));
    };
  return {
    debug: write("debug"),
    info: write("info"),
    warn: write("warn"),
    error: write("error"),
    child: (fields) => wrap(logger.child(redactFields(fields))),
  };
}

const readableValue = (value: unknown) => (typeof value === "string" ? value : JSON.stringify(value));

/** One line a person can read: time, level, message, fields. Control characters could fake lines and colours. */
function readableLine(json: string): string {
  const { time, level, message, ...fields } = JSON.parse(json) as Record<string, unknown>;
  const clock = String(time).slice(11, 23);
  const rest = Object.entries(fields).map(([name, value]) => ` ${name}=${readableValue(value)}`);
  return `${clock} ${String(level).toUpperCase().padEnd(5)} ${message}${rest.join("")}`
    .replaceAll(/\p{Cc}+/gu, " | ")
    .concat("\n");
}

/** Logs JSON lines in production and readable lines in demo mode. Nothing is buffered: a crash loses no line. */
export function createLogger(settings: LogSettings, output: DestinationStream = pino.destination(1)): Log {
  const destination =
    settings.mode === "production" ? output : { write: (json: string) => output.write(readableLine(json)) };
  const options = {
    level: settings.logLevel,
    base: null,
    messageKey: "message",
    timestamp: stdTimeFunctions.isoTime,
    formatters: { level: (label: string) => ({ level: label }) },
  };
  return wrap(pino(options, destination));
}
