import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { createSimulatorControl } from "@shipping-subgraph/ups-simulator/control-client.js";
import { type RunningSimulator, startSimulator } from "@shipping-subgraph/ups-simulator/start-simulator.js";
import { allProbes } from "../../src/ups-check/probes/all-probes.js";
import { describeCompared, exitCodeOf, summarise } from "../../src/ups-check/report.js";
import { type CheckResult, runCheck } from "../../src/ups-check/run-check.js";
import { readSettings } from "../../src/ups-check/settings.js";
import { type CarrierTap, startCarrierTap } from "../cases/carrier-tap.js";

const credentials = {
  UPS_ACCOUNT_NUMBER: "A1B2C3",
  UPS_CLIENT_ID: "tester-knows-two-states",
  UPS_CLIENT_SECRET: "a-secret-that-nobody-may-see",
};

/** Stands for UPS; what lies between changes its answers. */
let standIn: RunningSimulator;
let tap: CarrierTap;
beforeEach(async () => {
  standIn = await startSimulator();
  tap = await startCarrierTap(() => standIn.url);
});
afterEach(async () => {
  await tap.close();
  await standIn.close();
});

const settings = () => readSettings({ ...credentials, UPS_TEST_BASE_URL: tap.url }, []);
/** Some of the probes, by what their names begin with, or all. */
const check = (...names: string[]) =>
  runCheck(settings(), {
    probes: allProbes.filter(({ name }) => names.length === 0 || names.some((start) => name.startsWith(start))),
  });
const linesOf = ({ compared }: CheckResult, probe: string) =>
  compared.filter((row) => row.probe === probe).flatMap(describeCompared);
const ledger = () => createSimulatorControl(standIn.url).ledger();

