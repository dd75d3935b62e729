import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['tests/{shared,registries,files,collab,electron,renderer}/**/*.test.{ts,tsx}'],
    environment: 'node',
    testTimeout: 60_000,
    pool: 'forks',
    maxWorkers: 2,
  },
})
