import type { PictureAnswer, PictureRequest } from '../workers/picture.worker'
import { failed } from './picture-error'

export type Answer<K extends PictureAnswer['kind']> = Extract<PictureAnswer, { kind: K }>

interface Asked {
  resolve(answer: PictureAnswer): void
  reject(error: Error): void
}

/** A thread that paints. Answers come in the order of the requests, which may be made ahead. */
export class PaintingWorker {
  private readonly worker = new Worker(new URL('../workers/picture.worker.ts', import.meta.url), {
    type: 'module',
  })
  private readonly asked: Asked[] = []

  constructor() {
    this.worker.onmessage = ({ data }: MessageEvent<PictureAnswer>) => {
      if (data.kind === 'failed') this.fail(data.message)
      else this.asked.shift()?.resolve(data)
    }
    this.worker.onerror = (event) => {
      event.preventDefault()
      this.fail(event.message || 'its painter stopped')
    }
  }

  /** Stops at once, whatever is under way. What was asked stays without an answer. */
  dispose(): void {
    this.worker.terminate()
  }

  begin(
    picture: Omit<Extract<PictureRequest, { kind: 'begin' }>, 'kind'>,
  ): Promise<Answer<'begun'>> {
    return this.ask<'begun'>({ kind: 'begin', ...picture })
  }

  /** Icons by their catalogue path, for the strips that are asked for from now on. */
  useIcons(icons: ReadonlyMap<string, ImageBitmap>): void {
    this.worker.postMessage({ kind: 'icons', icons } satisfies PictureRequest)
  }

  strip(topPx: number, rows: number): Promise<Answer<'strip'>> {
    return this.ask<'strip'>({ kind: 'strip', topPx, rows })
  }

  private ask<K extends PictureAnswer['kind']>(request: PictureRequest): Promise<Answer<K>> {
    return new Promise((resolve, reject) => {
      // Each kind of request has its own kind of answer.
      this.asked.push({ resolve: (answer) => resolve(answer as Answer<K>), reject })
      this.worker.postMessage(request)
    })
  }

  private fail(reason: string): void {
    for (const { reject } of this.asked.splice(0)) reject(failed(reason))
  }
}
