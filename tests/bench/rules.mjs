// How long the live checks take after one edit. Run: node tests/bench/rules.mjs [nodes…]
import { printBench } from './bundle.mjs'

await printBench('rules-bench.ts', [100, 1000, 10_000])
