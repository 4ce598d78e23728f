import { once } from "node:events";
import { connect } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { ListenError } from "../../src/http/listen.js";
import { createGate, createTroubleSchema, startTestHttpServer } from "../support/http.js";

describe("health", () => {
  it("is alive whatever is broken, and ready only when everything is", async () => {
    const broken = { ok: false, reasons: ["migrations are pending"] };
    const server = await startTestHttpServer({ readiness: async () => broken });
    const [livez, readyz] = await Promise.all([server.get("/livez"), server.get("/readyz")]);
    await server.stop();
    expect([livez.status, readyz.status]).toEqual([200, 503]);
    expect(await readyz.json()).toEqual(broken);
  });

  it("is ready when the check says so, and not when the check itself fails", async () => {
    let isBroken = false;
    const readiness = async () => {
      if (isBroken) throw new Error("secret connection string");
      return { ok: true, reasons: [] };
    };
    const server = await startTestHttpServer({ readiness });
    const ready = await server.get("/readyz");
    isBroken = true;
    // What was found serves for a second.
    await sleep(1_050);
    const failed = await server.get("/readyz");
    await server.stop();
    expect([ready.status, failed.status]).toEqual([200, 503]);
    expect(await failed.json()).toEqual({ ok: false, reasons: ["the check failed"] });
  });
});

describe("stopping", () => {
  it("says not ready, finishes what runs, takes nothing new and is done", async () => {
    const gate = createGate();
    const server = await startTestHttpServer({ schema: createTroubleSchema(gate), drainDelaySeconds: 1.5 });
    const held = server.query("{ held }");
    await gate.arrived;
    const stopped = server.stop();
    const whileDraining = await server.get("/readyz");
    expect([whileDraining.status, await whileDraining.json()]).toEqual([503, { ok: false, reasons: ["draining"] }]);
    expect((await server.query('{ echo(text: "late") }')).body.data.echo).toBe("late");
    expect((await server.get("/livez")).status).toBe(200);
    gate.open();
    const { body, headers } = await held;
    expect(body.data.held).toBe("released");
    expect(headers.get("connection")).toBe("close");
    await Promise.all([stopped, server.stop()]);
    await expect(server.get("/livez")).rejects.toThrow();
  });

  it("cuts what takes longer than it may", async () => {
    const gate = createGate();
    const server = await startTestHttpServer({ schema: createTroubleSchema(gate), drainSeconds: 0.05 });
    const held = server.query("{ held }").then(
      () => "answered",
      () => "cut",
    );
    await gate.arrived;
    await server.stop();
    expect(await held).toBe("cut");
    gate.open();
  });
});

describe("starting", () => {
  it("says how to choose another port when this one is in use", async () => {
    const server = await startTestHttpServer();
    const second = startTestHttpServer({ port: server.port });
    await expect(second).rejects.toThrow(ListenError);
    await expect(second).rejects.toThrow(
      `Port ${server.port} of 127.0.0.1 is in use. Choose another, for example: PORT=`,
    );
    await server.stop();
  });

  it("names the public address, else the local one", async () => {
    const [local, published] = [
      await startTestHttpServer(),
      await startTestHttpServer({ publicUrl: "https://shop.example.com/shipping" }),
    ];
    expect(local.url).toBe(`http://127.0.0.1:${local.port}`);
    expect(published.url).toBe("https://shop.example.com/shipping");
    expect((await published.get("/shipping/livez")).status).toBe(200);
    expect((await published.get("/livez")).status).toBe(200);
    expect((await published.get("/shippings/livez")).status).toBe(404);
    await Promise.all([local.stop(), published.stop()]);
  });
});

describe("a slow client", () => {
  it("is cut when its headers or its body trickle in", async () => {
    const server = await startTestHttpServer({ timeouts: { headersMs: 200, requestMs: 400 } });
    const trickle = async (start: string) => {
      const socket = connect(server.port, "127.0.0.1");
      socket.on("error", () => undefined).resume();
      socket.write(start);
      const drip = setInterval(() => socket.write("a"), 50);
      await once(socket, "close");
      clearInterval(drip);
      return "cut";
    };
    const head = "POST /graphql HTTP/1.1\r\nHost: localhost\r\n";
    const body = `${head}Content-Type: application/json\r\nContent-Length: 900000\r\n\r\n{`;
    expect(await Promise.all([trickle(head), trickle(body)])).toEqual(["cut", "cut"]);
    await server.stop();
  });
});
