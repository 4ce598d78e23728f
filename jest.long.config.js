import config, { longRunning } from "./jest.config.js";

export default {
  ...config,
  roots: longRunning.map((folder) => `<rootDir>/test/${folder}`),
  testPathIgnorePatterns: [],
  testTimeout: 120_000,
  // They start many processes of their own.
  maxWorkers: 1,
};
