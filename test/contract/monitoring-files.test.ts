import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { load } from "js-yaml";
import { alertRules, alertsFile, alertTestsFile, dashboard, metricsIn } from "../support/monitoring-files.js";
import { throwAwayFolder } from "../support/throw-away-folder.js";

const runbook = readFileSync(resolve(__dirname, "../../docs/runbook.md"), "utf8");
const sections = [...runbook.matchAll(/^## (.+)$/gm)].map(([, title]) => title!);
const promtool = (...args: string[]) => spawnSync("promtool", args, { encoding: "utf8" });
const isThere = promtool("--version").error === undefined;
/** Debian's package `prometheus` has it. */
const withPromtool = isThere ? it : it.skip;

describe("the alert rules", () => {
  it("lead to a section of the runbook each, and no section is without its alert", () => {
    const alerts = alertRules();
    expect(alerts.length).toBeGreaterThan(15);
    expect(alerts.map(({ alert }) => alert)).toEqual([...new Set(alerts.map(({ alert }) => alert))]);
    const urls = alerts.map(({ alert }) => `docs/runbook.md#${alert.toLowerCase()}`);
    expect(alerts.map(({ annotations }) => annotations.runbook_url)).toEqual(urls);
    expect([...sections].sort()).toEqual(alerts.map(({ alert }) => alert).sort());
  });

  it("say how urgent they are and what is the matter, and the runbook what to look at and to do", () => {
    for (const { alert, labels, annotations } of alertRules()) {
      expect([alert, labels.severity]).toEqual([alert, expect.stringMatching(/^(page|ticket)$/)]);
      expect(annotations.summary).toMatch(/\w{3}/);
      const [section = ""] = runbook.split(`## ${alert}\n`)[1]?.split("\n## ") ?? [];
      expect([alert, section]).toEqual([alert, expect.stringMatching(/^\n\S.*\n- Look: \S.*\n- Do: \S/s)]);
    }
  });

  withPromtool("are valid, and fire for what they are for alone", () => {
    const checked = promtool("check", "rules", alertsFile);
    expect([checked.status, checked.stdout]).toEqual([0, expect.stringContaining("SUCCESS")]);
    const tested = promtool("test", "rules", alertTestsFile);
    expect([tested.status, `${tested.stdout}${tested.stderr}`]).toEqual([0, expect.stringContaining("SUCCESS")]);
  });

  it("have a test each in which they fire, and one in which they do not", () => {
    const { tests } = load(readFileSync(alertTestsFile, "utf8")) as {
      tests: { alert_rule_test: { alertname: string; exp_alerts: unknown[] }[] }[];
    };
    const cases = tests.flatMap(({ alert_rule_test }) => alert_rule_test);
    for (const { alert } of alertRules()) {
      const counts = cases.filter(({ alertname }) => alertname === alert).map(({ exp_alerts }) => exp_alerts.length);
      expect([alert, counts.some((count) => count > 0), counts.includes(0)]).toEqual([alert, true, true]);
    }
  });

  if (!isThere) it("SKIPPED: promtool is not installed (Debian: prometheus)", () => undefined);
});

/** Grafana's variable. */
const chosen = ["$", "{datasource}"].join("");

describe("the dashboard", () => {
  const { panels, templating } = dashboard();

  it("has panels with ids of their own that do not lie on each other", () => {
    expect(new Set(panels.map(({ id }) => id)).size).toBe(panels.length);
    const cells = panels.flatMap(({ gridPos: { x, y, w, h } }) =>
      Array.from({ length: w * h }, (_, cell) => `${x + (cell % w)},${y + Math.floor(cell / w)}`),
    );
    expect(new Set(cells).size).toBe(cells.length);
    expect(panels.every(({ gridPos: { x, w } }) => x + w <= 24)).toBe(true);
  });

  it("asks the data source that is chosen, and each panel asks something", () => {
    expect(templating.list.map(({ name }) => name)).toEqual(["datasource", "job"]);
    const asking = panels.filter(({ type }) => type !== "row");
    expect(asking.length).toBeGreaterThan(20);
    for (const { title, datasource, targets = [] } of asking) {
      expect([title, datasource?.uid, targets.length > 0]).toEqual([title, chosen, true]);
      expect(
        metricsIn(targets.map(({ expr }) => expr)).length + Number(/\bup\{/.test(targets[0]!.expr)),
      ).toBeGreaterThan(0);
    }
  });

  withPromtool("asks in Prometheus's language", async () => {
    const expressions = panels.flatMap(({ targets = [] }) => targets.map(({ expr }) => expr));
    const rules = expressions.map((expr, index) => ({
      record: `panel:${index}`,
      expr: expr.replaceAll("$__rate_interval", "5m").replaceAll("$job", "shipping"),
    }));
    const file = join(await throwAwayFolder("shipping-dashboard"), "rules.yaml");
    await writeFile(file, JSON.stringify({ groups: [{ name: "dashboard", rules }] }));
    const { status, stdout, stderr } = promtool("check", "rules", file);
    expect([status, stdout, stderr]).toEqual([0, expect.stringContaining(`${rules.length} rules found`), ""]);
  });
});
