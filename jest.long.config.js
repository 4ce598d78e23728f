import config, { longRunning } from "./jest.config.js";

const { testMatch: _, ...shared } = config;

export default {
  ...shared,
  testRegex: longRunning,
  testPathIgnorePatterns: [],
  testTimeout: 300_000,
  // They start many processes of their own.
  maxWorkers: 1,
};
