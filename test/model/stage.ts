import { randomUUID } from "node:crypto";
import { startSimulator } from "@shipping-subgraph/ups-simulator/start-simulator.js";
import { seedAccount } from "../support/seed.js";
import { startTestService, type TestService } from "../support/service.js";

/** After so many sequences a new carrier: its books, all of which are read again and again, stay short. */
const sequencesPerCarrier = 20;

/** One database for all sequences; for some of them a tenant with an account at a carrier. */
export class Stage {
  #sequences = 0;
  #end: () => Promise<void> = () => Promise.resolve();

  private constructor(
    private readonly first: TestService,
    private current: TestService,
  ) {}

  static async open(): Promise<Stage> {
    const service = await startTestService(options);
    await seedAccount(service);
    return new Stage(service, service);
  }

  /** What the next sequence plays with. */
  async next(): Promise<TestService> {
    if (this.#sequences++ % sequencesPerCarrier === sequencesPerCarrier - 1) await this.#changeCarrier();
    return this.current;
  }

  async close(): Promise<void> {
    await this.#end();
    await this.first.close();
  }

  async #changeCarrier(): Promise<void> {
    await this.#end();
    const simulator = await startSimulator();
    // Another tenant: a new carrier gives numbers out again.
    const service = await startTestService({
      ...options,
      sharing: { ...this.first, simulator, tenantId: randomUUID() },
    });
    await seedAccount(service);
    this.current = service;
    this.#end = async () => {
      await service.close();
      await simulator.close();
    };
  }
}

const options = { timings: { notCreatedAfter: 3_600 } };
