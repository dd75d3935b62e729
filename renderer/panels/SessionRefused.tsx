import { Unplug } from 'lucide-react'
import type { RefusalCode } from '#shared/protocol/handshake'
import { useBridge } from '../bridge/context'
import { goTo } from '../stores/app-store'
import { REFUSALS } from '../stores/connection-store'
import { Button } from '../ui/Button'

/** The host said no: why, and what to do. */
export function SessionRefused({ code }: { code: RefusalCode }) {
  const bridge = useBridge()
  const { title, advice } = REFUSALS[code]
  return (
    <div
      className="flex h-full flex-col items-center justify-center gap-3 text-center"
      role="alert"
    >
      <Unplug size={28} className="text-faint" />
      <h1 className="text-lg font-semibold">{title}</h1>
      <p className="max-w-96 text-muted">{advice}</p>
      {bridge.kind === 'guest' ? null : (
        <Button kind="primary" onClick={() => goTo({ kind: 'library' })}>
          Back to the library
        </Button>
      )}
    </div>
  )
}
