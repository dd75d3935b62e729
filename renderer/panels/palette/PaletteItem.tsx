import { memo, type DragEvent } from 'react'
import type { PaletteHit } from '#shared/catalogue/search'
import { carryFromPalette, PALETTE_MIME } from '../../canvas/palette-drag'
import { HitIcon } from './HitIcon'

/** One thing of the palette: drag it onto the board, or press it to put it in the middle. */
export const PaletteItem = memo(function PaletteItem({
  hit,
  onPlace,
  onUsed,
  disabled,
}: {
  hit: PaletteHit
  onPlace: (hit: PaletteHit) => void
  onUsed: (hit: PaletteHit) => void
  disabled: boolean
}) {
  const { definition } = hit
  const short = hit.kind === 'service' ? hit.definition.shortName : hit.definition.name
  function onDragStart(event: DragEvent): void {
    event.dataTransfer.setData(PALETTE_MIME, short)
    event.dataTransfer.effectAllowed = 'copy'
    const icon = event.currentTarget.querySelector('[data-icon]')
    if (icon) event.dataTransfer.setDragImage(icon, 16, 16)
    carryFromPalette(hit)
  }
  return (
    <div
      role="listitem"
      className="min-w-0"
      data-palette-item={
        hit.kind === 'service' ? hit.definition.serviceId : hit.definition.groupKind
      }
    >
      <button
        type="button"
        draggable={!disabled}
        disabled={disabled}
        title={
          hit.kind === 'service' && hit.definition.summary
            ? `${definition.name}\n${hit.definition.summary}`
            : definition.name
        }
        onDragStart={onDragStart}
        onDragEnd={() => {
          carryFromPalette(null)
          onUsed(hit)
        }}
        onClick={() => onPlace(hit)}
        className="flex w-full min-w-0 flex-col items-center gap-1 rounded-md px-0.5 py-1.5 hover:bg-hover active:bg-accent-soft disabled:opacity-50"
      >
        <span data-icon>
          <HitIcon hit={hit} size={32} />
        </span>
        <span className="line-clamp-2 w-full text-center text-[11px] leading-[13px] break-words text-ink">
          {short}
        </span>
      </button>
    </div>
  )
})
