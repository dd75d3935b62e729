import type { Handlers } from '../../shared/ipc/contract'
import type { EditContext } from '../../shared/model/edit-context'
import { sampleSession } from '../../shared/samples/define'
import { sampleById, samples } from '../../shared/samples/samples'
import { LibraryError } from '../sessions/errors'
import type { SessionLibrary } from '../sessions/session-library'

type SampleCalls = Pick<Handlers, Extract<keyof Handlers, `samples.${string}`>>

/** Samples are drawn afresh each time one is opened; each opening makes a session of its own. */
export function sampleHandlers(
  library: SessionLibrary,
  surroundings: { newId: () => string; now: () => number },
): SampleCalls {
  return {
    'samples.list': () =>
      samples.map(({ sampleId, title, description }) => ({ sampleId, title, description })),
    'samples.open': ({ sampleId }) => {
      const sample = sampleById(sampleId)
      if (!sample) throw new LibraryError('sample.not-found', 'This sample is not there any more.')
      const edit: EditContext = {
        newId: surroundings.newId,
        now: surroundings.now(),
        actor: 'Drawbridge',
      }
      return library.create(sampleSession(sample, edit))
    },
  }
}
