import { makeText, type TextRequest } from '../pictures/make-text'

export type TextAnswer = { text: string } | { failed: string }

self.onmessage = ({ data }: MessageEvent<TextRequest>) => {
  let answer: TextAnswer
  try {
    answer = { text: makeText(data) }
  } catch (error) {
    answer = { failed: error instanceof Error ? error.message : String(error) }
  }
  self.postMessage(answer)
}
