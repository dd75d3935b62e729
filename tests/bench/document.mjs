// How long a document takes to write, load, project and edit. Run: node tests/bench/document.mjs [nodes…]
import { printBench } from './bundle.mjs'

await printBench('document-bench.ts', [1000, 10_000])
