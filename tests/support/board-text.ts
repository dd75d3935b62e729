export { board, boardText, parseBoard } from '#shared/rules/board-text'
