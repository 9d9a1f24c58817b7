import type { WireProtocol } from '../plan'
import { anthropic } from './anthropic'
import { geminiWire } from './gemini'
import { openaiChat } from './openai-chat'
import { openaiResponses } from './openai-responses'

/** Every protocol that a relay may speak. */
export const wires: readonly WireProtocol[] = [openaiChat, openaiResponses, anthropic, geminiWire]
