import type { ProbeFinding, StreamReport } from '../../../../shared/model/probe'
import { text } from '../../../../shared/model/text'
import { finding } from './finding'

type Extra = { readonly evidence?: string }
const tell = text('Tell the relay, and try another model meanwhile.', '请告诉中转站，同时可先换一个模型试试。')

/** The words for answers that are no good answers, and for good ones with a flaw. */
export const answerFindings = {
  empty: (): ProbeFinding =>
    finding('answer', 'empty-body', text('The relay says "all right" and sends nothing.', '中转站返回成功状态，但内容为空。'), tell, {
      guide: 5,
    }),
  malformed: (extra: Extra) =>
    finding('answer', 'malformed', text('The answer is broken: it is no valid JSON.', '回答已损坏：不是有效的 JSON。'), tell, {
      guide: 5,
      ...extra,
    }),
  errorInside: (extra: Extra) =>
    finding(
      'answer',
      'error-in-200',
      text('The relay reports success, but the answer holds an error.', '中转站报告成功，但回答里是错误信息。'),
      text(
        'Read what it says below. Try another model; if it stays so, tell the relay.',
        '请看下面的原话，换一个模型再试；如果一直这样，请联系中转站。',
      ),
      { guide: 5, ...extra },
    ),
  otherProtocol: (protocol: string, extra: Extra) =>
    finding(
      'answer',
      'other-protocol',
      text(
        `The relay answers, but not in the protocol that this tool needs (${protocol}).`,
        `中转站有回答，但不是该工具需要的协议（${protocol}）。`,
      ),
      text("Look in the relay's instructions for the base URL of this tool.", '请在中转站说明中查找该工具的基础地址。'),
      { guide: 11, ...extra },
    ),
  notAnApi: (extra: Extra) =>
    finding(
      'answer',
      'not-an-api',
      text('What comes back is no answer of an API.', '返回的内容不是 API 的回答。'),
      text("Compare the base URL with the relay's instructions.", '请对照中转站说明检查基础地址。'),
      { guide: 11, ...extra },
    ),
  noText: (reason: string | undefined, extra: Extra) =>
    finding(
      'answer',
      'no-text',
      reason === undefined
        ? text('The model ended its answer without a word.', '模型没有输出任何文字就结束了。')
        : text(`The model was stopped before its first word (${reason}).`, `模型还没输出文字就被终止（${reason}）。`),
      text('Try again; if it stays so, use another model.', '请重试；如果一直这样，请换一个模型。'),
      extra,
    ),
  notAStream: (extra: Extra) =>
    finding(
      'stream',
      'not-a-stream',
      text(
        'The model answers, but in one piece: the relay ignores the wish for a stream, and the tools ask for nothing else.',
        '模型有回答，但整段返回：中转站忽略了流式请求，而这些工具只用流式。',
      ),
      text('Ask the relay to turn streaming on for this model, or use another model.', '请让中转站为该模型开启流式输出，或换一个模型。'),
      { guide: 10, ...extra },
    ),
  cut: (): ProbeFinding =>
    finding(
      'stream',
      'stream-cut',
      text('The answer breaks off: the stream ends without its closing event.', '回答中断：流在结束事件之前就停止了。'),
      text('Try again, then without a proxy. If it stays so, tell the relay.', '请重试，再试试不走代理；如果一直这样，请联系中转站。'),
      { guide: 10 },
    ),
  wrongType: (type: string): ProbeFinding =>
    finding(
      'stream',
      'stream-type',
      text(
        `The stream is announced as "${type || 'nothing'}" and not as text/event-stream; some tools refuse it.`,
        `流的类型声明为“${type || '空'}”而不是 text/event-stream，有的工具会拒绝。`,
      ),
      text('Tell the relay, or whoever runs the proxy before it.', '请告诉中转站，或负责其前置代理的人。'),
      { guide: 10 },
    ),
  buffered: ({ firstEventMs, events }: StreamReport): ProbeFinding =>
    finding(
      'stream',
      'stream-buffered',
      text(
        `Somebody on the way holds the stream back: after ${Math.round(firstEventMs)} ms all ${events} pieces came at once.`,
        `途中有环节缓冲了流：等待 ${Math.round(firstEventMs)} 毫秒后，${events} 段内容一次性到达。`,
      ),
      text(
        'Try without a proxy. If it stays so, the relay must turn buffering off (nginx: proxy_buffering off).',
        '请试试不走代理；如果一直这样，需要中转站关闭缓冲（nginx：proxy_buffering off）。',
      ),
      { guide: 10 },
    ),
  otherModel: (asked: string, answered: string): ProbeFinding =>
    finding(
      'answer',
      'other-model',
      text(`Asked for ${asked}, the relay answered with ${answered}.`, `请求的是 ${asked}，中转站却用 ${answered} 回答。`),
      text('Ask the relay whether it replaces models, or choose one from its list.', '请询问中转站是否替换了模型，或从它的列表中另选。'),
      { guide: 3 },
    ),
  unlisted: (model: string, suggestions: readonly string[]): ProbeFinding =>
    finding(
      'model',
      'model-unlisted',
      text(`The relay's list does not have the model ${model}.`, `中转站的模型列表中没有 ${model}。`),
      suggestions.length > 0
        ? text(`Nearest: ${suggestions.join(', ')}.`, `最接近的是：${suggestions.join('、')}。`)
        : text("Choose one from the relay's list.", '请从中转站的列表中选择。'),
      { guide: 3, suggestions },
    ),
  noneNamed: (model: string): ProbeFinding =>
    finding(
      'model',
      'model-not-named',
      text(
        `The profile names no model, so ${model} was asked; the tool may ask for one that the relay does not have.`,
        `配置没有指定模型，因此测试使用了 ${model}；工具可能会请求中转站没有的模型。`,
      ),
      text('Choose a model in the profile.', '请在配置中选择模型。'),
      { guide: 3 },
    ),
  bare: (extra: Extra): ProbeFinding =>
    finding(
      'answer',
      'strict-relay',
      text(
        "The relay refuses the smallest valid request and takes only one that looks like the tool's.",
        '中转站拒绝最小的有效请求，只接受与工具相同的请求。',
      ),
      text('Nothing to do for this tool; other programs may fail.', '该工具不受影响；其他程序可能会失败。'),
      extra,
    ),
  retried: (times: number, evidence: string | undefined): ProbeFinding =>
    finding(
      'http',
      'unsteady',
      text(`It worked only after ${times + 1} tries.`, `尝试了 ${times + 1} 次才成功。`),
      text('Expect pauses. If it happens often, tell the relay.', '使用时可能会停顿；如果经常发生，请联系中转站。'),
      { guide: 5, evidence },
    ),
} as const
