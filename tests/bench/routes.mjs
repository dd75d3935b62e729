// How long connectors take to route: quickly, whole boards, and after one edit. Run: node tests/bench/routes.mjs [services…]
import { printBench } from './bundle.mjs'

await printBench('routes-bench.ts', [1000, 10_000])
