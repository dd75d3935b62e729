import type { EditContext } from '../model/edit-context'
import type { SessionContent } from '../model/session'
import { drawSession, type SessionPen } from './draw'

/** A session to look at and take apart. Drawn afresh each time it is opened. */
export interface Sample {
  sampleId: string
  title: string
  customer: string
  description: string
  draw(pen: SessionPen): void
}

export function defineSample(sample: Sample): Sample {
  return sample
}

export function sampleSession(sample: Sample, edit: EditContext): SessionContent {
  return drawSession({ title: sample.title, customer: sample.customer }, edit, sample.draw)
}
