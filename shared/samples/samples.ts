import type { Sample } from './define'

/** Every sample session, in the order the library shows them. */
export const samples: readonly Sample[] = Object.entries(
  import.meta.glob<Sample>('./sessions/*.ts', { eager: true, import: 'default' }),
)
  .sort(([a], [b]) => (a < b ? -1 : 1))
  .map(([, sample]) => sample)

export function sampleById(sampleId: string): Sample | undefined {
  return samples.find((s) => s.sampleId === sampleId)
}