describe("ups:check", () => {
  it("finds the simulator like itself in about fifty calls, and leaves nothing", async () => {
    const result = await check();
    expect(result.compared.flatMap(describeCompared).filter((line) => !line.startsWith(" ok"))).toEqual([]);
    expect(result.compared.length).toBe(allProbes.length);
    expect(allProbes.length).toBeGreaterThanOrEqual(40);
    expect(exitCodeOf(result)).toBe(0);
    const packages = (await ledger()).flatMap((shipment) => shipment.packages);
    expect(packages.length).toBeGreaterThanOrEqual(4);
    expect(packages.filter(({ voidedAt }) => voidedAt === null)).toEqual([]);
    const documents = await createSimulatorControl(standIn.url).documents();
    expect(documents.map(({ deletedAt }) => deletedAt === null)).toEqual([false]);
  });

  it("names a status, a code, a kind and members that differ, and never a value", async () => {
    const js = `
      const rated = j.RateResponse.RatedShipment;
      rated[0].Service.Code = "99";
      rated.forEach((one) => { delete one.BillingWeight; one.Zone2 = "secret value"; one.TotalCharges.MonetaryValue = 7; });
      return j;`;
    tap.add({ match: "/rating/.*/Shop", js });
    tap.add({ match: "/rating/.*/Rate", status: 500 });
    const refusal = { response: { errors: [{ code: "424242", message: "No, A1B2C3." }] } };
    tap.add({ match: "/labels/v1/recovery", status: 400, body: refusal, times: 99 });
    const result = await check("all services", "one service", "a label under");
    expect(linesOf(result, "all services within the country")).toEqual([
      "  !  all services within the country",
      expect.stringMatching(/RateResponse\.RatedShipment\.Service\.Code: UPS says .*, the simulator /),
      "       RateResponse.RatedShipment.BillingWeight: only in the simulator (object)",
      "       RateResponse.RatedShipment.TotalCharges.MonetaryValue: number at UPS, text in the simulator",
      "       RateResponse.RatedShipment.Zone2: only at UPS (text)",
    ]);
    expect(linesOf(result, "one service")[1]).toContain("UPS answers 500, the simulator 200");
    expect(linesOf(result, "a label under a reference that nobody used")[1]).toContain(
      "response.errors.code: UPS says 424242, the simulator 9801031",
    );
    expect(exitCodeOf(result)).toBe(1);
    expect([...result.compared.flatMap(describeCompared), ...summarise(result)].join()).not.toMatch(/secret|A1B2C3/);
  });

  it("takes a member that only UPS has for news", async () => {
    tap.add({ match: "/rating/.*/Shop", js: "j.RateResponse.News = 'x'; return j;" });
    const result = await check("all services");
    expect(linesOf(result, "all services within the country")[0]).toMatch(/^ {2}\+ /);
    expect(exitCodeOf(result)).toBe(0);
  });

  it("finds a booking whose answer was lost by its reference, and voids it", async () => {
    await createSimulatorControl(standIn.url).addFault({ operation: "SHIP", kind: "LOSE_ANSWER" });
    const result = await check("a label by Ground", "a void");
    expect((await ledger()).length).toBeGreaterThan(0);
    expect(result.left).toEqual([]);
    expect((await ledger()).flatMap(({ packages }) => packages).filter(({ voidedAt }) => voidedAt === null)).toEqual(
      [],
    );
    expect(linesOf(result, "a void")).toEqual(["  -  a void: not asked, an answer that it needs is missing"]);
  });

  it("looks for a booking unless UPS has refused it in its own words", async () => {
    const path = "/shipments/.*/ship$";
    const headers = { errorcode: "10400" };
    for (const rule of [{ status: 504, headers }, { status: 408 }, { status: 404, js: "return {};" }]) {
      tap.add({ match: path, ...rule });
      const { left } = await check("a label by Ground");
      expect(left).toEqual([]);
    }
    const packages = (await ledger()).flatMap((shipment) => shipment.packages);
    expect(packages.length).toBe(3);
    expect(packages.filter(({ voidedAt }) => voidedAt === null)).toEqual([]);
  });

  it("says what it could not take back", async () => {
    tap.add({ match: "/void/", status: 503, body: {}, times: 99 });
    const result = await check("a label by Ground");
    expect(result.left.map(({ why }) => why)).toContain("UPS has not said that it is voided");
    expect(summarise(result).join("\n")).toMatch(/LEFT AT UPS by "a label by Ground, as a picture"/);
    expect(exitCodeOf(result)).toBe(1);
  });

  it("takes a void that UPS says was done before for done", async () => {
    tap.add({ match: "/void/", status: 504 });
    const { left } = await check("a label by Ground");
    expect(left.map(({ why }) => why)).toEqual(["UPS has not said that it is voided"]);
    tap.add({ match: "/void/", status: 504 });
    expect((await check("a label by Ground", "a void")).left).toEqual([]);
    const packages = (await ledger()).flatMap((shipment) => shipment.packages);
    expect(packages.filter(({ voidedAt }) => voidedAt === null)).toEqual([]);
  });

  it("names what is left when it fails half-way", async () => {
    tap.add({ match: "/void/", status: 503, body: {}, times: 99 });
    const probes = allProbes.filter(({ name }) => name.startsWith("a label by Ground"));
    const onCompared = () => {
      throw new Error("no room to write");
    };
    const failed = runCheck(settings(), { probes, onCompared });
    await expect(failed).rejects.toThrow(/^no room to write\nLEFT AT UPS by "a label by Ground, as a picture"/);
  });

  it("takes back what it left when it is stopped half-way", async () => {
    const stop = new AbortController();
    const probes = allProbes.filter(({ leaves }) => leaves === "SHIPMENT");
    const onCompared = () => stop.abort();
    const { compared } = await runCheck(settings(), { probes, onCompared, stop: stop.signal });
    expect(compared.length).toBe(1);
    const packages = (await ledger()).flatMap((shipment) => shipment.packages);
    expect(packages.length).toBeGreaterThan(0);
    expect(packages.filter(({ voidedAt }) => voidedAt === null)).toEqual([]);
  });
});

describe("its settings", () => {
  it("are UPS's test host unless told otherwise", () => {
    expect(readSettings(credentials, [])).toMatchObject({ upsUrl: "https://wwwcie.ups.com", isTestHost: true });
  });

  it("refuse a production host unless asked, and book nothing there", () => {
    const production = { ...credentials, UPS_TEST_BASE_URL: "https://onlinetools.ups.com" };
    expect(() => readSettings(production, [])).toThrow(/is not UPS's test host/);
    expect(readSettings(production, ["--production"])).toMatchObject({ isTestHost: false });
  });

  it("refuse to send credentials in the clear", () => {
    const clear = { ...credentials, UPS_TEST_BASE_URL: "http://wwwcie.ups.com" };
    expect(() => readSettings(clear, [])).toThrow(/https only/);
  });

  it("name what is missing, without what is there", () => {
    expect(() => readSettings({ ...credentials, UPS_ACCOUNT_NUMBER: "" }, [])).toThrow(
      "Set UPS_ACCOUNT_NUMBER: see docs/setup-ups.md, part 4.",
    );
  });
});

it("runs as a command, and prints no credential", () => {
  const main = join(process.cwd(), "dist/src/ups-check/main.js");
  const env = { ...credentials, PATH: process.env.PATH, UPS_TEST_BASE_URL: "http://127.0.0.1:9" };
  const run = spawnSync(process.execPath, [main], { env, encoding: "utf8" });
  expect(run.status).toBe(2);
  expect(run.stderr).toMatch(/^No access token: no answer \(\w+\)\n$/);
});
