import { fields, isRawFields, type Raw, type RawFields } from './value'

const SECTION_OF: Readonly<Record<string, string>> = {
  'AWS::Serverless::Function': 'Function',
  'AWS::Serverless::Api': 'Api',
  'AWS::Serverless::HttpApi': 'HttpApi',
  'AWS::Serverless::SimpleTable': 'SimpleTable',
  'AWS::Serverless::StateMachine': 'StateMachine',
}

/** Properties of a SAM resource with what `Globals` says about its kind: objects are merged, lists joined. */
export function mergeGlobals(type: string, properties: Raw, globals: RawFields): Raw {
  const common = globals[SECTION_OF[type] ?? '']
  return common === undefined ? properties : merged(common, properties)
}

function merged(common: Raw, own: Raw | undefined): Raw {
  if (own === undefined) return common
  if (Array.isArray(common) && Array.isArray(own)) return [...(common as Raw[]), ...(own as Raw[])]
  if (!isRawFields(common) || !isRawFields(own)) return own
  return fields([
    ...Object.entries(common).map(([key, value]) => [key, merged(value, own[key])] as const),
    ...Object.entries(own).filter(([key]) => !(key in common)),
  ])
}
